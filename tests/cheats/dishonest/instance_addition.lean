-- An addition that always gives zero.
-- refused: states something else
theorem t (a b : Nat) : a + b = 0 := sorry
-- candidate
instance (priority := high) nothing : HAdd Nat Nat Nat := ⟨fun _ _ => 0⟩
theorem t (a b : Nat) : a + b = 0 := rfl
