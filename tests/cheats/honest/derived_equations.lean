-- A lemma of the original needs equations that the candidate does not.
def f : Nat → Nat
  | 0 => 1
  | n + 1 => 2 * f n
theorem one : f 1 = 2 := by simp [f]
theorem t : f 2 = 4 := sorry
-- candidate
def f : Nat → Nat
  | 0 => 1
  | n + 1 => 2 * f n
theorem one : f 1 = 2 := rfl
theorem t : f 2 = 4 := rfl
