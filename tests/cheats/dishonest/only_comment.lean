-- The theorem and its proof stand in a comment.
-- refused: `t` is missing
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
/-
theorem t (p q : Prop) (h : p) : p ∧ q := by simp_all
-/
theorem unrelated : True := trivial
