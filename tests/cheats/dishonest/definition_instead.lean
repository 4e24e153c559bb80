-- A definition of that name and type.
-- refused: is a definition instead of a theorem
theorem t : ∃ n : Nat, n * n = 49 := sorry
-- candidate
def t : ∃ n : Nat, n * n = 49 := ⟨7, rfl⟩
