-- The warning is turned off, so nothing is printed.
-- refused: rests on the axiom `sorryAx`
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
set_option warn.sorry false
theorem t (p q : Prop) (h : p) : p ∧ q := by sorry
