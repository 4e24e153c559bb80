-- A proof by recursion.
theorem t : ∀ n : Nat, 0 + n = n := sorry
-- candidate
theorem t : ∀ n : Nat, 0 + n = n
  | 0 => rfl
  | n + 1 => congrArg Nat.succ (t n)
