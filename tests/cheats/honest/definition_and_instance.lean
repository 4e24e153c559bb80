-- An instance with a body.
structure Pair where
  a : Nat
  b : Nat
instance : Add Pair := ⟨fun x y => ⟨x.a + y.a, x.b + y.b⟩⟩
theorem t (x y : Pair) : x + y = y + x := sorry
-- candidate
structure Pair where
  a : Nat
  b : Nat
instance : Add Pair := ⟨fun x y => ⟨x.a + y.a, x.b + y.b⟩⟩
theorem add_def (x y : Pair) : x + y = ⟨x.a + y.a, x.b + y.b⟩ := rfl
theorem t (x y : Pair) : x + y = y + x := by simp [add_def, Nat.add_comm]
