-- The gap is deep inside a proof that looks complete.
-- refused: rests on the axiom `sorryAx`
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
theorem t (p q : Prop) (h : p) : p ∧ q := by
  have x : p ∧ q := by
    constructor
    · exact h
    · have y : q := (fun _ => sorry) ()
      exact y
  exact x
