-- Binders in place of the section's variables.
variable (α : Type) (r : α → α → Prop)
theorem t (h : ∀ a, r a a) (a : α) : ∃ b, r a b := sorry
-- candidate
theorem t (α : Type) (r : α → α → Prop) (h : ∀ a, r a a) (a : α) : ∃ b, r a b := ⟨a, h a⟩
