prelude
import Init.Fin.Basic
import Init.Text
import Init.Repr

/-!
# Arithmetic of machine words

Modulo a power of two, as the processor does it.
-/

namespace BitVec
variable {w : Nat}

private theorem two_pow_ne_zero : 2 ^ w ≠ 0 := Nat.ne_of_gt (Nat.pow_pos (Nat.zero_lt_succ 1))

/-- `i` modulo `2 ^ n`. -/
@[match_pattern] protected def ofNat (n : Nat) (i : Nat) : BitVec n :=
  have : NeZero (2 ^ n) := ⟨two_pow_ne_zero⟩
  ⟨Fin.ofNat (2 ^ n) i⟩

protected def toNat (x : BitVec w) : Nat := x.toFin.val

protected def add (x y : BitVec w) : BitVec w := .ofNat w (x.toNat + y.toNat)
protected def sub (x y : BitVec w) : BitVec w := .ofNat w ((2 ^ w - y.toNat) + x.toNat)
protected def mul (x y : BitVec w) : BitVec w := .ofNat w (x.toNat * y.toNat)
def udiv (x y : BitVec w) : BitVec w := .ofNat w (x.toNat / y.toNat)
def umod (x y : BitVec w) : BitVec w := .ofNat w (x.toNat % y.toNat)

theorem eq_of_toNat_eq {x y : BitVec w} (h : x.toNat = y.toNat) : x = y :=
  match x, y, h with
  | ⟨⟨_, _⟩⟩, ⟨⟨_, _⟩⟩, rfl => rfl

instance : DecidableEq (BitVec w) := fun x y =>
  decidable_of_iff (x.toNat = y.toNat) ⟨eq_of_toNat_eq, congrArg BitVec.toNat⟩

end BitVec

/-! ## 8 bits -/

abbrev UInt8.size : Nat := 256

namespace UInt8

@[extern "lean_uint8_of_nat"] def ofNat (n : @& Nat) : UInt8 := ⟨.ofNat 8 n⟩
@[extern "lean_uint8_to_nat"] def toNat (n : UInt8) : Nat := n.toBitVec.toNat
@[extern "lean_uint8_add"] protected def add (a b : UInt8) : UInt8 := ⟨.add a.toBitVec b.toBitVec⟩
@[extern "lean_uint8_sub"] protected def sub (a b : UInt8) : UInt8 := ⟨.sub a.toBitVec b.toBitVec⟩
@[extern "lean_uint8_mul"] protected def mul (a b : UInt8) : UInt8 := ⟨.mul a.toBitVec b.toBitVec⟩
@[extern "lean_uint8_div"] protected def div (a b : UInt8) : UInt8 := ⟨.udiv a.toBitVec b.toBitVec⟩
@[extern "lean_uint8_mod"] protected def mod (a b : UInt8) : UInt8 := ⟨.umod a.toBitVec b.toBitVec⟩
protected def lt (a b : UInt8) : Prop := a.toNat < b.toNat
protected def le (a b : UInt8) : Prop := a.toNat ≤ b.toNat
@[extern "lean_uint8_dec_eq"] def decEq (a b : UInt8) : Decidable (a = b) := decidable_of_iff (a.toBitVec = b.toBitVec) ⟨fun h => by cases a; cases b; exact congrArg ofBitVec h, congrArg toBitVec⟩

instance instOfNat {n : Nat} : OfNat UInt8 n := ⟨ofNat n⟩
instance : Inhabited UInt8 := ⟨0⟩
instance : Add UInt8 := ⟨UInt8.add⟩
instance : Sub UInt8 := ⟨UInt8.sub⟩
instance : Mul UInt8 := ⟨UInt8.mul⟩
instance : Div UInt8 := ⟨UInt8.div⟩
instance : Mod UInt8 := ⟨UInt8.mod⟩
instance : LT UInt8 := ⟨UInt8.lt⟩
instance : LE UInt8 := ⟨UInt8.le⟩
instance : DecidableEq UInt8 := decEq
@[extern "lean_uint8_dec_lt"] instance decLt (a b : UInt8) : Decidable (a < b) := Nat.decLt a.toNat b.toNat
@[extern "lean_uint8_dec_le"] instance decLe (a b : UInt8) : Decidable (a ≤ b) := Nat.decLe a.toNat b.toNat
instance : ToString UInt8 := ⟨fun n => toString n.toNat⟩
instance : Repr UInt8 := ⟨fun n _ => n.toNat.repr⟩

end UInt8

/-! ## 16 bits -/

abbrev UInt16.size : Nat := 65536

namespace UInt16

@[extern "lean_uint16_of_nat"] def ofNat (n : @& Nat) : UInt16 := ⟨.ofNat 16 n⟩
@[extern "lean_uint16_to_nat"] def toNat (n : UInt16) : Nat := n.toBitVec.toNat
@[extern "lean_uint16_add"] protected def add (a b : UInt16) : UInt16 := ⟨.add a.toBitVec b.toBitVec⟩
@[extern "lean_uint16_sub"] protected def sub (a b : UInt16) : UInt16 := ⟨.sub a.toBitVec b.toBitVec⟩
@[extern "lean_uint16_mul"] protected def mul (a b : UInt16) : UInt16 := ⟨.mul a.toBitVec b.toBitVec⟩
@[extern "lean_uint16_div"] protected def div (a b : UInt16) : UInt16 := ⟨.udiv a.toBitVec b.toBitVec⟩
@[extern "lean_uint16_mod"] protected def mod (a b : UInt16) : UInt16 := ⟨.umod a.toBitVec b.toBitVec⟩
protected def lt (a b : UInt16) : Prop := a.toNat < b.toNat
protected def le (a b : UInt16) : Prop := a.toNat ≤ b.toNat
@[extern "lean_uint16_dec_eq"] def decEq (a b : UInt16) : Decidable (a = b) := decidable_of_iff (a.toBitVec = b.toBitVec) ⟨fun h => by cases a; cases b; exact congrArg ofBitVec h, congrArg toBitVec⟩

instance instOfNat {n : Nat} : OfNat UInt16 n := ⟨ofNat n⟩
instance : Inhabited UInt16 := ⟨0⟩
instance : Add UInt16 := ⟨UInt16.add⟩
instance : Sub UInt16 := ⟨UInt16.sub⟩
instance : Mul UInt16 := ⟨UInt16.mul⟩
instance : Div UInt16 := ⟨UInt16.div⟩
instance : Mod UInt16 := ⟨UInt16.mod⟩
instance : LT UInt16 := ⟨UInt16.lt⟩
instance : LE UInt16 := ⟨UInt16.le⟩
instance : DecidableEq UInt16 := decEq
@[extern "lean_uint16_dec_lt"] instance decLt (a b : UInt16) : Decidable (a < b) := Nat.decLt a.toNat b.toNat
@[extern "lean_uint16_dec_le"] instance decLe (a b : UInt16) : Decidable (a ≤ b) := Nat.decLe a.toNat b.toNat
instance : ToString UInt16 := ⟨fun n => toString n.toNat⟩
instance : Repr UInt16 := ⟨fun n _ => n.toNat.repr⟩

end UInt16

/-! ## 32 bits -/

abbrev UInt32.size : Nat := 4294967296

namespace UInt32

@[extern "lean_uint32_of_nat"] def ofNat (n : @& Nat) : UInt32 := ⟨.ofNat 32 n⟩
@[extern "lean_uint32_add"] protected def add (a b : UInt32) : UInt32 := ⟨.add a.toBitVec b.toBitVec⟩
@[extern "lean_uint32_sub"] protected def sub (a b : UInt32) : UInt32 := ⟨.sub a.toBitVec b.toBitVec⟩
@[extern "lean_uint32_mul"] protected def mul (a b : UInt32) : UInt32 := ⟨.mul a.toBitVec b.toBitVec⟩
@[extern "lean_uint32_div"] protected def div (a b : UInt32) : UInt32 := ⟨.udiv a.toBitVec b.toBitVec⟩
@[extern "lean_uint32_mod"] protected def mod (a b : UInt32) : UInt32 := ⟨.umod a.toBitVec b.toBitVec⟩
protected def lt (a b : UInt32) : Prop := a.toNat < b.toNat
protected def le (a b : UInt32) : Prop := a.toNat ≤ b.toNat

instance instOfNat {n : Nat} : OfNat UInt32 n := ⟨ofNat n⟩
instance : Inhabited UInt32 := ⟨0⟩
instance : Add UInt32 := ⟨UInt32.add⟩
instance : Sub UInt32 := ⟨UInt32.sub⟩
instance : Mul UInt32 := ⟨UInt32.mul⟩
instance : Div UInt32 := ⟨UInt32.div⟩
instance : Mod UInt32 := ⟨UInt32.mod⟩
instance : LT UInt32 := ⟨UInt32.lt⟩
instance : LE UInt32 := ⟨UInt32.le⟩

@[extern "lean_uint32_dec_lt"] instance decLt (a b : UInt32) : Decidable (a < b) := Nat.decLt a.toNat b.toNat
@[extern "lean_uint32_dec_le"] instance decLe (a b : UInt32) : Decidable (a ≤ b) := Nat.decLe a.toNat b.toNat
instance : ToString UInt32 := ⟨fun n => toString n.toNat⟩
instance : Repr UInt32 := ⟨fun n _ => n.toNat.repr⟩

end UInt32

/-! ## 64 bits -/

abbrev UInt64.size : Nat := 18446744073709551616

namespace UInt64

@[extern "lean_uint64_of_nat"] def ofNat (n : @& Nat) : UInt64 := ⟨.ofNat 64 n⟩
@[extern "lean_uint64_to_nat"] def toNat (n : UInt64) : Nat := n.toBitVec.toNat
@[extern "lean_uint64_add"] protected def add (a b : UInt64) : UInt64 := ⟨.add a.toBitVec b.toBitVec⟩
@[extern "lean_uint64_sub"] protected def sub (a b : UInt64) : UInt64 := ⟨.sub a.toBitVec b.toBitVec⟩
@[extern "lean_uint64_mul"] protected def mul (a b : UInt64) : UInt64 := ⟨.mul a.toBitVec b.toBitVec⟩
@[extern "lean_uint64_div"] protected def div (a b : UInt64) : UInt64 := ⟨.udiv a.toBitVec b.toBitVec⟩
@[extern "lean_uint64_mod"] protected def mod (a b : UInt64) : UInt64 := ⟨.umod a.toBitVec b.toBitVec⟩
protected def lt (a b : UInt64) : Prop := a.toNat < b.toNat
protected def le (a b : UInt64) : Prop := a.toNat ≤ b.toNat
@[extern "lean_uint64_dec_eq"] def decEq (a b : UInt64) : Decidable (a = b) := decidable_of_iff (a.toBitVec = b.toBitVec) ⟨fun h => by cases a; cases b; exact congrArg ofBitVec h, congrArg toBitVec⟩

instance instOfNat {n : Nat} : OfNat UInt64 n := ⟨ofNat n⟩
instance : Inhabited UInt64 := ⟨0⟩
instance : Add UInt64 := ⟨UInt64.add⟩
instance : Sub UInt64 := ⟨UInt64.sub⟩
instance : Mul UInt64 := ⟨UInt64.mul⟩
instance : Div UInt64 := ⟨UInt64.div⟩
instance : Mod UInt64 := ⟨UInt64.mod⟩
instance : LT UInt64 := ⟨UInt64.lt⟩
instance : LE UInt64 := ⟨UInt64.le⟩
instance : DecidableEq UInt64 := decEq
@[extern "lean_uint64_dec_lt"] instance decLt (a b : UInt64) : Decidable (a < b) := Nat.decLt a.toNat b.toNat
@[extern "lean_uint64_dec_le"] instance decLe (a b : UInt64) : Decidable (a ≤ b) := Nat.decLe a.toNat b.toNat
instance : ToString UInt64 := ⟨fun n => toString n.toNat⟩
instance : Repr UInt64 := ⟨fun n _ => n.toNat.repr⟩

end UInt64
