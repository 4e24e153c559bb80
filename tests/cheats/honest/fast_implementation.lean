-- A definition with a faster implementation, which no proof rests on.
theorem t : ∃ n : Nat, n * n = 16 := sorry
-- candidate
def fast (n : Nat) : Nat := n * n
@[implemented_by fast] def slow (n : Nat) : Nat := n ^ 2
theorem t : ∃ n : Nat, n * n = 16 := ⟨4, rfl⟩
