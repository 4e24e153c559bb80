-- A program beside the proof that no theorem rests on.
theorem t : 5 = 5 := sorry
-- candidate
partial def search (p : Nat → Bool) (n : Nat) : Nat := if p n then n else search p (n + 1)
theorem t : 5 = 5 := rfl
