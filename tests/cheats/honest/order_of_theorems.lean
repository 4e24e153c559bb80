-- The theorems in another order.
theorem first : 1 ≤ 2 := sorry
theorem second : 2 ≤ 3 := sorry
-- candidate
theorem second : 2 ≤ 3 := by decide
theorem first : 1 ≤ 2 := by decide
