-- The theorem is assumed.
-- refused: is an axiom instead of a theorem
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
axiom t (p q : Prop) (h : p) : p ∧ q
