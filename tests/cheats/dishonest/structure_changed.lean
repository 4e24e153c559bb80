-- A structure with a field that gives the proof away.
-- refused: another
structure Box where
  n : Nat
theorem t (b : Box) : b.n < 10 := sorry
-- candidate
structure Box where
  n : Nat
  small : n < 10
theorem t (b : Box) : b.n < 10 := b.small
