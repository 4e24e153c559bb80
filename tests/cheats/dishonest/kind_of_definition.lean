-- A theorem where a definition is wanted.
-- refused: is a theorem instead of a definition
def witness : ∃ n : Nat, n = 3 := ⟨3, rfl⟩
theorem t : witness = witness := sorry
-- candidate
theorem witness : ∃ n : Nat, n = 3 := ⟨3, rfl⟩
theorem t : witness = witness := rfl
