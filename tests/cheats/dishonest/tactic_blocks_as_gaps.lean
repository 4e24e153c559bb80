-- All tactic blocks are replaced by gaps.
-- refused: sets the option
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
set_option debug.byAsSorry true in
theorem t (p q : Prop) (h : p) : p ∧ q := by assumption
