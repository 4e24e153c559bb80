-- An axiom that looks like a variable.
-- refused: declares the axiom
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
section
universe u
axiom choice.{v} {α : Sort v} : α
theorem t (p q : Prop) (h : p) : p ∧ q := choice
end
