-- An instance of the proof's own that touches no statement.
theorem t (n : Nat) : n ≤ n * n + n := sorry
-- candidate
class Small (n : Nat) : Prop where
  small : n ≤ 100
instance : Small 3 := ⟨by decide⟩
theorem t (n : Nat) : n ≤ n * n + n := Nat.le_add_left n (n * n)
