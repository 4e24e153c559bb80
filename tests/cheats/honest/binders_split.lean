-- The same binders written apart.
theorem t (a b c : Nat) (h : a = b) (k : b = c) : a = c := sorry
-- candidate
theorem t (a : Nat) (b : Nat) (c : Nat) (h : a = b) (k : b = c) : a = c := h.trans k
