-- A definition whose value is the statement.
-- refused: is a definition instead of a theorem
theorem t : ∀ n : Nat, n < 5 := sorry
-- candidate
def t : Prop := ∀ n : Nat, n < 5
