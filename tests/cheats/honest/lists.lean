-- A theorem about lists.
theorem t {α : Type} (xs ys : List α) : (xs ++ ys).length = ys.length + xs.length := sorry
-- candidate
theorem t {α : Type} (xs ys : List α) : (xs ++ ys).length = ys.length + xs.length := by
  rw [List.length_append, Nat.add_comm]
