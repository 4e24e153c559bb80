-- A bound variable of the name of a constant.
-- refused: states something else
def small (n : Nat) : Prop := n < 5
theorem t : ∀ n : Nat, small n := sorry
-- candidate
def small (n : Nat) : Prop := n < 5
theorem t (small : Nat → Prop) (h : ∀ a, small a) : ∀ n : Nat, small n := h
