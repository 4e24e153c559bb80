-- The file ends inside a comment.
-- refused: line
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
theorem unrelated : True := trivial
/-
theorem t (p q : Prop) (h : p) : p ∧ q := by simp_all
