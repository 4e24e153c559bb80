-- A chain of steps.
theorem t (a b c : Nat) (h : a = b) (k : b = c + 1) : a = 1 + c := sorry
-- candidate
theorem t (a b c : Nat) (h : a = b) (k : b = c + 1) : a = 1 + c := calc
  a = b := h
  _ = c + 1 := k
  _ = 1 + c := Nat.add_comm c 1
