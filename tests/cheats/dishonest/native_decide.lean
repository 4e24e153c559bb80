-- Compiled code decides.
-- refused: native_decide
theorem t : 1 + 1 = 2 := sorry
-- candidate
theorem t : 1 + 1 = 2 := by native_decide
