-- Examples beside the theorem.
theorem t (n : Nat) : n < n + 1 := sorry
-- candidate
example : 1 < 2 := by decide
theorem t (n : Nat) : n < n + 1 := Nat.lt_succ_self n
example : 7 < 8 := t 7
