-- A constant that is opaque in the original, too.
opaque secret : Nat
theorem t : ∃ n, n = secret := sorry
-- candidate
opaque secret : Nat
theorem t : ∃ n, n = secret := ⟨secret, rfl⟩
