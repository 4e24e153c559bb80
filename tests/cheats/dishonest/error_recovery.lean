-- A proof with an error in it, which Lean replaces by a gap and goes on.
-- refused: line 1
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
theorem t (p q : Prop) (h : p) : p ∧ q := ⟨h, h⟩
