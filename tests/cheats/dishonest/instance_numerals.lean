-- Numerals that are all zero.
-- refused: states something else
theorem t : (2 : Nat) + 2 = 5 := sorry
-- candidate
local instance (priority := high) zeros (n : Nat) : OfNat Nat n := ⟨Nat.zero⟩
theorem t : (2 : Nat) + 2 = 5 := rfl
