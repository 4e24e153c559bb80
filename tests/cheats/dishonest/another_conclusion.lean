-- One half of what is stated.
-- refused: states something else
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
theorem t (p q : Prop) (h : p) : p ∨ q := Or.inl h
