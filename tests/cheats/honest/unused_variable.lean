-- A variable that the theorem does not use.
theorem t (n : Nat) : n = n := sorry
-- candidate
variable (unused : List Nat)
theorem t (n : Nat) : n = n := rfl
