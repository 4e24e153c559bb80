-- A hypothesis more.
-- refused: states something else
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
theorem t (p q : Prop) (h : p) (k : q) : p ∧ q := ⟨h, k⟩
