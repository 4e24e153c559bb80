import Logic.Sets

/-!
# Open problems in logic

True statements without a proof, from a warm-up to two well-known theorems. Each follows from what the corpus has.
-/

namespace Logic

universe u v

variable {α : Type u} {β : Type v} {p q r : Prop}

theorem imp_of_imp_and (h : p → q ∧ r) (hr : r → ¬p) : ¬p := by
  sorry

theorem not_not_peirce : ¬¬(((p → q) → p) → p) := by
  sorry

theorem not_forall_not_of_exists_imp {P Q : α → Prop} (h : ∃ a, P a → Q a) (hP : ∀ a, P a) :
    ¬∀ a, ¬Q a := by
  sorry

theorem surjective_of_left_cancel {f : α → β} (h : ∀ g k : β → Prop, (∀ a, g (f a) = k (f a)) → g = k) :
    Surjective f := by
  sorry

theorem symmetric_diff_empty_iff {s t : Set α} :
    Set.union (Set.inter s (Set.compl t)) (Set.inter t (Set.compl s)) = Set.empty ↔ s = t := by
  sorry

theorem inductive_star_irreflexive {R : Relation α} (h : Inductive R) {a b : α} (hab : R a b) : ¬Star R b a := by
  sorry

/-- Two paths that start together can be joined, once two single steps can. -/
theorem confluence {R : Relation α} (h : ∀ a b c, R a b → R a c → ∃ d, R b d ∧ R c d) {a b c : α}
    (hab : Star R a b) (hac : Star R a c) : ∃ d, Star R b d ∧ Star R c d := by
  sorry

/-- The theorem of Cantor, Schröder and Bernstein. -/
theorem schroeder_bernstein {f : α → β} {g : β → α} (hf : Injective f) (hg : Injective g) :
    ∃ h : α → β, Bijective h := by
  sorry

end Logic
