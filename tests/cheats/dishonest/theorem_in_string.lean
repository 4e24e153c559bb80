-- The theorem stands in a string.
-- refused: `t` is missing
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
def text := "
theorem t (p q : Prop) (h : p) : p ∧ q := by simp_all
"
