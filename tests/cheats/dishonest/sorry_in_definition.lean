-- The gap is in the value of a definition.
-- refused: rests on the axiom `sorryAx`
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
def magic (q : Prop) : PLift q := sorry
theorem t (p q : Prop) (h : p) : p ∧ q := ⟨h, (magic q).down⟩
