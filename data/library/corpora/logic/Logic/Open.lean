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

theorem and_iff_of_imp_iff (h : p → (q ↔ r)) : p ∧ q ↔ p ∧ r := by
  sorry

theorem not_not_imp_iff : ¬¬(p → q) ↔ ¬¬p → ¬¬q := by
  sorry

theorem injective_of_comp_bijective {γ : Type u} {f : α → β} {g : β → γ} (h : Bijective (fun a => g (f a)))
    (hf : Surjective f) : Injective g := by
  sorry

theorem not_injective_from_sets (f : Set α → α) : ¬Injective f := by
  sorry

theorem Star.cases_last {R : Relation α} {a c : α} (h : Star R a c) : a = c ∨ ∃ b, Star R a b ∧ R b c := by
  sorry

theorem Inductive.mono {R S : Relation α} (hR : Inductive R) (h : ∀ a b, S a b → R a b) : Inductive S := by
  sorry

/-- Two paths that start together can be joined, once two single steps can. -/
theorem confluence {R : Relation α} (h : ∀ a b c, R a b → R a c → ∃ d, R b d ∧ R c d) {a b c : α}
    (hab : Star R a b) (hac : Star R a c) : ∃ d, Star R b d ∧ Star R c d := by
  sorry

/-- The theorem of Cantor, Schröder and Bernstein. -/
theorem schroeder_bernstein {f : α → β} {g : β → α} (hf : Injective f) (hg : Injective g) :
    ∃ h : α → β, Bijective h := by
  sorry

/-- Among three truths two are the same. -/
theorem two_of_three_iff : (p ↔ q) ∨ (q ↔ r) ∨ (p ↔ r) := by
  sorry

/-- Two who drink only if all do, in two bars at once. -/
theorem drinkers_pair [Nonempty α] (P Q : α → Prop) : ∃ a b, P a ∧ Q b → ∀ c, P c ∧ Q c := by
  sorry

/-- Newman's lemma: without endless paths it is enough that single steps can be joined. -/
theorem newman {R : Relation α} (hR : Inductive fun b a => R a b)
    (h : ∀ a b c, R a b → R a c → ∃ d, Star R b d ∧ Star R c d) {a b c : α} (hab : Star R a b) (hac : Star R a c) :
    ∃ d, Star R b d ∧ Star R c d := by
  sorry

/-- The transitive closure of a well-founded relation is well-founded. -/
theorem Inductive.star_step {R : Relation α} (hR : Inductive R) :
    Inductive (fun a c => ∃ b, R a b ∧ Star R b c) := by
  sorry

end Logic
