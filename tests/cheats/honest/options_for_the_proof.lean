-- Options that give Lean more time.
theorem t (a b c : Nat) (h : a < b) (k : b < c) : a + 1 < c := sorry
-- candidate
set_option maxRecDepth 2000 in
set_option maxHeartbeats 400000 in
theorem t (a b c : Nat) (h : a < b) (k : b < c) : a + 1 < c := by omega
