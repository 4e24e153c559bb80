-- A local definition in the statement.
theorem t : let n := 5; n + n = 10 := sorry
-- candidate
theorem t : let n := 5; n + n = 10 := rfl
