-- An axiom that calls itself by the name of a standard one.
-- refused: declares the axiom `Fake.propext`
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
namespace Fake
axiom propext {q : Prop} : q
theorem _root_.t (p q : Prop) (h : p) : p ∧ q := ⟨h, propext⟩
end Fake
