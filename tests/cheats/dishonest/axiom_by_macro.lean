-- A command that makes an axiom without the word.
-- refused: declares the axiom
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
macro "assume " n:ident " : " t:term : command => `(axiom $n:ident : $t)
assume cheat : ∀ q : Prop, q
theorem t (p q : Prop) (h : p) : p ∧ q := cheat _
