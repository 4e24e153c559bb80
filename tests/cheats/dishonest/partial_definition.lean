-- A recursion that never ends yields anything.
-- refused: line
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
partial def loop (p : Prop) (n : Nat) : PLift p := loop p (n + 1)
theorem t (p q : Prop) (h : p) : p ∧ q := ⟨h, (loop q 0).down⟩
