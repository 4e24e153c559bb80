-- A statement about all universes becomes one about a single one.
-- refused: universe
theorem t.{u} (α : Type u) (a : α) : ∃ b : α, b = a := sorry
-- candidate
theorem t (α : Type) (a : α) : ∃ b : α, b = a := ⟨a, rfl⟩
