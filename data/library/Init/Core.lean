prelude
import Init.Quotation

/-!
# Equality, heterogeneous equality, equivalence

What the elaborator needs before it can run `rw`, `simp`, `subst`, `cases` and `calc`, then function
extensionality.
-/

universe u v w u' v' w'

/-! ## Injectivity of constructors -/

theorem Lean.injEq_helper {P Q R : Prop} (h : P → Q → R) : P ∧ Q → R := fun h' => h h'.1 h'.2

theorem Eq.propIntro {a b : Prop} (h₁ : a → b) (h₂ : b → a) : a = b := propext ⟨h₁, h₂⟩

gen_injective_theorems% Nat
gen_injective_theorems% Fin
gen_injective_theorems% List
gen_injective_theorems% Option
gen_injective_theorems% Prod
gen_injective_theorems% PProd
gen_injective_theorems% MProd
gen_injective_theorems% Sum
gen_injective_theorems% PSum
gen_injective_theorems% Sigma
gen_injective_theorems% PSigma
gen_injective_theorems% Subtype
gen_injective_theorems% Except
gen_injective_theorems% Array
gen_injective_theorems% BitVec
gen_injective_theorems% UInt32
gen_injective_theorems% Char
gen_injective_theorems% String
gen_injective_theorems% Lean.Syntax

/-! ## Equality -/

attribute [symm] Eq.symm

@[macro_inline] def Eq.mp {α β : Sort u} (h : α = β) (a : α) : β := h ▸ a

@[macro_inline] def Eq.mpr {α β : Sort u} (h : α = β) (b : β) : α := h ▸ b

theorem Eq.mpr_prop {p q : Prop} (h₁ : p = q) (h₂ : q) : p := h₁ ▸ h₂

theorem Eq.mpr_not {p q : Prop} (h₁ : p = q) (h₂ : ¬q) : ¬p := h₁ ▸ h₂

theorem Eq.substr {α : Sort u} {p : α → Prop} {a b : α} (h₁ : b = a) : p a → p b := fun h => h₁ ▸ h

theorem eq_comm {α : Sort u} {a b : α} : a = b ↔ b = a := ⟨Eq.symm, Eq.symm⟩

theorem congrFun' {α : Sort u} {β : Sort v} {f g : α → β} (h : f = g) (a : α) : f a = g a := h ▸ rfl

theorem proof_irrel {a : Prop} (h₁ h₂ : a) : h₁ = h₂ := rfl

@[simp] theorem cast_eq {α : Sort u} (h : α = α) (a : α) : cast h a = a := rfl

@[simp] theorem cast_cast {α β γ : Sort u} (ha : α = β) (hb : β = γ) (a : α) :
    cast hb (cast ha a) = cast (ha.trans hb) a := by
  subst ha
  subst hb
  rfl

theorem eqRec_heq {α : Sort u} {φ : α → Sort v} {a a' : α} : (h : a = a') → (p : φ a) →
    HEq (Eq.recOn (motive := fun x _ => φ x) h p) p
  | rfl, p => HEq.refl p

@[reducible] def Ne {α : Sort u} (a b : α) : Prop := ¬(a = b)

theorem Ne.intro {α : Sort u} {a b : α} (h : a = b → False) : a ≠ b := h

theorem Ne.elim {α : Sort u} {a b : α} (h : a ≠ b) : a = b → False := h

theorem Ne.irrefl {α : Sort u} {a : α} (h : a ≠ a) : False := h rfl

@[symm] theorem Ne.symm {α : Sort u} {a b : α} (h : a ≠ b) : b ≠ a := fun h₁ => h h₁.symm

theorem ne_comm {α : Sort u} {a b : α} : a ≠ b ↔ b ≠ a := ⟨Ne.symm, Ne.symm⟩

theorem ne_of_eq_of_ne {α : Sort u} {a b c : α} (h₁ : a = b) (h₂ : b ≠ c) : a ≠ c := h₁.symm ▸ h₂

theorem ne_of_ne_of_eq {α : Sort u} {a b c : α} (h₁ : a ≠ b) (h₂ : b = c) : a ≠ c := h₂ ▸ h₁

theorem false_of_ne {α : Sort u} {a : α} (h : a ≠ a) : False := h rfl

theorem ne_false_of_self {p : Prop} (hp : p) : p ≠ False := fun h => h ▸ hp

theorem ne_true_of_not {p : Prop} (hnp : ¬p) : p ≠ True := fun h => hnp (h.symm ▸ trivial)

theorem true_ne_false : ¬True = False := fun h => h.mp trivial

theorem false_ne_true : ¬False = True := fun h => h.mpr trivial

/-! ## Heterogeneous equality -/

@[symm] theorem HEq.symm {α β : Sort u} {a : α} {b : β} (h : HEq a b) : HEq b a := h.rec (HEq.refl a)

theorem HEq.subst {α β : Sort u} {a : α} {b : β} {p : (T : Sort u) → T → Prop} (h₁ : HEq a b) (h₂ : p α a) :
    p β b :=
  HEq.rec (motive := fun {β} b _ => p β b) h₂ h₁

theorem HEq.trans {α β φ : Sort u} {a : α} {b : β} {c : φ} (h₁ : HEq a b) (h₂ : HEq b c) : HEq a c :=
  HEq.subst h₂ h₁

theorem heq_of_heq_of_eq {α β : Sort u} {a : α} {b b' : β} (h₁ : HEq a b) (h₂ : b = b') : HEq a b' :=
  h₂ ▸ h₁

theorem heq_of_eq_of_heq {α β : Sort u} {a a' : α} {b : β} (h₁ : a = a') (h₂ : HEq a' b) : HEq a b :=
  h₁ ▸ h₂

theorem type_eq_of_heq {α β : Sort u} {a : α} {b : β} (h : HEq a b) : α = β := h.rec (Eq.refl α)

theorem cast_heq {α β : Sort u} : (h : α = β) → (a : α) → HEq (cast h a) a
  | rfl, a => HEq.refl a

theorem proof_irrel_heq {p q : Prop} (hp : p) (hq : q) : HEq hp hq := by
  have h : p = q := propext ⟨fun _ => hq, fun _ => hp⟩
  subst h
  exact HEq.refl hp

@[simp] theorem heq_eq_eq {α : Sort u} (a b : α) : (HEq a b) = (a = b) := propext ⟨eq_of_heq, heq_of_eq⟩

theorem heq_self_iff_true {α : Sort u} (a : α) : HEq a a ↔ True := ⟨fun _ => trivial, fun _ => HEq.refl a⟩

/-! ## Equivalence of propositions -/

@[refl] theorem Iff.refl (a : Prop) : a ↔ a := ⟨fun h => h, fun h => h⟩

protected theorem Iff.rfl {a : Prop} : a ↔ a := Iff.refl a

macro_rules | `(tactic| rfl) => `(tactic| exact Iff.rfl)

theorem Iff.of_eq {a b : Prop} (h : a = b) : a ↔ b := h ▸ Iff.rfl

theorem iff_of_eq {a b : Prop} (h : a = b) : a ↔ b := h ▸ Iff.rfl

theorem Eq.to_iff {a b : Prop} (h : a = b) : a ↔ b := iff_of_eq h

theorem Iff.trans {a b c : Prop} (h₁ : a ↔ b) (h₂ : b ↔ c) : a ↔ c :=
  ⟨fun h => h₂.mp (h₁.mp h), fun h => h₁.mpr (h₂.mpr h)⟩

@[symm] theorem Iff.symm {a b : Prop} (h : a ↔ b) : b ↔ a := ⟨h.mpr, h.mp⟩

theorem Iff.comm {a b : Prop} : (a ↔ b) ↔ (b ↔ a) := ⟨Iff.symm, Iff.symm⟩

theorem iff_comm {a b : Prop} : (a ↔ b) ↔ (b ↔ a) := Iff.comm

def Iff.elim {a b : Prop} {c : Sort u} (f : (a → b) → (b → a) → c) (h : a ↔ b) : c := f h.mp h.mpr

/-! ## Elimination and symmetry of the connectives -/

theorem Or.elim {a b c : Prop} (h : a ∨ b) (left : a → c) (right : b → c) : c := h.rec left right

theorem Or.resolve_left {a b : Prop} (h : a ∨ b) (na : ¬a) : b := h.elim (absurd · na) id

theorem Or.resolve_right {a b : Prop} (h : a ∨ b) (nb : ¬b) : a := h.elim id (absurd · nb)

theorem Or.neg_resolve_left {a b : Prop} (h : ¬a ∨ b) (ha : a) : b := h.elim (absurd ha) id

theorem Or.neg_resolve_right {a b : Prop} (h : a ∨ ¬b) (nb : b) : a := h.elim id (absurd nb)

theorem Or.intro_left {a : Prop} (b : Prop) (h : a) : a ∨ b := Or.inl h

theorem Or.intro_right (a : Prop) {b : Prop} (h : b) : a ∨ b := Or.inr h

theorem Or.symm {a b : Prop} (h : a ∨ b) : b ∨ a := h.elim Or.inr Or.inl

theorem Or.comm {a b : Prop} : a ∨ b ↔ b ∨ a := ⟨Or.symm, Or.symm⟩

theorem or_comm {a b : Prop} : a ∨ b ↔ b ∨ a := Or.comm

def And.elim {a b : Prop} {α : Sort u} (f : a → b → α) (h : a ∧ b) : α := f h.left h.right

@[symm] theorem And.symm {a b : Prop} (h : a ∧ b) : b ∧ a := ⟨h.2, h.1⟩

theorem And.comm {a b : Prop} : a ∧ b ↔ b ∧ a := ⟨And.symm, And.symm⟩

theorem and_comm {a b : Prop} : a ∧ b ↔ b ∧ a := And.comm

protected theorem Exists.elim {α : Sort u} {p : α → Prop} {b : Prop} (h₁ : ∃ x, p x)
    (h₂ : ∀ a, p a → b) : b :=
  h₁.rec h₂

def Not.elim {a : Prop} {α : Sort v} (h₁ : ¬a) (h₂ : a) : α := absurd h₂ h₁

theorem mt {a b : Prop} (h₁ : a → b) (h₂ : ¬b) : ¬a := fun ha => h₂ (h₁ ha)

theorem not_not_intro {p : Prop} (h : p) : ¬¬p := fun hn => hn h

theorem not_false : ¬False := id

theorem not_of_iff_false {p : Prop} (h : p ↔ False) : ¬p := h.1

theorem of_iff_true {a : Prop} (h : a ↔ True) : a := h.2 trivial

/-! ## Quotients and function extensionality -/

theorem funext {α : Sort u} {β : α → Sort v} {f g : (x : α) → β x} (h : ∀ x, f x = g x) : f = g :=
  let agree (f g : (x : α) → β x) := ∀ x, f x = g x
  let apply (f : Quot agree) (x : α) : β x := Quot.lift (fun f => f x) (fun _ _ h => h x) f
  show apply (Quot.mk agree f) = apply (Quot.mk agree g) from congrArg apply (Quot.sound h)

class Subsingleton (α : Sort u) : Prop where
  intro ::
  allEq : (a b : α) → a = b

protected theorem Subsingleton.elim {α : Sort u} [h : Subsingleton α] : (a b : α) → a = b := h.allEq

protected theorem Subsingleton.helim {α β : Sort u} [Subsingleton α] (h : α = β) (a : α) (b : β) :
    HEq a b := by
  subst h
  exact heq_of_eq (Subsingleton.elim a b)

instance (p : Prop) : Subsingleton p := ⟨fun a b => proof_irrel a b⟩

instance : Subsingleton PUnit := ⟨fun _ _ => rfl⟩

instance : Subsingleton Empty := ⟨fun a => nomatch a⟩

instance (p : Prop) : Subsingleton (Decidable p) := ⟨fun
  | isTrue _, isTrue _ => rfl
  | isTrue h, isFalse h' => absurd h h'
  | isFalse h, isTrue h' => absurd h' h
  | isFalse _, isFalse _ => rfl⟩

/-! ## Transitivity, for `calc` -/

class Trans.{ur, us, ut, u₁, u₂, u₃} {α : Sort u₁} {β : Sort u₂} {γ : Sort u₃} (r : α → β → Sort ur)
    (s : β → γ → Sort us) (t : outParam (α → γ → Sort ut)) where
  trans : {a : α} → {b : β} → {c : γ} → r a b → s b c → t a c
export Trans (trans)

instance {α : Sort u} {γ : Sort w} (r : α → γ → Sort v) : Trans Eq r r where
  trans h h' := h ▸ h'

instance {α : Sort u} {β : Sort v} (r : α → β → Sort w) : Trans r Eq r where
  trans h h' := h' ▸ h

instance : Trans Iff Iff Iff where
  trans := Iff.trans

/-- The type of an argument that a tactic fills in: `(h : p := by tactic)`. -/
@[reducible] def autoParam (α : Sort u) (_tactic : Lean.Syntax) : Sort u := α

instance (priority := 300) Zero.toOfNat0 {α : Type u} [Zero α] : OfNat α (nat_lit 0) := ⟨Zero.zero⟩
instance (priority := 200) Zero.ofOfNat0 {α : Type u} [OfNat α (nat_lit 0)] : Zero α := ⟨0⟩
instance (priority := 300) One.toOfNat1 {α : Type u} [One α] : OfNat α (nat_lit 1) := ⟨One.one⟩
instance (priority := 200) One.ofOfNat1 {α : Type u} [OfNat α (nat_lit 1)] : One α := ⟨1⟩

/-! ## Associative and commutative operations, for `ac_rfl` -/

class Std.Associative {α : Sort u} (op : α → α → α) : Prop where
  assoc : (a b c : α) → op (op a b) c = op a (op b c)

class Std.Commutative {α : Sort u} (op : α → α → α) : Prop where
  comm : (a b : α) → op a b = op b a

class Std.IdempotentOp {α : Sort u} (op : α → α → α) : Prop where
  idempotent : (x : α) → op x x = x

class Std.LeftIdentity {α : Sort u} {β : Sort v} (op : α → β → β) (o : outParam α) : Prop

class Std.LawfulLeftIdentity {α : Sort u} {β : Sort v} (op : α → β → β) (o : outParam α) : Prop
    extends Std.LeftIdentity op o where
  left_id : ∀ a, op o a = a

class Std.RightIdentity {α : Sort u} {β : Sort v} (op : α → β → α) (o : outParam β) : Prop

class Std.LawfulRightIdentity {α : Sort u} {β : Sort v} (op : α → β → α) (o : outParam β) : Prop
    extends Std.RightIdentity op o where
  right_id : ∀ a, op a o = a

class Std.Identity {α : Sort u} (op : α → α → α) (o : outParam α) : Prop
    extends Std.LeftIdentity op o, Std.RightIdentity op o

class Std.LawfulIdentity {α : Sort u} (op : α → α → α) (o : outParam α) : Prop
    extends Std.Identity op o, Std.LawfulLeftIdentity op o, Std.LawfulRightIdentity op o

/-! ## More decidable propositions -/

instance instDecidableForall {p q : Prop} [dp : Decidable p] [dq : Decidable q] : Decidable (p → q) :=
  match dp, dq with
  | isTrue hp, isFalse hq => isFalse fun h => hq (h hp)
  | _, isTrue hq => isTrue fun _ => hq
  | isFalse hp, _ => isTrue fun h => absurd h hp

instance instDecidableIff {p q : Prop} [dp : Decidable p] [dq : Decidable q] : Decidable (p ↔ q) :=
  match dp, dq with
  | isTrue hp, isTrue hq => isTrue ⟨fun _ => hq, fun _ => hp⟩
  | isTrue hp, isFalse hq => isFalse fun h => hq (h.1 hp)
  | isFalse hp, isTrue hq => isFalse fun h => hp (h.2 hq)
  | isFalse hp, isFalse hq => isTrue ⟨fun h => absurd h hp, fun h => absurd h hq⟩

instance instDecidableNe {α : Sort u} [DecidableEq α] (a b : α) : Decidable (a ≠ b) :=
  inferInstanceAs (Decidable (¬a = b))

theorem Bool.Reflects.congr {p q : Prop} (h : p ↔ q) : {b : Bool} → b.Reflects p → b.Reflects q
  | true, hp => h.1 hp
  | false, hp => fun hq => hp (h.2 hq)

@[inline] def decidable_of_iff {b : Prop} (a : Prop) (h : a ↔ b) [inst : Decidable a] : Decidable b :=
  .intro (decide a) (inst.reflects_decide.congr h)

@[inline] def decidable_of_bool {a : Prop} : (b : Bool) → (b = true ↔ a) → Decidable a
  | true, h => isTrue (h.1 rfl)
  | false, h => isFalse fun ha => Bool.noConfusion (h.2 ha)

@[inline] def decidable_of_decidable_of_iff {p q : Prop} [Decidable p] (h : p ↔ q) : Decidable q :=
  decidable_of_iff p h

@[simp] theorem decide_eq_true_eq {p : Prop} [Decidable p] : (decide p = true) = p :=
  propext ⟨of_decide_eq_true, decide_eq_true⟩

theorem decide_eq_true_iff {p : Prop} [Decidable p] : decide p = true ↔ p :=
  ⟨of_decide_eq_true, decide_eq_true⟩

@[simp] theorem decide_eq_false_iff_not {p : Prop} {_ : Decidable p} : decide p = false ↔ ¬p :=
  ⟨of_decide_eq_false, decide_eq_false⟩

theorem Decidable.em (p : Prop) [inst : Decidable p] : p ∨ ¬p :=
  match inst with
  | isTrue h => Or.inl h
  | isFalse h => Or.inr h

/-- Not equal, as a Boolean. -/
@[inline] def bne {α : Type u} [BEq α] (a b : α) : Bool := !(a == b)

/-! ## Taking elements by index -/

class GetElem? (coll : Type u) (idx : Type v) (elem : outParam (Type w))
    (valid : outParam (coll → idx → Prop)) extends GetElem coll idx elem valid where
  getElem? : coll → idx → Option elem
  getElem! [Inhabited elem] (xs : coll) (i : idx) : elem :=
    match getElem? xs i with
    | some e => e
    | none => default
export GetElem? (getElem? getElem!)

/-- The array with the elements of a list. -/
@[extern "lean_list_to_array_impl"] def List.toArray {α : Type u} (as : List α) : Array α := ⟨as⟩

/-! ## Sizes, for termination -/

class SizeOf (α : Sort u) where
  sizeOf : α → Nat
export SizeOf (sizeOf)

protected def default.sizeOf (α : Sort u) : α → Nat := fun _ => 0

instance (priority := low) instSizeOfDefault (α : Sort u) : SizeOf α := ⟨default.sizeOf α⟩

@[simp] theorem sizeOf_default {α : Sort u} (n : α) : sizeOf n = 0 := rfl

instance instSizeOfNat : SizeOf Nat := ⟨fun n => n⟩

@[simp] theorem sizeOf_nat (n : Nat) : sizeOf n = n := rfl

instance {α : Sort u} [SizeOf α] : SizeOf (Unit → α) := ⟨fun f => sizeOf (f ())⟩

@[simp] theorem sizeOf_thunk {α : Sort u} [SizeOf α] (f : Unit → α) : sizeOf f = sizeOf (f ()) := rfl

deriving instance SizeOf for PUnit
deriving instance SizeOf for Bool
deriving instance SizeOf for Prod
deriving instance SizeOf for PProd
deriving instance SizeOf for MProd
deriving instance SizeOf for Sum
deriving instance SizeOf for PSum
deriving instance SizeOf for Sigma
deriving instance SizeOf for PSigma
deriving instance SizeOf for Subtype
deriving instance SizeOf for Option
deriving instance SizeOf for List
deriving instance SizeOf for Array
deriving instance SizeOf for Except
deriving instance SizeOf for Fin
deriving instance SizeOf for BitVec
deriving instance SizeOf for UInt32
deriving instance SizeOf for Char
deriving instance SizeOf for String
