-- A tactic that runs when the theorem is used, as a hypothesis.
-- refused: states something else
theorem t (n : Nat) : n < 10 := sorry
-- candidate
theorem t (n : Nat) (h : n < 10 := by omega) : n < 10 := h
