/-!
# Peano's numbers

The natural numbers once more, from nothing: an inductive type of our own, addition and multiplication by recursion, and
every law proved from the definitions alone.
-/

namespace Naturals

/-- A number is zero or the next of a number. -/
inductive Peano where
  | zero : Peano
  | next : Peano → Peano

namespace Peano

/-- Addition, by recursion on the second argument. -/
def add : Peano → Peano → Peano
  | a, zero => a
  | a, next b => next (add a b)

/-- Multiplication, by recursion on the second argument. -/
def mul : Peano → Peano → Peano
  | _, zero => zero
  | a, next b => add (mul a b) a

instance : Add Peano := ⟨add⟩

instance : Mul Peano := ⟨mul⟩

/-- The number one. -/
def one : Peano := next zero

instance : Nonempty Peano :=
  ⟨zero⟩

/-! ## Addition -/

theorem add_zero (a : Peano) : a + zero = a :=
  rfl

theorem add_next (a b : Peano) : a + next b = next (a + b) :=
  rfl

theorem zero_add : ∀ a : Peano, zero + a = a
  | zero => rfl
  | next a => congrArg next (zero_add a)

theorem next_add (a b : Peano) : next a + b = next (a + b) := by
  induction b with
  | zero => rfl
  | next b ih => rw [add_next, ih, add_next]

theorem add_comm (a b : Peano) : a + b = b + a := by
  induction b with
  | zero => rw [zero_add, add_zero]
  | next b ih => rw [add_next, ih, next_add]

theorem add_assoc (a b c : Peano) : a + b + c = a + (b + c) := by
  induction c with
  | zero => rfl
  | next c ih => rw [add_next, ih, add_next, add_next]

theorem add_left_comm (a b c : Peano) : a + (b + c) = b + (a + c) := by
  rw [← add_assoc, add_comm a b, add_assoc]

theorem next_inj {a b : Peano} (h : next a = next b) : a = b := by
  injection h

theorem next_ne_zero (a : Peano) : next a ≠ zero := by
  intro h
  cases h

theorem next_ne_self (a : Peano) : next a ≠ a := by
  induction a with
  | zero => exact next_ne_zero zero
  | next a ih =>
    intro h
    apply ih
    exact next_inj h

theorem add_right_cancel {a b c : Peano} (h : a + c = b + c) : a = b := by
  induction c with
  | zero => exact h
  | next c ih =>
    apply ih
    exact next_inj h

theorem add_left_cancel {a b c : Peano} (h : a + b = a + c) : b = c := by
  apply add_right_cancel (c := a)
  rw [add_comm b, add_comm c, h]

theorem eq_zero_of_add {a b : Peano} (h : a + b = zero) : b = zero := by
  cases b with
  | zero => rfl
  | next b => exact absurd h (next_ne_zero _)

/-! ## Multiplication -/

theorem mul_zero (a : Peano) : a * zero = zero :=
  rfl

theorem mul_next (a b : Peano) : a * next b = a * b + a :=
  rfl

theorem zero_mul (a : Peano) : zero * a = zero := by
  induction a with
  | zero => rfl
  | next a ih => rw [mul_next, ih, add_zero]

theorem next_mul (a b : Peano) : next a * b = a * b + b := by
  induction b with
  | zero => rfl
  | next b ih => rw [mul_next, ih, mul_next, add_next, add_next, add_assoc, add_comm b, ← add_assoc]

theorem mul_comm (a b : Peano) : a * b = b * a := by
  induction b with
  | zero => exact (zero_mul a).symm
  | next b ih => rw [mul_next, next_mul, ih]

theorem mul_one (a : Peano) : a * one = a := by
  unfold one
  rw [mul_next, mul_zero, zero_add]

theorem mul_add (a b c : Peano) : a * (b + c) = a * b + a * c := by
  induction c with
  | zero => rfl
  | next c ih => rw [add_next, mul_next, ih, add_assoc, ← mul_next]

theorem mul_assoc (a b c : Peano) : a * b * c = a * (b * c) := by
  induction c with
  | zero => rfl
  | next c ih => rw [mul_next, ih, mul_next, mul_add]

theorem add_mul (a b c : Peano) : (a + b) * c = a * c + b * c := by
  calc
    (a + b) * c = c * (a + b) := mul_comm _ _
    _ = c * a + c * b := mul_add _ _ _
    _ = a * c + b * c := by rw [mul_comm c a, mul_comm c b]

theorem eq_zero_or_of_mul {a b : Peano} (h : a * b = zero) : a = zero ∨ b = zero := by
  cases b with
  | zero => exact Or.inr rfl
  | next b =>
    left
    rw [mul_next] at h
    exact eq_zero_of_add h

/-! ## Order -/

/-- `a` is at most `b`: something can be added to `a` to give `b`. -/
def Le (a b : Peano) : Prop := ∃ c, a + c = b

theorem Le.refl (a : Peano) : Le a a :=
  ⟨zero, rfl⟩

theorem Le.trans {a b c : Peano} (hab : Le a b) (hbc : Le b c) : Le a c := by
  obtain ⟨x, hx⟩ := hab
  obtain ⟨y, hy⟩ := hbc
  refine ⟨x + y, ?_⟩
  rw [← add_assoc, hx, hy]

theorem Le.antisymm {a b : Peano} (hab : Le a b) (hba : Le b a) : a = b := by
  obtain ⟨x, hx⟩ := hab
  obtain ⟨y, hy⟩ := hba
  rw [← hx, add_assoc] at hy
  have hxy : x + y = zero := by
    apply add_left_cancel (a := a)
    rw [hy, add_zero]
  have hy0 : y = zero := eq_zero_of_add hxy
  rw [hy0, add_zero] at hxy
  rw [← hx, hxy, add_zero]

theorem Le.total (a b : Peano) : Le a b ∨ Le b a := by
  induction a with
  | zero => exact Or.inl ⟨b, zero_add b⟩
  | next a ih =>
    cases ih with
    | inl h =>
      obtain ⟨c, hc⟩ := h
      cases c with
      | zero =>
        right
        refine ⟨one, ?_⟩
        rw [← hc]
        rfl
      | next c =>
        left
        refine ⟨c, ?_⟩
        rw [next_add, ← hc, add_next]
    | inr h =>
      right
      obtain ⟨c, hc⟩ := h
      refine ⟨next c, ?_⟩
      rw [add_next, hc]

theorem Le.add_right {a b : Peano} (h : Le a b) (c : Peano) : Le (a + c) (b + c) := by
  obtain ⟨x, hx⟩ := h
  refine ⟨x, ?_⟩
  rw [add_assoc, add_comm c, ← add_assoc, hx]

/-! ## The same numbers -/

/-- The ordinary number. -/
def toNat : Peano → Nat
  | zero => 0
  | next a => toNat a + 1

/-- The number from an ordinary one. -/
def ofNat : Nat → Peano
  | 0 => zero
  | n + 1 => next (ofNat n)

theorem toNat_ofNat (n : Nat) : toNat (ofNat n) = n := by
  induction n with
  | zero => rfl
  | succ n ih => exact congrArg Nat.succ ih

theorem ofNat_toNat (a : Peano) : ofNat (toNat a) = a := by
  induction a with
  | zero => rfl
  | next a ih => exact congrArg next ih

theorem toNat_add (a b : Peano) : toNat (a + b) = toNat a + toNat b := by
  induction b with
  | zero => rfl
  | next b ih =>
    show toNat (a + b) + 1 = toNat a + toNat b + 1
    rw [ih]

theorem toNat_mul (a b : Peano) : toNat (a * b) = toNat a * toNat b := by
  induction b with
  | zero => rfl
  | next b ih =>
    rw [mul_next, toNat_add, ih]
    rfl

end Peano

end Naturals
