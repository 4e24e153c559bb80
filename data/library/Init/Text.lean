prelude
import Init.Monad

/-!
# Machine words, characters, strings

A string is modelled as the list of its characters; at run time it is Lean's own UTF-8 string, and the
functions marked `extern` are the compiled ones.
-/

set_option autoImplicit false
set_option bootstrap.genMatcherCode false
universe u v

/-! ## Machine words -/

structure BitVec (w : Nat) where
  ofFin ::
  toFin : Fin (HPow.hPow 2 w)

structure UInt8 where
  ofBitVec ::
  toBitVec : BitVec 8

structure UInt16 where
  ofBitVec ::
  toBitVec : BitVec 16

structure UInt32 where
  ofBitVec ::
  toBitVec : BitVec 32

structure UInt64 where
  ofBitVec ::
  toBitVec : BitVec 64

opaque System.Platform.getNumBits : Unit → Subtype fun n : Nat => Or (Eq n 32) (Eq n 64) :=
  fun _ => ⟨64, Or.inr rfl⟩

/-- 32 or 64, by machine. -/
def System.Platform.numBits : Nat := (getNumBits ()).val

structure USize where
  ofBitVec ::
  toBitVec : BitVec System.Platform.numBits

/-- The word of `n`, which must fit. -/
@[extern "lean_uint32_of_nat"] def UInt32.ofNatLT (n : Nat) (h : LT.lt n 4294967296) : UInt32 := ⟨⟨⟨n, h⟩⟩⟩

@[extern "lean_uint32_to_nat"] def UInt32.toNat (n : UInt32) : Nat := n.toBitVec.toFin.val

theorem UInt32.toNat_inj : {a b : UInt32} → Eq a.toNat b.toNat → Eq a b
  | ⟨⟨⟨_, _⟩⟩⟩, ⟨⟨⟨_, _⟩⟩⟩, rfl => rfl

/-! ## Characters -/

/-- A Unicode scalar value: neither a surrogate nor beyond the last plane. -/
abbrev Nat.isValidChar (n : Nat) : Prop :=
  Or (LT.lt n 0xd800) (And (LT.lt 0xdfff n) (LT.lt n 0x110000))

abbrev UInt32.isValidChar (n : UInt32) : Prop := n.toNat.isValidChar

structure Char where
  val : UInt32
  valid : val.isValidChar

private theorem Nat.isValidChar.lt {n : Nat} (h : n.isValidChar) : LT.lt n 4294967296 :=
  h.rec (fun h => Nat.le_trans h (of_decide_eq_true rfl)) (fun h =>
    Nat.le_trans h.right (of_decide_eq_true rfl))

@[extern "lean_uint32_of_nat"] def Char.ofNatAux (n : Nat) (h : n.isValidChar) : Char :=
  ⟨UInt32.ofNatLT n h.lt, h⟩

/-- The character of the code point `n`, and `'\0'` if there is none. -/
@[noinline, match_pattern] def Char.ofNat (n : Nat) : Char :=
  dite n.isValidChar (fun h => Char.ofNatAux n h) (fun _ => Char.ofNatAux 0 (Or.inl (of_decide_eq_true rfl)))

@[inline] def Char.toNat (c : Char) : Nat := c.val.toNat

instance instInhabitedChar : Inhabited Char := ⟨Char.ofNat 65⟩

theorem Char.eq_of_val_eq : {c d : Char} → Eq c.val d.val → Eq c d
  | ⟨_, _⟩, ⟨_, _⟩, rfl => rfl

theorem Char.val_eq_of_eq {c d : Char} (h : Eq c d) : Eq c.val d.val := h.rec rfl

@[extern "lean_uint32_dec_eq"] def UInt32.decEq (a b : UInt32) : Decidable (Eq a b) :=
  match Nat.decEq a.toNat b.toNat with
  | isTrue h => isTrue (UInt32.toNat_inj h)
  | isFalse h => isFalse (fun e => h (congrArg UInt32.toNat e))

instance instDecidableEqUInt32 : DecidableEq UInt32 := UInt32.decEq

instance instDecidableEqChar : DecidableEq Char := fun c d =>
  match decEq c.val d.val with
  | isTrue h => isTrue (Char.eq_of_val_eq h)
  | isFalse h => isFalse (fun e => h (Char.val_eq_of_eq e))

/-! ## Lists with decidable equality -/

protected def List.hasDecEq {α : Type u} [DecidableEq α] : (as bs : List α) → Decidable (Eq as bs)
  | .nil, .nil => isTrue rfl
  | .cons _ _, .nil => isFalse (fun h => List.noConfusion rfl (heq_of_eq h))
  | .nil, .cons _ _ => isFalse (fun h => List.noConfusion rfl (heq_of_eq h))
  | .cons a as, .cons b bs =>
    match decEq a b, List.hasDecEq as bs with
    | isTrue hab, isTrue habs => isTrue (hab.rec (habs.rec rfl))
    | isFalse nab, _ => isFalse (fun h => List.noConfusion rfl (heq_of_eq h) (fun hab _ =>
      nab (eq_of_heq hab)))
    | _, isFalse nabs => isFalse (fun h => List.noConfusion rfl (heq_of_eq h) (fun _ h => nabs (eq_of_heq h)))

instance instDecidableEqList {α : Type u} [DecidableEq α] : DecidableEq (List α) := List.hasDecEq

/-! ## Strings -/

structure String where
  ofList ::
  toList : List Char

attribute [extern "lean_string_mk"] String.ofList
attribute [extern "lean_string_data"] String.toList

structure ByteArray where
  data : Array UInt8

structure String.Pos.Raw where
  byteIdx : Nat := 0

structure Substring.Raw where
  str : String
  startPos : String.Pos.Raw
  stopPos : String.Pos.Raw

instance instInhabitedString : Inhabited String := ⟨.ofList .nil⟩
instance instInhabitedRaw : Inhabited Substring.Raw := ⟨⟨default, ⟨0⟩, ⟨0⟩⟩⟩

@[extern "lean_string_dec_eq"] def String.decEq (s t : String) : Decidable (Eq s t) :=
  match s, t with
  | ⟨cs⟩, ⟨ds⟩ =>
    match instDecidableEqList cs ds with
    | isTrue h => isTrue (congrArg String.ofList h)
    | isFalse h => isFalse (fun e => h (congrArg String.toList e))

instance instDecidableEqString : DecidableEq String := String.decEq
