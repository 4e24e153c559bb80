-- A recursive definition, and a proof by induction.
def sum : Nat → Nat
  | 0 => 0
  | n + 1 => sum n + (n + 1)
theorem t (n : Nat) : 2 * sum n = n * (n + 1) := sorry
-- candidate
def sum : Nat → Nat
  | 0 => 0
  | n + 1 => sum n + (n + 1)
theorem t (n : Nat) : 2 * sum n = n * (n + 1) := by
  induction n with
  | zero => rfl
  | succ n ih => simp only [sum, Nat.mul_add, ih, Nat.add_mul, Nat.mul_one, Nat.one_mul]; omega
