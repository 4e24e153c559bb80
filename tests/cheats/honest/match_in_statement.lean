-- A match in the statement.
theorem t (n : Nat) : (match n with | 0 => 0 | k + 1 => k + 1) = n := sorry
-- candidate
def other (n : Nat) : Nat := match n with | 0 => 7 | k + 1 => k
theorem t (n : Nat) : (match n with | 0 => 0 | k + 1 => k + 1) = n := by cases n <;> rfl
