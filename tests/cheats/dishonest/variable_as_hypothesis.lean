-- A variable in front of the theorem becomes a hypothesis of it.
-- refused: states something else
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
section
variable (k : ∀ r : Prop, r)
include k
theorem t (p q : Prop) (h : p) : p ∧ q := ⟨h, k q⟩
end
