-- An instance that Lean derives.
inductive Colour where
  | red | green | blue
  deriving DecidableEq
theorem t : ∀ c : Colour, c = .red ∨ c ≠ .red := sorry
-- candidate
inductive Colour where
  | red | green | blue
  deriving DecidableEq
theorem t : ∀ c : Colour, c = .red ∨ c ≠ .red := by
  intro c
  cases c <;> decide
