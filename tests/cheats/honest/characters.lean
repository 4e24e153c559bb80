-- Characters.
theorem t : 'a'.toNat + 1 = 'b'.toNat := sorry
-- candidate
theorem t : 'a'.toNat + 1 = 'b'.toNat := rfl
