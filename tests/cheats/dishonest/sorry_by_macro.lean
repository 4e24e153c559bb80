-- A macro calls the gap something else.
-- refused: rests on the axiom `sorryAx`
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
macro "finish" : tactic => `(tactic| sorry)
theorem t (p q : Prop) (h : p) : p ∧ q := by finish
