-- A proof that rests on all three of Lean's axioms.
theorem t (p q : Nat → Prop) (h : ∀ n, p n ↔ q n) : p = q := sorry
-- candidate
theorem t (p q : Nat → Prop) (h : ∀ n, p n ↔ q n) : p = q := by
  funext n
  exact propext (h n)
