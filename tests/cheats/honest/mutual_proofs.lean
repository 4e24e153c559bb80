-- Two theorems that need each other.
def even : Nat → Bool
  | 0 => true
  | n + 1 => !even n
theorem t (n : Nat) : even (2 * n) = true := sorry
-- candidate
def even : Nat → Bool
  | 0 => true
  | n + 1 => !even n
theorem two (n : Nat) : even (n + 2) = even n := by simp [even]
theorem t (n : Nat) : even (2 * n) = true := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.mul_add, two, ih]
