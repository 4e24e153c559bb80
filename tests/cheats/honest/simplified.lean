-- A lemma marked for the simplifier.
def f (n : Nat) : Nat := n + 0
theorem t (n : Nat) : f (f n) = n := sorry
-- candidate
def f (n : Nat) : Nat := n + 0
@[simp] theorem f_id (n : Nat) : f n = n := rfl
theorem t (n : Nat) : f (f n) = n := by simp
