-- A constructor that allows more.
-- refused: another type
inductive Path : Nat → Nat → Prop
  | refl (n : Nat) : Path n n
theorem t : Path 0 1 := sorry
-- candidate
inductive Path : Nat → Nat → Prop
  | refl (n : Nat) : Path n (n + 1)
theorem t : Path 0 1 := .refl 0
