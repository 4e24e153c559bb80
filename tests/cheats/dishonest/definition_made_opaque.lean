-- The definition that the statement is about is hidden.
-- refused: is an opaque instead of a definition
def bound : Nat := 5
theorem t : bound ≤ 5 := sorry
-- candidate
opaque bound : { n : Nat // n ≤ 5 } := ⟨0, by decide⟩
theorem t : bound.1 ≤ 5 := bound.2
