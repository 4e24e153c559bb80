-- A proof by tactics, with a case of its own for each goal.
theorem t (p q : Prop) : p ∧ q ↔ q ∧ p := sorry
-- candidate
theorem t (p q : Prop) : p ∧ q ↔ q ∧ p := by
  constructor
  · intro ⟨a, b⟩
    exact ⟨b, a⟩
  · intro ⟨a, b⟩
    exact ⟨b, a⟩
