-- The proof is left out.
-- refused: rests on the axiom `sorryAx`
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
