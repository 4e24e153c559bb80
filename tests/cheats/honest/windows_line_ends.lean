-- Carriage returns at the ends of lines.
theorem t : 8 = 8 := sorry
-- candidate
theorem t : 8 = 8 := rfl
