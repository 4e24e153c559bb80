-- A hypothesis in brackets.
-- refused: states something else
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
theorem t (p q : Prop) (h : p) [k : Decidable False] [j : Nonempty (PLift q)] : p ∧ q := ⟨h, j.elim (·.down)⟩
