-- A tactic by syntax and rules.
theorem t (a b : Nat) (h : a < b) : a + 1 ≤ b := sorry
-- candidate
syntax "close" : tactic
macro_rules | `(tactic| close) => `(tactic| first | assumption | omega)
theorem t (a b : Nat) (h : a < b) : a + 1 ≤ b := by close
