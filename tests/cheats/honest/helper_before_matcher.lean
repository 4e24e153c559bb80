-- A helper in front that makes Lean name its matchers in another order.
def pred (n : Nat) : Nat := match n with | 0 => 0 | k + 1 => k
theorem t (n : Nat) (h : 0 < n) : pred n + 1 = n := sorry
-- candidate
def before (n : Nat) : Nat := match n with | 0 => 5 | k + 1 => k + k
def pred (n : Nat) : Nat := match n with | 0 => 0 | k + 1 => k
theorem t (n : Nat) (h : 0 < n) : pred n + 1 = n := by cases n with
  | zero => exact absurd h (Nat.lt_irrefl 0)
  | succ k => rfl
