-- Nothing is there at all.
-- refused: `t` is missing
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate

