-- The kernel alone computes.
theorem t : (List.range 50).length = 50 := sorry
-- candidate
theorem t : (List.range 50).length = 50 := by decide +kernel
