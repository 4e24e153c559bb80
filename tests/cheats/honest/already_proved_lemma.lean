-- A lemma that the original proves, proved otherwise.
theorem lemma1 (n : Nat) : n + 0 = n := rfl
theorem t (n : Nat) : 0 + n = n := sorry
-- candidate
theorem lemma1 (n : Nat) : n + 0 = n := by simp
theorem t (n : Nat) : 0 + n = n := by simp
