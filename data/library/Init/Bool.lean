prelude
import Init.Quantifiers

/-!
# Booleans and Boolean equality

The Boolean simp set, the bridge between `Bool` and `Prop`, and lawful `==`.
-/

universe u v

namespace Bool

@[simp] theorem false_eq_true : (false = true) = False := eq_false Bool.noConfusion
@[simp] theorem true_eq_false : (true = false) = False := eq_false Bool.noConfusion
@[simp] theorem not_eq_true (b : Bool) : (¬(b = true)) = (b = false) := by cases b <;> simp
@[simp] theorem not_eq_false (b : Bool) : (¬(b = false)) = (b = true) := by cases b <;> simp
theorem of_not_eq_true {b : Bool} (h : ¬b = true) : b = false := eq_false_of_ne_true h
theorem of_not_eq_false {b : Bool} (h : ¬b = false) : b = true := eq_true_of_ne_false h
theorem eq_false_or_eq_true : (b : Bool) → b = true ∨ b = false
  | true => .inl rfl
  | false => .inr rfl
theorem eq_false_iff : {b : Bool} → b = false ↔ b ≠ true := by intro b; cases b <;> simp
theorem ne_false_iff : {b : Bool} → b ≠ false ↔ b = true := by intro b; cases b <;> simp
theorem eq_iff_iff {a b : Bool} : a = b ↔ (a ↔ b) := by cases a <;> cases b <;> simp
@[simp] theorem coe_iff_coe {a b : Bool} : (a ↔ b) ↔ a = b := Bool.eq_iff_iff.symm
@[simp] theorem coe_true_iff_false {a b : Bool} : (a ↔ b = false) ↔ a = !b := by
  cases a <;> cases b <;> simp [not]
@[simp] theorem coe_false_iff_true {a b : Bool} : (a = false ↔ b) ↔ (!a) = b := by
  cases a <;> cases b <;> simp [not]
@[simp] theorem coe_false_iff_false {a b : Bool} : (a = false ↔ b = false) ↔ a = b := by
  cases a <;> cases b <;> simp

/-! ## Conjunction -/

@[simp] theorem and_self (b : Bool) : (b && b) = b := by cases b <;> rfl
@[simp] theorem and_true (b : Bool) : (b && true) = b := by cases b <;> rfl
@[simp] theorem true_and (b : Bool) : (true && b) = b := rfl
@[simp] theorem and_false (b : Bool) : (b && false) = false := by cases b <;> rfl
@[simp] theorem false_and (b : Bool) : (false && b) = false := rfl
@[simp] theorem and_not_self : ∀ x : Bool, (x && !x) = false := by intro x; cases x <;> rfl
@[simp] theorem not_and_self : ∀ x : Bool, (!x && x) = false := by intro x; cases x <;> rfl
theorem and_comm : ∀ x y : Bool, (x && y) = (y && x) := by intro x y; cases x <;> cases y <;> rfl
theorem and_assoc : ∀ x y z : Bool, ((x && y) && z) = (x && (y && z)) := by intro x y z; cases x <;> rfl
theorem and_left_comm : ∀ x y z : Bool, (x && (y && z)) = (y && (x && z)) := by
  intro x y z; cases x <;> cases y <;> rfl
theorem and_or_distrib_left : ∀ x y z : Bool, (x && (y || z)) = (x && y || x && z) := by
  intro x y z; cases x <;> rfl
@[simp] theorem and_eq_true (a b : Bool) : ((a && b) = true) = (a = true ∧ b = true) := by cases a <;> simp
@[simp] theorem and_eq_false_iff (a b : Bool) : (a && b) = false ↔ a = false ∨ b = false := by
  cases a <;> simp
theorem and_eq_true_iff {a b : Bool} : (a && b) = true ↔ a = true ∧ b = true := iff_of_eq (and_eq_true a b)

/-! ## Disjunction -/

@[simp] theorem or_self (b : Bool) : (b || b) = b := by cases b <;> rfl
@[simp] theorem or_true (b : Bool) : (b || true) = true := by cases b <;> rfl
@[simp] theorem true_or (b : Bool) : (true || b) = true := rfl
@[simp] theorem or_false (b : Bool) : (b || false) = b := by cases b <;> rfl
@[simp] theorem false_or (b : Bool) : (false || b) = b := rfl
@[simp] theorem or_not_self : ∀ x : Bool, (x || !x) = true := by intro x; cases x <;> rfl
@[simp] theorem not_or_self : ∀ x : Bool, (!x || x) = true := by intro x; cases x <;> rfl
theorem or_comm : ∀ x y : Bool, (x || y) = (y || x) := by intro x y; cases x <;> cases y <;> rfl
theorem or_assoc : ∀ x y z : Bool, ((x || y) || z) = (x || (y || z)) := by intro x y z; cases x <;> rfl
theorem or_left_comm : ∀ x y z : Bool, (x || (y || z)) = (y || (x || z)) := by
  intro x y z; cases x <;> cases y <;> rfl
theorem or_and_distrib_left : ∀ x y z : Bool, (x || y && z) = ((x || y) && (x || z)) := by
  intro x y z; cases x <;> rfl
@[simp] theorem or_eq_true (a b : Bool) : ((a || b) = true) = (a = true ∨ b = true) := by cases a <;> simp
@[simp] theorem or_eq_false_iff (a b : Bool) : (a || b) = false ↔ a = false ∧ b = false := by cases a <;> simp
theorem or_eq_true_iff {a b : Bool} : (a || b) = true ↔ a = true ∨ b = true := iff_of_eq (or_eq_true a b)

/-! ## Negation -/

@[simp] theorem not_true : (!true) = false := rfl
@[simp] theorem not_false : (!false) = true := rfl
@[simp] theorem not_not (b : Bool) : (!!b) = b := by cases b <;> rfl
@[simp] theorem not_eq_true' (b : Bool) : ((!b) = true) = (b = false) := by cases b <;> simp
@[simp] theorem not_eq_false' (b : Bool) : ((!b) = false) = (b = true) := by cases b <;> simp
@[simp] theorem not_and : ∀ x y : Bool, (!(x && y)) = (!x || !y) := by intro x y; cases x <;> rfl
@[simp] theorem not_or : ∀ x y : Bool, (!(x || y)) = (!x && !y) := by intro x y; cases x <;> rfl
@[simp] theorem not_eq_not : ∀ {a b : Bool}, ¬a = !b ↔ a = b := by intro a b; cases a <;> cases b <;> simp
@[simp] theorem not_not_eq : ∀ {a b : Bool}, ¬(!a) = b ↔ a = b := by intro a b; cases a <;> cases b <;> simp
@[simp] theorem not_inj_iff : ∀ {x y : Bool}, (!x) = (!y) ↔ x = y := by
  intro x y; cases x <;> cases y <;> simp
theorem not_inj : ∀ {x y : Bool}, (!x) = (!y) → x = y := not_inj_iff.1

/-! ## Exclusive or, order by implication -/

@[inline] protected def xor : Bool → Bool → Bool := bne

instance : Std.Commutative (α := Bool) (· && ·) := ⟨and_comm⟩
instance : Std.Associative (α := Bool) (· && ·) := ⟨and_assoc⟩
instance : Std.IdempotentOp (α := Bool) (· && ·) := ⟨and_self⟩
instance : Std.LawfulIdentity (α := Bool) (· && ·) true := { left_id := true_and, right_id := and_true }
instance : Std.IdempotentOp (α := Bool) (· || ·) := ⟨or_self⟩
instance : Std.LawfulIdentity (α := Bool) (· || ·) false := { left_id := false_or, right_id := or_false }
instance : Std.Commutative (α := Bool) (· || ·) := ⟨or_comm⟩
instance : Std.Associative (α := Bool) (· || ·) := ⟨or_assoc⟩

/-- Quantifiers over `Bool` are decidable. -/
instance (p : Bool → Prop) [inst : DecidablePred p] : Decidable (∀ x, p x) :=
  decidable_of_iff (p true ∧ p false) ⟨fun ⟨ht, hf⟩ b => by cases b <;> assumption, fun h => ⟨h _, h _⟩⟩

instance (p : Bool → Prop) [inst : DecidablePred p] : Decidable (∃ x, p x) :=
  decidable_of_iff (p true ∨ p false)
    ⟨fun h => h.elim (⟨_, ·⟩) (⟨_, ·⟩), fun ⟨b, h⟩ => by cases b <;> simp [h]⟩

end Bool

export Bool (xor)

def Bool.toNat (b : Bool) : Nat := cond b 1 0

@[simp] theorem Bool.toNat_true : true.toNat = 1 := rfl
@[simp] theorem Bool.toNat_false : false.toNat = 0 := rfl

@[simp] theorem cond_true {α : Sort u} (a b : α) : cond true a b = a := rfl
@[simp] theorem cond_false {α : Sort u} (a b : α) : cond false a b = b := rfl
@[simp] theorem cond_self {α : Sort u} (c : Bool) (t : α) : cond c t t = t := by cases c <;> rfl
theorem Bool.cond_eq_ite {α : Sort u} (b : Bool) (t e : α) : cond b t e = if b then t else e := by
  cases b <;> simp

/-! ## `decide` and `if` over Booleans -/

@[simp] theorem decide_true (h : Decidable True) : @decide True h = true := decide_eq_true trivial
@[simp] theorem decide_false (h : Decidable False) : @decide False h = false := decide_eq_false id
theorem Bool.decide_coe (b : Bool) [Decidable (b = true)] : decide (b = true) = b := by
  cases b
  · exact decide_eq_false Bool.noConfusion
  · exact decide_eq_true rfl
attribute [simp] Bool.decide_coe

@[simp] theorem Bool.decide_eq_true {b : Bool} [Decidable (b = true)] : decide (b = true) = b :=
  Bool.decide_coe b
@[simp] theorem Bool.decide_eq_false {b : Bool} [Decidable (b = false)] : decide (b = false) = !b := by
  cases b
  · exact _root_.decide_eq_true rfl
  · exact _root_.decide_eq_false Bool.noConfusion

@[simp] theorem Bool.decide_and (p q : Prop) [dpq : Decidable (p ∧ q)] [dp : Decidable p] [dq : Decidable q] :
    decide (p ∧ q) = (decide p && decide q) := by
  apply Bool.eq_iff_iff.2
  simp
@[simp] theorem Bool.decide_or (p q : Prop) [dpq : Decidable (p ∨ q)] [dp : Decidable p] [dq : Decidable q] :
    decide (p ∨ q) = (decide p || decide q) := by
  apply Bool.eq_iff_iff.2
  simp
@[simp] theorem decide_eq_decide {p q : Prop} {_ : Decidable p} {_ : Decidable q} :
    decide p = decide q ↔ (p ↔ q) := by
  rw [Bool.eq_iff_iff]
  simp

@[simp] theorem Bool.if_true_left (p : Prop) [h : Decidable p] (f : Bool) :
    (ite p true f) = (decide p || f) := by
  by_cases hp : p <;> simp [hp]
@[simp] theorem Bool.if_false_left (p : Prop) [h : Decidable p] (f : Bool) :
    (ite p false f) = (!decide p && f) := by
  by_cases hp : p <;> simp [hp]
@[simp] theorem Bool.if_true_right (p : Prop) [h : Decidable p] (t : Bool) :
    (ite p t true) = (!decide p || t) := by
  by_cases hp : p <;> simp [hp]
@[simp] theorem Bool.if_false_right (p : Prop) [h : Decidable p] (t : Bool) :
    (ite p t false) = (decide p && t) := by
  by_cases hp : p <;> simp [hp]

/-! ## Lawful equality tests -/

class ReflBEq (α : Type u) [BEq α] : Prop where
  protected rfl {a : α} : a == a

class LawfulBEq (α : Type u) [BEq α] : Prop extends ReflBEq α where
  eq_of_beq : {a b : α} → a == b → a = b
export LawfulBEq (eq_of_beq)

section BEq
variable {α : Type u} [BEq α]

@[simp] theorem BEq.rfl [ReflBEq α] {a : α} : a == a := ReflBEq.rfl
@[simp] theorem beq_self_eq_true [ReflBEq α] (a : α) : (a == a) = true := ReflBEq.rfl
theorem BEq.refl [ReflBEq α] (a : α) : a == a := BEq.rfl
theorem beq_of_eq [ReflBEq α] {a b : α} (h : a = b) : a == b := h ▸ BEq.rfl
@[simp] theorem beq_iff_eq [LawfulBEq α] {a b : α} : a == b ↔ a = b := ⟨eq_of_beq, beq_of_eq⟩
@[simp] theorem beq_eq_false_iff_ne [LawfulBEq α] {a b : α} : (a == b) = false ↔ a ≠ b := by
  rw [ne_eq, ← beq_iff_eq (a := a), Bool.not_eq_true]
@[simp] theorem bne_iff_ne [LawfulBEq α] {a b : α} : a != b ↔ a ≠ b := by
  unfold bne
  rw [Bool.not_eq_true', beq_eq_false_iff_ne]
@[simp] theorem bne_self_eq_false [ReflBEq α] (a : α) : (a != a) = false := by simp [bne]
theorem beq_comm [LawfulBEq α] {a b : α} : (a == b) = (b == a) :=
  Bool.eq_iff_iff.2 (by simp only [beq_iff_eq]; exact eq_comm)
theorem not_beq_of_ne [LawfulBEq α] {a b : α} (h : a ≠ b) : ¬(a == b) = true := fun h' => h (eq_of_beq h')
theorem beq_false_of_ne [LawfulBEq α] {a b : α} (h : a ≠ b) : (a == b) = false := by simp [h]
theorem bne_eq_false_iff_eq [LawfulBEq α] {a b : α} : (a != b) = false ↔ a = b := by simp [bne]

end BEq

instance instLawfulBEqOfDecidableEq {α : Type u} [DecidableEq α] : LawfulBEq α where
  rfl := of_decide_eq_self_eq_true _
  eq_of_beq := of_decide_eq_true

/-- A lawful equality test decides equality. -/
def instDecidableEqOfLawfulBEq (α : Type u) [BEq α] [LawfulBEq α] : DecidableEq α := fun x y =>
  match h : x == y with
  | false => isFalse fun e => by rw [beq_of_eq e] at h; exact Bool.noConfusion h
  | true => isTrue (eq_of_beq h)

instance (priority := low) {α : Type u} [BEq α] [LawfulBEq α] (a b : α) : Decidable (a == b) :=
  inferInstanceAs (Decidable ((a == b) = true))
