-- Lean stops reading before the theorem.
-- refused: `t` is missing
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
theorem unrelated : True := trivial
#exit
theorem t (p q : Prop) (h : p) : p ∧ q := by simp_all
