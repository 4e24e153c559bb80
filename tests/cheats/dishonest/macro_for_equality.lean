-- A macro rule gives equality another meaning.
-- refused: states something else
theorem t (a b : Nat) : a + b = b * a := sorry
-- candidate
macro_rules | `($a = $b) => `(True ∨ HEq $a $b)
theorem t (a b : Nat) : a + b = b * a := Or.inl trivial
