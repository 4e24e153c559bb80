-- A variable with a default value is still a variable of another statement.
-- refused: states something else
theorem t : ∃ n : Nat, n > 5 ∧ n < 5 := sorry
-- candidate
theorem t (m : Nat := 5) : ∃ n : Nat, n > m ∨ n < m := ⟨m + 1, Or.inl (Nat.lt_succ_self m)⟩
