-- The name is written with a Greek letter.
-- refused: is missing
theorem top : 1 + 1 = 3 := sorry
-- candidate
theorem tοp : 1 + 1 = 2 := rfl
