-- A proof inside the statement.
theorem t : (⟨3, by decide⟩ : Fin 10).val < 4 := sorry
-- candidate
theorem helper : (3 : Nat) < 10 := by decide
theorem t : (⟨3, by decide⟩ : Fin 10).val < 4 := by decide
