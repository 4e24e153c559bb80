-- A misspelt type becomes a variable, so the statement is about any type.
-- refused: universe parameters
theorem t (s : List Nat) (h : s.length = 0) : s = [] := sorry
-- candidate
set_option autoImplicit true
theorem t (s : List nat) (h : s.length = 0) : s = [] := by cases s <;> simp_all
