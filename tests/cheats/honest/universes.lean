-- A statement for all universes.
theorem t.{u, v} {α : Type u} {β : Type v} (f : α → β) (a : α) : ∃ b, b = f a := sorry
-- candidate
theorem t.{u, v} {α : Type u} {β : Type v} (f : α → β) (a : α) : ∃ b, b = f a := ⟨f a, rfl⟩
