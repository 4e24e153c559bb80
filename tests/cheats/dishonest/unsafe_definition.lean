-- Unsafe code proves anything, but not to the kernel.
-- refused: line
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
unsafe def magic (q : Prop) : q := magic q
theorem t (p q : Prop) (h : p) : p ∧ q := ⟨h, magic q⟩
