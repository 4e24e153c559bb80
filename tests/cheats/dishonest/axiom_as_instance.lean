-- An instance of decidability that rests on an axiom.
-- refused: declares the axiom
theorem t : ∀ n : Nat, n ≠ 1000003 := sorry
-- candidate
class Trusted (p : Prop) : Prop where
  holds : p
axiom trust (p : Prop) : Trusted p
attribute [instance] trust
theorem t : ∀ n : Nat, n ≠ 1000003 := fun _ => Trusted.holds
