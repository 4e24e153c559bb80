-- A proof that is its own proof.
-- refused: fail to show termination
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
theorem t (p q : Prop) (h : p) : p ∧ q := t p q h
