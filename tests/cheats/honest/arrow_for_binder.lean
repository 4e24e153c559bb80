-- A hypothesis as an arrow instead of a binder.
theorem t (p q : Prop) (h : p ∧ q) : q := sorry
-- candidate
theorem t (p q : Prop) : p ∧ q → q := fun h => h.2
