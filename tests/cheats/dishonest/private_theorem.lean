-- A private theorem is another constant, which nobody can use.
-- refused: is missing
theorem t : 1 + 1 = 2 := sorry
-- candidate
private theorem t : 1 + 1 = 2 := rfl
