-- The gap is in an instance that type class search finds.
-- refused: rests on the axiom `sorryAx`
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
class Holds (p : Prop) : Prop where
  holds : p
instance anything (p : Prop) : Holds p := ⟨sorry⟩
theorem t (p q : Prop) (h : p) : p ∧ q := ⟨h, Holds.holds⟩
