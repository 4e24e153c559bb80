-- The statement is there, but only as a value that is not used.
-- refused: states something else
theorem t : 2 + 2 = 5 := sorry
-- candidate
theorem t : let _goal : Prop := 2 + 2 = 5; True := trivial
