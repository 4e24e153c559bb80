-- A notation that only the proof uses.
theorem t (a b : Nat) : a + b + a = 2 * a + b := sorry
-- candidate
local notation "twice " a => 2 * a
theorem helper (a : Nat) : (twice a) = a + a := Nat.two_mul a
theorem t (a b : Nat) : a + b + a = 2 * a + b := by rw [helper]; omega
