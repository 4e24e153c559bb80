-- Universes that Lean names by itself.
theorem t {α : Type _} {β : Type _} (f : α → β) (a b : α) (h : a = b) : f a = f b := sorry
-- candidate
theorem t {α : Type _} {β : Type _} (f : α → β) (a b : α) (h : a = b) : f a = f b := congrArg f h
