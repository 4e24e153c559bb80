-- Implicit arguments, and instances among them.
theorem t {α : Type} [DecidableEq α] (a b : α) : (if a = b then 1 else 2) ≤ 2 := sorry
-- candidate
theorem t {α : Type} [DecidableEq α] (a b : α) : (if a = b then 1 else 2) ≤ 2 := by
  split <;> decide
