-- A power of hundreds of bits.
theorem t : 2 ^ 200 % 7 = 4 := sorry
-- candidate
theorem t : 2 ^ 200 % 7 = 4 := by decide
