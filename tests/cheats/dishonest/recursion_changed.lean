-- A recursive definition with another step.
-- refused: is defined otherwise
def double : Nat → Nat
  | 0 => 0
  | n + 1 => double n + 3
theorem t (n : Nat) : double n = 2 * n := sorry
-- candidate
def double : Nat → Nat
  | 0 => 0
  | n + 1 => double n + 2
theorem t (n : Nat) : double n = 2 * n := by
  induction n with
  | zero => rfl
  | succ n ih => simp [double, ih]; omega
