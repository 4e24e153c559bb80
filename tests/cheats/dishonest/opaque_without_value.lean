-- A constant without a value needs an inhabited type.
-- refused: line
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
opaque oracle (q : Prop) : q
theorem t (p q : Prop) (h : p) : p ∧ q := ⟨h, oracle q⟩
