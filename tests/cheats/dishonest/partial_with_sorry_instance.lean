-- The type is declared inhabited, so recursion without end is allowed.
-- refused: rests on the axiom `sorryAx`
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
instance (p : Prop) : Inhabited (PLift p) := ⟨sorry⟩
partial def loop (p : Prop) (n : Nat) : PLift p := loop p (n + 1)
theorem t (p q : Prop) (h : p) : p ∧ q := ⟨h, (loop q 0).down⟩
