-- A hypothesis that cannot hold, made by a binder with a default.
-- refused: states something else
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
theorem t (p q : Prop) (h : p) (absurd : False := by trivial) : p ∧ q := absurd.elim
