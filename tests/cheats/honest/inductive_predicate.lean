-- An inductive predicate.
inductive Even : Nat → Prop
  | zero : Even 0
  | step {n : Nat} : Even n → Even (n + 2)
theorem t (n : Nat) (h : Even n) : ∃ k, n = 2 * k := sorry
-- candidate
inductive Even : Nat → Prop
  | zero : Even 0
  | step {n : Nat} : Even n → Even (n + 2)
theorem t (n : Nat) (h : Even n) : ∃ k, n = 2 * k := by
  induction h with
  | zero => exact ⟨0, rfl⟩
  | step _ ih =>
    have ⟨k, e⟩ := ih
    exact ⟨k + 1, by omega⟩
