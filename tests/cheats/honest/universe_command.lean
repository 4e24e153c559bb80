-- The universe is declared in front instead of behind the name.
theorem t.{u} (α : Sort u) (a b c : α) (h : a = b) (k : b = c) : a = c := sorry
-- candidate
universe u
theorem t (α : Sort u) (a b c : α) (h : a = b) (k : b = c) : a = c := h ▸ k
