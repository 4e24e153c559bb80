-- The gap is in a lemma.
-- refused: `t` rests on the axiom `sorryAx`
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
theorem helper (q : Prop) : q := sorry
theorem t (p q : Prop) (h : p) : p ∧ q := ⟨h, helper q⟩
