-- A constant whose value nobody looks at.
-- refused: rests on the opaque constant `oracle`
theorem t : ∃ n : Nat, n * n = 49 := sorry
-- candidate
opaque oracle : { n : Nat // n * n = 49 } := ⟨7, rfl⟩
theorem t : ∃ n : Nat, n * n = 49 := ⟨oracle.1, oracle.2⟩
