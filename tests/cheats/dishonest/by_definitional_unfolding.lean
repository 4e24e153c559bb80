-- Something equal by computation is proved instead.
-- refused: states something else
theorem t : 12 * 12 = 144 := sorry
-- candidate
theorem t : 144 = 144 := rfl
