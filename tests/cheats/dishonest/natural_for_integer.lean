-- Numbers of another type, where subtraction is cut off.
-- refused: states something else
theorem t : ∀ a b : Int, a - b + b = a := sorry
-- candidate
theorem t : ∀ a b : Nat, a + b - b = a := by omega
