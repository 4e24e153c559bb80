-- An unsafe implementation of a constant that has no value.
-- refused: line
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
unsafe def magic_impl (q : Prop) : q := magic_impl q
@[implemented_by magic_impl] opaque magic (q : Prop) : q
theorem t (p q : Prop) (h : p) : p ∧ q := ⟨h, magic q⟩
