-- Variables of a section in both files.
section
variable (α : Type) (r : α → α → Prop)
theorem t (h : ∀ a, r a a) (a : α) : ∃ b, r a b := sorry
end
-- candidate
section
variable (α : Type) (r : α → α → Prop)
theorem t (h : ∀ a, r a a) (a : α) : ∃ b, r a b := ⟨a, h a⟩
end
