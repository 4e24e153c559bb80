-- The theorem is proved, but the file is not finished.
-- refused: `unfinished` rests on the axiom `sorryAx`
theorem t : 1 + 1 = 2 := sorry
-- candidate
theorem unfinished : 1 + 1 = 3 := sorry
theorem t : 1 + 1 = 2 := rfl
