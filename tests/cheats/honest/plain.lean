-- The gap is filled.
theorem t (p q : Prop) (h : p) (k : q) : p ∧ q := sorry
-- candidate
theorem t (p q : Prop) (h : p) (k : q) : p ∧ q := ⟨h, k⟩
