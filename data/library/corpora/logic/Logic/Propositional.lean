/-!
# Propositional logic

Each connective in turn: how it is proved and how it is used. Everything in this file is constructive; what needs the
excluded middle is in `Logic.Classical`.
-/

namespace Logic

variable {p q r s : Prop}

/-! ## Implication -/

theorem imp_refl : p → p :=
  fun hp => hp

theorem imp_const : p → q → p := by
  intro hp _
  exact hp

theorem imp_trans (hpq : p → q) (hqr : q → r) : p → r := by
  intro hp
  exact hqr (hpq hp)

theorem imp_swap (h : p → q → r) : q → p → r :=
  fun hq hp => h hp hq

theorem imp_distrib (h : p → q → r) (hpq : p → q) : p → r := by
  intro hp
  apply h
  · exact hp
  · exact hpq hp

/-! ## Conjunction -/

theorem and_swap (h : p ∧ q) : q ∧ p := by
  constructor
  · exact h.right
  · exact h.left

theorem and_swap_iff : p ∧ q ↔ q ∧ p :=
  ⟨and_swap, and_swap⟩

theorem and_regroup : (p ∧ q) ∧ r ↔ p ∧ (q ∧ r) := by
  constructor
  · intro h
    exact ⟨h.left.left, h.left.right, h.right⟩
  · intro h
    exact ⟨⟨h.left, h.right.left⟩, h.right.right⟩

theorem and_map (hpr : p → r) (hqs : q → s) : p ∧ q → r ∧ s := by
  intro ⟨hp, hq⟩
  exact ⟨hpr hp, hqs hq⟩

theorem curry_iff : (p ∧ q → r) ↔ (p → q → r) := by
  constructor
  · intro h hp hq
    exact h ⟨hp, hq⟩
  · intro h ⟨hp, hq⟩
    exact h hp hq

theorem imp_and_iff : (p → q ∧ r) ↔ (p → q) ∧ (p → r) := by
  constructor
  · intro h
    constructor
    · intro hp
      exact (h hp).left
    · intro hp
      exact (h hp).right
  · intro h hp
    exact ⟨h.left hp, h.right hp⟩

/-! ## Disjunction -/

theorem or_swap : p ∨ q → q ∨ p
  | .inl hp => .inr hp
  | .inr hq => .inl hq

theorem or_swap_iff : p ∨ q ↔ q ∨ p := by
  constructor <;> exact or_swap

theorem or_map (hpr : p → r) (hqs : q → s) (h : p ∨ q) : r ∨ s := by
  cases h with
  | inl hp => exact Or.inl (hpr hp)
  | inr hq => exact Or.inr (hqs hq)

theorem or_regroup : (p ∨ q) ∨ r ↔ p ∨ (q ∨ r) := by
  constructor
  · intro h
    rcases h with (hp | hq) | hr
    · exact Or.inl hp
    · exact Or.inr (Or.inl hq)
    · exact Or.inr (Or.inr hr)
  · intro h
    rcases h with hp | hq | hr
    · left
      exact Or.inl hp
    · left
      exact Or.inr hq
    · right
      exact hr

theorem or_imp_iff : (p ∨ q → r) ↔ (p → r) ∧ (q → r) := by
  constructor
  · intro h
    exact ⟨fun hp => h (Or.inl hp), fun hq => h (Or.inr hq)⟩
  · intro ⟨hpr, hqr⟩ hpq
    cases hpq with
    | inl hp => exact hpr hp
    | inr hq => exact hqr hq

theorem or_self_iff : p ∨ p ↔ p := by
  constructor
  · intro h
    cases h <;> assumption
  · intro hp
    exact Or.inl hp

theorem and_over_or : p ∧ (q ∨ r) ↔ (p ∧ q) ∨ (p ∧ r) := by
  constructor
  · intro ⟨hp, hqr⟩
    cases hqr with
    | inl hq => exact Or.inl ⟨hp, hq⟩
    | inr hr => exact Or.inr ⟨hp, hr⟩
  · intro h
    cases h with
    | inl hpq => exact ⟨hpq.left, Or.inl hpq.right⟩
    | inr hpr => exact ⟨hpr.left, Or.inr hpr.right⟩

theorem or_over_and : p ∨ (q ∧ r) ↔ (p ∨ q) ∧ (p ∨ r) := by
  constructor
  · intro h
    cases h with
    | inl hp =>
      constructor
      · exact Or.inl hp
      · exact Or.inl hp
    | inr hqr =>
      constructor
      · exact Or.inr hqr.left
      · exact Or.inr hqr.right
  · intro ⟨hpq, hpr⟩
    cases hpq with
    | inl hp => exact Or.inl hp
    | inr hq =>
      cases hpr with
      | inl hp => exact Or.inl hp
      | inr hr => exact Or.inr ⟨hq, hr⟩

theorem and_absorbs_or : p ∧ (p ∨ q) ↔ p := by
  constructor
  · intro h
    exact h.left
  · intro hp
    exact ⟨hp, Or.inl hp⟩

theorem or_absorbs_and : p ∨ (p ∧ q) ↔ p := by
  constructor
  · intro h
    rcases h with hp | ⟨hp, _⟩
    · exact hp
    · exact hp
  · exact Or.inl

/-! ## Negation -/

theorem explosion (hp : p) (hnp : ¬p) : q := by
  exact absurd hp hnp

theorem no_contradiction : ¬(p ∧ ¬p) := by
  intro ⟨hp, hnp⟩
  exact hnp hp

theorem not_not_intro : p → ¬¬p := by
  intro hp hnp
  exact hnp hp

theorem not_not_not_iff : ¬¬¬p ↔ ¬p := by
  constructor
  · intro h hp
    exact h (not_not_intro hp)
  · exact not_not_intro

theorem contrapose (h : p → q) : ¬q → ¬p := by
  intro hnq hp
  apply hnq
  exact h hp

theorem not_or_iff : ¬(p ∨ q) ↔ ¬p ∧ ¬q := by
  constructor
  · intro h
    constructor
    · intro hp
      exact h (Or.inl hp)
    · intro hq
      exact h (Or.inr hq)
  · intro ⟨hnp, hnq⟩ h
    exact h.elim hnp hnq

theorem not_and_of_or_not (h : ¬p ∨ ¬q) : ¬(p ∧ q) := by
  intro ⟨hp, hq⟩
  cases h with
  | inl hnp => exact hnp hp
  | inr hnq => exact hnq hq

theorem disjunctive_syllogism (h : p ∨ q) (hnp : ¬p) : q := by
  cases h with
  | inl hp => contradiction
  | inr hq => exact hq

theorem resolution (h₁ : p ∨ q) (h₂ : ¬p ∨ r) : q ∨ r := by
  cases h₂ with
  | inl hnp =>
    left
    exact disjunctive_syllogism h₁ hnp
  | inr hr =>
    right
    exact hr

/-- The excluded middle cannot be refuted, even where it cannot be proved. -/
theorem not_not_em : ¬¬(p ∨ ¬p) := by
  intro h
  apply h
  right
  intro hp
  exact h (Or.inl hp)

theorem not_not_imp (h : ¬¬(p → q)) : ¬¬p → ¬¬q := by
  intro hp hnq
  apply h
  intro hpq
  apply hp
  intro hp
  exact hnq (hpq hp)

theorem not_not_and_iff : ¬¬(p ∧ q) ↔ ¬¬p ∧ ¬¬q := by
  constructor
  · intro h
    constructor
    · intro hnp
      apply h
      intro hpq
      exact hnp hpq.left
    · intro hnq
      apply h
      intro hpq
      exact hnq hpq.right
  · intro ⟨hp, hq⟩ h
    apply hp
    intro hp
    apply hq
    intro hq
    exact h ⟨hp, hq⟩

/-! ## Equivalence -/

theorem iff_of_both (hp : p) (hq : q) : p ↔ q :=
  ⟨fun _ => hq, fun _ => hp⟩

theorem iff_congr_not (h : p ↔ q) : ¬p ↔ ¬q := by
  constructor
  · exact contrapose h.mpr
  · exact contrapose h.mp

theorem iff_congr_and (hpr : p ↔ r) (hqs : q ↔ s) : p ∧ q ↔ r ∧ s := by
  rw [hpr, hqs]

theorem iff_congr_imp (hpr : p ↔ r) (hqs : q ↔ s) : (p → q) ↔ (r → s) := by
  constructor
  · intro h hr
    exact hqs.mp (h (hpr.mpr hr))
  · intro h hp
    exact hqs.mpr (h (hpr.mp hp))

/-- No proposition is equivalent to its own negation: the liar says nothing. -/
theorem not_iff_not_self : ¬(p ↔ ¬p) := by
  intro h
  have hnp : ¬p := by
    intro hp
    exact h.mp hp hp
  exact hnp (h.mpr hnp)

example : (p → q) ∧ (q → r) ∧ (r → p) → (p ↔ r) := by
  intro ⟨hpq, hqr, hrp⟩
  constructor
  · exact imp_trans hpq hqr
  · exact hrp

end Logic
