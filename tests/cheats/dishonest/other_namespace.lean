-- A theorem of the same name in another namespace.
-- refused: `t` is missing, though `Other.t` is there
theorem t (p q : Prop) (h : p) : p ∧ q := sorry
-- candidate
namespace Other
theorem t (p q : Prop) (h : p) (k : q) : p ∧ q := ⟨h, k⟩
end Other
