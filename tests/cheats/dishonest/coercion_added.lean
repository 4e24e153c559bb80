-- A coercion that turns a number into a true proposition.
-- refused: states something else
theorem t (n : Nat) (h : (n = 0) ∨ n > 0) : n > 1000 := sorry
-- candidate
instance : Coe Nat Prop := ⟨fun _ => True⟩
theorem t (n : Nat) (h : (n = 0) ∨ n > 0) : ((n > 1000 : Prop) ∨ (n : Prop)) := Or.inr trivial
