-- The axiom behind `sorry`, in the form that Lean does not warn about.
-- refused: rests on the axiom `sorryAx`
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
theorem t (p q : Prop) (h : p) : p ∧ q := sorryAx _ true
