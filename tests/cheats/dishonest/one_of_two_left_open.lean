-- Only the first of two theorems is proved.
-- refused: `second` rests on the axiom `sorryAx`
theorem first : 1 + 1 = 2 := sorry
theorem second (n : Nat) : n * n ≠ 2 := sorry
-- candidate
theorem first : 1 + 1 = 2 := rfl
theorem second (n : Nat) : n * n ≠ 2 := sorry
