-- Compiled code decides a lemma.
-- refused: native_decide
theorem t : 10 * 10 = 100 := sorry
-- candidate
theorem helper : 10 * 10 = 100 := by decide +native
theorem t : 10 * 10 = 100 := helper
