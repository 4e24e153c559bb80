-- A comment inside a comment makes a reader think that the theorem is outside.
-- refused: `t` is missing
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
/- /- a remark -/
theorem t (p q : Prop) (h : p) : p ∧ q := by simp_all
-/
theorem unrelated : True := trivial
