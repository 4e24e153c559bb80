-- A proof that never ends.
-- refused: line
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
partial theorem t (p q : Prop) (h : p) : p ∧ q := t p q h
