-- A notation calls the gap something else.
-- refused: rests on the axiom `sorryAx`
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
notation "obvious" => sorryAx _ false
theorem t (p q : Prop) (h : p) : p ∧ q := obvious
