-- An invisible character makes another name of it.
-- refused: line
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
theorem t​ (p q : Prop) (h : p) (k : q) : p ∧ q := ⟨h, k⟩
