-- An inductive type with a constructor more.
-- refused: another inductive type
inductive Path : Nat → Nat → Prop
  | refl (n : Nat) : Path n n
theorem t : Path 0 1 := sorry
-- candidate
inductive Path : Nat → Nat → Prop
  | refl (n : Nat) : Path n n
  | jump (m n : Nat) : Path m n
theorem t : Path 0 1 := .jump 0 1
