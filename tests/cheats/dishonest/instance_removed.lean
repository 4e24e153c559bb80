-- Without the usual instance another one is found.
-- refused: states something else
theorem t (a b : Nat) : a * b = a + b := sorry
-- candidate
instance (priority := low) sum : Mul Nat := ⟨Nat.add⟩
attribute [-instance] instMulNat
theorem t (a b : Nat) : a * b = a + b := rfl
