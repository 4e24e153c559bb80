-- A macro that expands to itself.
-- refused: line
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
macro "again" : tactic => `(tactic| again)
theorem t (p q : Prop) (h : p) : p ∧ q := by again
