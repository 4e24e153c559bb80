-- Quantifiers in another order.
-- refused: states something else
theorem t : ∃ n : Nat, ∀ m : Nat, m ≤ n := sorry
-- candidate
theorem t : ∀ m : Nat, ∃ n : Nat, m ≤ n := fun m => ⟨m, Nat.le_refl m⟩
