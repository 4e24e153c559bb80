-- The theorem is not there at all.
-- refused: `t` is missing
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
theorem other (p q : Prop) (h : p) (k : q) : p ∧ q := ⟨h, k⟩
