/-!
# Semigroups and monoids

Type classes of our own for an associative operation, for a neutral element and for commutativity; powers in a monoid;
inverses; and the monoids that everybody knows.
-/

namespace Algebra

universe u v

/-- A type with an associative operation. -/
class Semigroup (α : Type u) where
  op : α → α → α
  assoc (a b c : α) : op (op a b) c = op a (op b c)

/-- The operation of a semigroup. -/
infixl:65 " ⋄ " => Semigroup.op

/-- A semigroup with a neutral element. -/
class Monoid (α : Type u) extends Semigroup α where
  unit : α
  unit_op (a : α) : op unit a = a
  op_unit (a : α) : op a unit = a

/-- A monoid in which the order of the factors does not matter. -/
class CommMonoid (α : Type u) extends Monoid α where
  comm (a b : α) : op a b = op b a

export Semigroup (assoc)
export Monoid (unit unit_op op_unit)

/-! ## Semigroups -/

section Semigroup

variable {α : Type u} [Semigroup α]

theorem assoc_four (a b c d : α) : a ⋄ b ⋄ c ⋄ d = a ⋄ (b ⋄ (c ⋄ d)) := by
  rw [assoc, assoc]

theorem assoc_middle (a b c d : α) : a ⋄ (b ⋄ c) ⋄ d = a ⋄ b ⋄ (c ⋄ d) := by
  rw [assoc, assoc, assoc]

theorem op_congr {a b c d : α} (hab : a = b) (hcd : c = d) : a ⋄ c = b ⋄ d := by
  rw [hab, hcd]

/-- Where every product is its left factor, every element is idempotent. -/
theorem idempotent_of_left_zero (h : ∀ a b : α, a ⋄ b = a) (a : α) : a ⋄ a = a :=
  h a a

theorem idempotent_of_sandwich {a : α} (h : ∀ x y : α, x ⋄ y ⋄ x = x) : a ⋄ a = a := by
  have h₁ : a ⋄ (a ⋄ a) = a := by
    rw [← assoc]
    exact h a a
  have h₂ : a ⋄ (a ⋄ a) ⋄ a = a := h a (a ⋄ a)
  rw [h₁] at h₂
  exact h₂

end Semigroup

/-! ## Neutral elements -/

section Monoid

variable {α : Type u} [Monoid α]

theorem unit_op_unit : unit ⋄ unit = (unit : α) :=
  unit_op unit

theorem eq_unit_of_left_neutral {e : α} (h : ∀ a, e ⋄ a = a) : e = unit := by
  rw [← h unit, op_unit]

theorem eq_unit_of_right_neutral {e : α} (h : ∀ a, a ⋄ e = a) : e = unit := by
  rw [← h unit, unit_op]

/-- `b` undoes `a` from both sides. -/
def IsInverse (a b : α) : Prop := a ⋄ b = unit ∧ b ⋄ a = unit

theorem IsInverse.symm {a b : α} (h : IsInverse a b) : IsInverse b a :=
  ⟨h.right, h.left⟩

theorem isInverse_unit : IsInverse (unit : α) unit :=
  ⟨unit_op unit, unit_op unit⟩

/-- What undoes from the left and what undoes from the right are the same. -/
theorem left_inverse_eq_right_inverse {a b c : α} (hb : b ⋄ a = unit) (hc : a ⋄ c = unit) : b = c := by
  calc
    b = b ⋄ (a ⋄ c) := by rw [hc, op_unit]
    _ = b ⋄ a ⋄ c := (assoc b a c).symm
    _ = c := by rw [hb, unit_op]

theorem IsInverse.unique {a b c : α} (hb : IsInverse a b) (hc : IsInverse a c) : b = c :=
  left_inverse_eq_right_inverse hb.right hc.left

theorem IsInverse.op {a b c d : α} (hab : IsInverse a b) (hcd : IsInverse c d) : IsInverse (a ⋄ c) (d ⋄ b) := by
  constructor
  · rw [← assoc, assoc a, hcd.left, op_unit, hab.left]
  · rw [← assoc, assoc d, hab.right, op_unit, hcd.right]

theorem IsInverse.cancel_left {a b c d : α} (h : IsInverse a b) (hcd : a ⋄ c = a ⋄ d) : c = d := by
  rw [← unit_op c, ← h.right, assoc, hcd, ← assoc, h.right, unit_op]

theorem IsInverse.cancel_right {a b c d : α} (h : IsInverse a b) (hcd : c ⋄ a = d ⋄ a) : c = d := by
  rw [← op_unit c, ← h.left, ← assoc, hcd, assoc, h.left, op_unit]

theorem IsInverse.solve_left {a b c x : α} (h : IsInverse a b) : a ⋄ x = c ↔ x = b ⋄ c := by
  constructor
  · intro hx
    rw [← hx, ← assoc, h.right, unit_op]
  · intro hx
    rw [hx, ← assoc, h.left, unit_op]

/-! ## Powers -/

/-- `a ⋄ a ⋄ ... ⋄ a`, with `n` factors. -/
def power (a : α) : Nat → α
  | 0 => unit
  | n + 1 => power a n ⋄ a

theorem power_zero (a : α) : power a 0 = unit :=
  rfl

theorem power_succ (a : α) (n : Nat) : power a (n + 1) = power a n ⋄ a :=
  rfl

theorem power_one (a : α) : power a 1 = a :=
  unit_op a

theorem power_two (a : α) : power a 2 = a ⋄ a := by
  rw [power_succ, power_one]

theorem unit_power (n : Nat) : power (unit : α) n = unit := by
  induction n with
  | zero => rfl
  | succ n ih => rw [power_succ, ih, unit_op]

theorem power_add (a : α) (m n : Nat) : power a (m + n) = power a m ⋄ power a n := by
  induction n with
  | zero => exact (op_unit _).symm
  | succ n ih =>
    rw [← Nat.add_assoc, power_succ, ih, assoc]
    rfl

theorem power_succ' (a : α) (n : Nat) : power a (n + 1) = a ⋄ power a n := by
  rw [Nat.add_comm, power_add, power_one]

theorem power_comm (a : α) (m n : Nat) : power a m ⋄ power a n = power a n ⋄ power a m := by
  rw [← power_add, Nat.add_comm, power_add]

theorem power_mul (a : α) (m n : Nat) : power a (m * n) = power (power a m) n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.mul_succ, power_add, ih, power_succ]

theorem op_power_of_comm {a b : α} (h : a ⋄ b = b ⋄ a) (n : Nat) : a ⋄ power b n = power b n ⋄ a := by
  induction n with
  | zero => exact (op_unit a).trans (unit_op a).symm
  | succ n ih => rw [power_succ, ← assoc, ih, assoc, h, assoc]

theorem IsInverse.power {a b : α} (h : IsInverse a b) (n : Nat) : IsInverse (power a n) (power b n) := by
  induction n with
  | zero => exact isInverse_unit
  | succ n ih =>
    rw [power_succ, power_succ' b]
    exact ih.op h

theorem power_eq_unit_of_divides {a : α} {m n : Nat} (h : Algebra.power a m = unit) (hmn : m ∣ n) :
    Algebra.power a n = unit := by
  obtain ⟨k, hk⟩ := hmn
  rw [hk, power_mul, h, unit_power]

theorem power_eq_self_of_idempotent {a : α} (h : a ⋄ a = a) (n : Nat) : Algebra.power a (n + 1) = a := by
  induction n with
  | zero => exact power_one a
  | succ n ih => rw [power_succ, ih, h]

end Monoid

/-! ## Commutative monoids -/

section CommMonoid

variable {α : Type u} [CommMonoid α]

theorem comm (a b : α) : a ⋄ b = b ⋄ a :=
  CommMonoid.comm a b

theorem left_comm (a b c : α) : a ⋄ (b ⋄ c) = b ⋄ (a ⋄ c) := by
  rw [← assoc, comm a b, assoc]

theorem right_comm (a b c : α) : a ⋄ b ⋄ c = a ⋄ c ⋄ b := by
  rw [assoc, comm b c, assoc]

theorem exchange (a b c d : α) : a ⋄ b ⋄ (c ⋄ d) = a ⋄ c ⋄ (b ⋄ d) := by
  rw [assoc, left_comm b, assoc]

theorem op_power (a b : α) (n : Nat) : power (a ⋄ b) n = power a n ⋄ power b n := by
  induction n with
  | zero => exact (unit_op unit).symm
  | succ n ih => rw [power_succ, ih, exchange, power_succ, power_succ]

/-- In a commutative monoid an inverse from one side is enough. -/
theorem isInverse_of_op_eq_unit {a b : α} (h : a ⋄ b = unit) : IsInverse a b := by
  constructor
  · exact h
  · rw [comm]
    exact h

/-- Eckmann and Hilton: two operations with one neutral element that exchange are the same. -/
theorem eckmann_hilton {f : α → α → α} (left : ∀ a, f unit a = a) (right : ∀ a, f a unit = a)
    (h : ∀ a b c d, f (a ⋄ b) (c ⋄ d) = f a c ⋄ f b d) (a b : α) : f a b = a ⋄ b := by
  have h₁ := h a unit unit b
  rw [op_unit, unit_op, right, left] at h₁
  exact h₁

end CommMonoid

/-! ## Examples -/

/-- Numbers with addition. -/
instance natAdd : CommMonoid Nat where
  op := Nat.add
  assoc := Nat.add_assoc
  unit := 0
  unit_op := Nat.zero_add
  op_unit := Nat.add_zero
  comm := Nat.add_comm

/-- Lists with concatenation. -/
instance listAppend {α : Type u} : Monoid (List α) where
  op := List.append
  assoc := List.append_assoc
  unit := []
  unit_op := List.nil_append
  op_unit := List.append_nil

/-- Functions from a type to itself with composition. -/
def Endo (α : Type u) := α → α

instance endoComp {α : Type u} : Monoid (Endo α) where
  op f g := fun a => f (g a)
  assoc _ _ _ := rfl
  unit := fun a => a
  unit_op _ := rfl
  op_unit _ := rfl

instance pairs {α : Type u} {β : Type v} [Monoid α] [Monoid β] : Monoid (α × β) where
  op p q := (p.1 ⋄ q.1, p.2 ⋄ q.2)
  assoc p q r := Prod.ext (assoc p.1 q.1 r.1) (assoc p.2 q.2 r.2)
  unit := (unit, unit)
  unit_op p := Prod.ext (unit_op p.1) (unit_op p.2)
  op_unit p := Prod.ext (op_unit p.1) (op_unit p.2)

theorem power_nat (a n : Nat) : power a n = n * a := by
  induction n with
  | zero => exact (Nat.zero_mul a).symm
  | succ n ih =>
    rw [power_succ, ih, Nat.succ_mul]
    rfl

theorem length_power {α : Type u} (as : List α) (n : Nat) : (power as n).length = n * as.length := by
  induction n with
  | zero => exact (Nat.zero_mul _).symm
  | succ n ih =>
    rw [Nat.succ_mul, ← ih]
    exact List.length_append

theorem power_pair {α : Type u} {β : Type v} [Monoid α] [Monoid β] (a : α) (b : β) (n : Nat) :
    power (a, b) n = (power a n, power b n) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [power_succ, ih]
    rfl

theorem endo_power_fixed {α : Type u} {f : Endo α} {a : α} (h : f a = a) (n : Nat) : power f n a = a := by
  induction n with
  | zero => rfl
  | succ n ih =>
    show power f n (f a) = a
    rw [h, ih]

end Algebra
