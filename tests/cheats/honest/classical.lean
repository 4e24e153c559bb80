-- A proof by cases on whether something holds.
theorem t (p : Prop) : p ∨ ¬p := sorry
-- candidate
open Classical in
theorem t (p : Prop) : p ∨ ¬p := em p
