-- The gap is in a private lemma in a namespace.
-- refused: rests on the axiom `sorryAx`
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
namespace Hidden
private theorem helper (q : Prop) : q := by sorry
theorem shared {q : Prop} : q := helper q
end Hidden
theorem t (p q : Prop) (h : p) : p ∧ q := ⟨h, Hidden.shared⟩
