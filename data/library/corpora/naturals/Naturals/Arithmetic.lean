/-!
# Arithmetic

Rearranging sums and products, doubling and squaring. The later files use these instead of a decision procedure.
-/

namespace Naturals

/-! ## Sums -/

theorem next_add (a b : Nat) : (a + 1) + b = (a + b) + 1 :=
  Nat.add_right_comm a 1 b

theorem add_next (a b : Nat) : a + (b + 1) = (a + b) + 1 := by
  rfl

theorem add_rotate (a b c : Nat) : a + b + c = b + c + a := by
  rw [Nat.add_assoc, Nat.add_comm]

theorem add_exchange (a b c d : Nat) : (a + b) + (c + d) = (a + c) + (b + d) := by
  rw [Nat.add_assoc, Nat.add_assoc, Nat.add_left_comm b c d]

theorem add_reverse (a b c : Nat) : a + b + c = c + b + a := by
  rw [Nat.add_comm (a + b) c, Nat.add_comm a b]
  rw [Nat.add_assoc]

theorem eq_zero_of_add_eq_zero {a b : Nat} (h : a + b = 0) : a = 0 ∧ b = 0 := by
  cases b with
  | zero => exact ⟨h, rfl⟩
  | succ b => exact absurd h (Nat.succ_ne_zero _)

theorem eq_zero_of_add_eq_self {a b : Nat} (h : a + b = a) : b = 0 := by
  have h' : a + b = a + 0 := h
  exact Nat.add_left_cancel h'

theorem add_left_inj {a b c : Nat} : a + c = b + c ↔ a = b := by
  constructor
  · intro h
    exact Nat.add_right_cancel h
  · intro h
    rw [h]

theorem add_eq_one {a b : Nat} (h : a + b = 1) : (a = 0 ∧ b = 1) ∨ (a = 1 ∧ b = 0) := by
  cases b with
  | zero =>
    right
    exact ⟨h, rfl⟩
  | succ b =>
    left
    have hz : a + b = 0 := Nat.succ.inj h
    obtain ⟨ha, hb⟩ := eq_zero_of_add_eq_zero hz
    rw [hb]
    exact ⟨ha, rfl⟩

/-! ## Products -/

theorem mul_next (a b : Nat) : a * (b + 1) = a * b + a :=
  rfl

theorem next_mul (a b : Nat) : (a + 1) * b = a * b + b := by
  rw [Nat.mul_comm, mul_next, Nat.mul_comm]

theorem mul_exchange (a b c d : Nat) : (a * b) * (c * d) = (a * c) * (b * d) := by
  rw [Nat.mul_assoc, Nat.mul_assoc, ← Nat.mul_assoc b c d, Nat.mul_comm b c, Nat.mul_assoc c b d]

theorem mul_foil (a b c d : Nat) : (a + b) * (c + d) = a * c + a * d + (b * c + b * d) := by
  rw [Nat.add_mul, Nat.mul_add, Nat.mul_add]

theorem eq_zero_of_mul_eq_zero {a b : Nat} (h : a * b = 0) : a = 0 ∨ b = 0 := by
  cases b with
  | zero => exact Or.inr rfl
  | succ b =>
    left
    rw [mul_next] at h
    exact (eq_zero_of_add_eq_zero h).right

theorem mul_ne_zero {a b : Nat} (ha : a ≠ 0) (hb : b ≠ 0) : a * b ≠ 0 := by
  intro h
  cases eq_zero_of_mul_eq_zero h with
  | inl h => exact ha h
  | inr h => exact hb h

theorem eq_one_of_mul_eq_one {a b : Nat} (h : a * b = 1) : a = 1 := by
  cases b with
  | zero => exact absurd h.symm (Nat.succ_ne_zero 0)
  | succ b =>
    rw [mul_next] at h
    cases add_eq_one h with
    | inl h => exact h.right
    | inr h =>
      rw [h.right, Nat.mul_comm] at h
      exact absurd h.left (Nat.succ_ne_zero 0).symm

theorem mul_left_cancel_next {a b c : Nat} (h : (c + 1) * a = (c + 1) * b) : a = b := by
  induction a generalizing b with
  | zero =>
    cases b with
    | zero => rfl
    | succ b => exact absurd h.symm (Nat.succ_ne_zero _)
  | succ a ih =>
    cases b with
    | zero => exact absurd h (Nat.succ_ne_zero _)
    | succ b =>
      rw [mul_next, mul_next] at h
      have hab : a = b := ih (Nat.add_right_cancel h)
      rw [hab]

/-! ## Doubling and squaring -/

/-- Twice `n`. -/
def double (n : Nat) : Nat := n + n

/-- `n` times itself. -/
def square (n : Nat) : Nat := n * n

theorem double_next (n : Nat) : double (n + 1) = double n + 1 + 1 := by
  unfold double
  exact congrArg Nat.succ (next_add n n)

theorem double_eq_two_mul (n : Nat) : double n = 2 * n := by
  show n + n = (1 + 1) * n
  rw [Nat.add_mul, Nat.one_mul]

theorem double_add (a b : Nat) : double (a + b) = double a + double b :=
  add_exchange a b a b

theorem double_mul (a b : Nat) : double (a * b) = double a * b := by
  unfold double
  rw [Nat.add_mul]

theorem mul_double (a b : Nat) : a * double b = double (a * b) :=
  Nat.mul_add a b b

theorem double_inj {a b : Nat} (h : double a = double b) : a = b := by
  rw [double_eq_two_mul, double_eq_two_mul] at h
  exact mul_left_cancel_next h

theorem double_ne_double_next (a b : Nat) : double a ≠ double b + 1 := by
  induction a generalizing b with
  | zero =>
    intro h
    exact Nat.succ_ne_zero _ h.symm
  | succ a ih =>
    intro h
    rw [double_next] at h
    cases b with
    | zero => exact Nat.succ_ne_zero _ (Nat.succ.inj h)
    | succ b =>
      rw [double_next] at h
      exact ih b (Nat.succ.inj (Nat.succ.inj h))

theorem square_next (n : Nat) : square (n + 1) = square n + double n + 1 := by
  unfold square double
  rw [mul_next, next_mul]
  exact congrArg Nat.succ (Nat.add_assoc (n * n) n n)

theorem square_add (a b : Nat) : square (a + b) = square a + double (a * b) + square b := by
  unfold square
  rw [mul_foil, Nat.mul_comm b a]
  unfold double
  rw [← Nat.add_assoc, ← Nat.add_assoc]

theorem square_mul (a b : Nat) : square (a * b) = square a * square b :=
  mul_exchange a b a b

theorem square_double (n : Nat) : square (double n) = double (double (square n)) := by
  unfold square
  rw [← double_mul, mul_double]

end Naturals
