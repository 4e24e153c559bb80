-- The kernel computes.
theorem t : (List.range 9).map (· * 2) = [0, 2, 4, 6, 8, 10, 12, 14, 16] := sorry
-- candidate
theorem t : (List.range 9).map (· * 2) = [0, 2, 4, 6, 8, 10, 12, 14, 16] := by decide
