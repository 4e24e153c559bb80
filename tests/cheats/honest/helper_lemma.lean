-- A lemma in front.
theorem t (n : Nat) : 0 + n + 0 = n := sorry
-- candidate
theorem helper (n : Nat) : 0 + n = n := by induction n with
  | zero => rfl
  | succ n ih => rw [← Nat.add_assoc, ih]
theorem t (n : Nat) : 0 + n + 0 = n := by rw [Nat.add_zero, helper]
