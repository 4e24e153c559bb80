-- The file does not import Lean's library and defines what it needs itself.
-- refused: line
theorem t : 1 + 1 = 3 := sorry
-- candidate
prelude
inductive Nat where
  | zero
theorem t : Nat := Nat.zero
