-- A tactic of the proof's own.
theorem t (p q r : Prop) (h : p) (k : q) (l : r) : p ∧ q ∧ r := sorry
-- candidate
macro "split_all" : tactic => `(tactic| repeat' constructor)
theorem t (p q r : Prop) (h : p) (k : q) (l : r) : p ∧ q ∧ r := by
  split_all <;> assumption
