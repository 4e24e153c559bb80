-- The same match with other branches.
-- refused: states something else
theorem t (n : Nat) : (match n with | 0 => 1 | k + 1 => k) = n := sorry
-- candidate
theorem t (n : Nat) : (match n with | 0 => 0 | k + 1 => k + 1) = n := by cases n <;> rfl
