-- Integers and a decision procedure.
theorem t (a b : Int) (h : 2 * a + 3 * b = 7) (k : a = 2) : b = 1 := sorry
-- candidate
theorem t (a b : Int) (h : 2 * a + 3 * b = 7) (k : a = 2) : b = 1 := by omega
