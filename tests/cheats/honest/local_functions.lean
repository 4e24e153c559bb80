-- A proof with functions of its own.
theorem t : ∀ n : Nat, ∃ m, m = n + n := sorry
-- candidate
theorem t : ∀ n : Nat, ∃ m, m = n + n := go
where
  go (n : Nat) : ∃ m, m = n + n := ⟨n + n, rfl⟩
