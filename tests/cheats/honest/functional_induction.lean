-- Induction along a definition.
def half : Nat → Nat
  | 0 => 0
  | 1 => 0
  | n + 2 => half n + 1
theorem t (n : Nat) : half n ≤ n := sorry
-- candidate
def half : Nat → Nat
  | 0 => 0
  | 1 => 0
  | n + 2 => half n + 1
theorem both (n : Nat) : half n ≤ n ∧ half (n + 1) ≤ n + 1 := by
  induction n with
  | zero => exact ⟨Nat.le_refl 0, Nat.zero_le 1⟩
  | succ n ih => exact ⟨ih.2, by simp only [half]; omega⟩
theorem t (n : Nat) : half n ≤ n := (both n).1
