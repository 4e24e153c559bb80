-- Bound variables with other names.
theorem t : ∀ n : Nat, ∃ m : Nat, n < m := sorry
-- candidate
theorem t : ∀ a : Nat, ∃ b : Nat, a < b := fun a => ⟨a + 1, Nat.lt_succ_self a⟩
