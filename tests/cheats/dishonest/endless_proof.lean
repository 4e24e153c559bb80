-- A proof that is checked for ever.
-- refused: Lean ended with status
theorem t : 2 ^ 20 = 1048576 := sorry
-- candidate
set_option maxRecDepth 1000000
set_option maxHeartbeats 0
def slow : Nat → Nat → Nat
  | 0, m => m + 1
  | n + 1, 0 => slow n 1
  | n + 1, m + 1 => slow n (slow (n + 1) m)
termination_by n m => (n, m)
#eval slow 5 5
theorem t : 2 ^ 20 = 1048576 := rfl
