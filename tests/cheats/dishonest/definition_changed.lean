-- The definition that the statement is about is another one.
-- refused: is defined otherwise
def even (n : Nat) : Prop := n % 2 = 0
theorem t : even 3 := sorry
-- candidate
def even (n : Nat) : Prop := n % 1 = 0
theorem t : even 3 := rfl
