-- What is missing is assumed.
-- refused: declares the axiom `given`
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
axiom given {p : Prop} : p
theorem t (p q : Prop) (h : p) : p ∧ q := ⟨h, given⟩
