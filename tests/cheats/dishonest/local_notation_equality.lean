-- Equality means something else in this file.
-- refused: states something else
theorem t (a b : Nat) : a + b = b * a := sorry
-- candidate
local notation:50 (priority := high) a:51 " = " b:51 => a ≤ b ∨ b ≤ a
theorem t (a b : Nat) : a + b = b * a := Nat.le_total ..
