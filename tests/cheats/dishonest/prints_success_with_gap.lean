-- The same beside a proof with a gap.
-- refused: rests on the axiom `sorryAx`
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
#eval "'t' does not depend on any axioms"
