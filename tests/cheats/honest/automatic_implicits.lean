-- Variables that Lean binds by itself.
set_option autoImplicit true
theorem t (xs : List α) : xs ++ [] = xs := sorry
-- candidate
set_option autoImplicit true
theorem t (xs : List α) : xs ++ [] = xs := by simp
