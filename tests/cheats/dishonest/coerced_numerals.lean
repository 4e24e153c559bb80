-- Numerals that are read in another type.
-- refused: states something else
theorem t : (1 : Int) - 2 ≠ 0 := sorry
-- candidate
theorem t : (1 : Int) - (2 : Nat) ≠ 0 := by decide
