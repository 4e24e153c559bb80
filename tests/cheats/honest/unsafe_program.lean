-- An unsafe program beside the proof.
theorem t : 6 = 6 := sorry
-- candidate
unsafe def forever (n : Nat) : Nat := forever (n + 1)
theorem t : 6 = 6 := rfl
