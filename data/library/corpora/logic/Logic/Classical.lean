import Logic.Propositional

/-!
# Classical logic

What the excluded middle adds. The principles of Peirce, of double negation and of the excluded middle are proved from
each other too, to show that each is as strong as the rest.
-/

namespace Logic

open Classical

section Laws

variable {p q r : Prop}

theorem not_not_elim (h : ¬¬p) : p := by
  cases em p with
  | inl hp => exact hp
  | inr hnp => exact absurd hnp h

theorem not_not_iff : ¬¬p ↔ p :=
  ⟨not_not_elim, not_not_intro⟩

theorem contrapose_iff : (¬q → ¬p) ↔ (p → q) := by
  constructor
  · intro h hp
    apply not_not_elim
    intro hnq
    exact h hnq hp
  · exact contrapose

theorem not_and_iff : ¬(p ∧ q) ↔ ¬p ∨ ¬q := by
  constructor
  · intro h
    by_cases hp : p
    · right
      intro hq
      exact h ⟨hp, hq⟩
    · left
      exact hp
  · exact not_and_of_or_not

theorem imp_iff_not_or : (p → q) ↔ ¬p ∨ q := by
  constructor
  · intro h
    by_cases hp : p
    · exact Or.inr (h hp)
    · exact Or.inl hp
  · intro h hp
    cases h with
    | inl hnp => exact absurd hp hnp
    | inr hq => exact hq

theorem not_imp_iff : ¬(p → q) ↔ p ∧ ¬q := by
  constructor
  · intro h
    constructor
    · apply not_not_elim
      intro hnp
      exact h fun hp => absurd hp hnp
    · intro hq
      exact h fun _ => hq
  · intro ⟨hp, hnq⟩ h
    exact hnq (h hp)

theorem or_iff_not_imp : p ∨ q ↔ (¬p → q) := by
  constructor
  · exact disjunctive_syllogism
  · intro h
    cases em p with
    | inl hp => exact Or.inl hp
    | inr hnp => exact Or.inr (h hnp)

/-- Peirce's law: implication alone knows that the logic is classical. -/
theorem peirce : ((p → q) → p) → p := by
  intro h
  by_cases hp : p
  · exact hp
  · apply h
    intro hp'
    exact absurd hp' hp

theorem clavius (h : ¬p → p) : p := by
  apply peirce (q := False)
  exact h

/-- Of any two propositions one implies the other. -/
theorem imp_total (p q : Prop) : (p → q) ∨ (q → p) := by
  by_cases hq : q
  · left
    intro _
    exact hq
  · right
    intro hq'
    contradiction

theorem imp_or_split (h : p → q ∨ r) : (p → q) ∨ (p → r) := by
  by_cases hp : p
  · cases h hp with
    | inl hq => exact Or.inl fun _ => hq
    | inr hr => exact Or.inr fun _ => hr
  · left
    intro hp'
    exact absurd hp' hp

theorem cases_on_prop (P : Prop → Prop) (hT : P True) (hF : P False) (a : Prop) : P a := by
  by_cases ha : a
  · rw [eq_true ha]
    exact hT
  · rw [eq_false ha]
    exact hF

theorem not_iff_iff : ¬(p ↔ q) ↔ (p ↔ ¬q) := by
  constructor
  · intro h
    constructor
    · intro hp hq
      exact h (iff_of_both hp hq)
    · intro hnq
      apply not_not_elim
      intro hnp
      exact h ⟨fun hp => absurd hp hnp, fun hq => absurd hq hnq⟩
  · intro h hpq
    apply not_iff_not_self (p := q)
    constructor
    · intro hq
      exact h.mp (hpq.mpr hq)
    · intro hnq
      exact hpq.mp (h.mpr hnq)

theorem iff_iff_cases : (p ↔ q) ↔ (p ∧ q) ∨ (¬p ∧ ¬q) := by
  constructor
  · intro h
    by_cases hp : p
    · left
      exact ⟨hp, h.mp hp⟩
    · right
      constructor
      · exact hp
      · intro hq
        exact hp (h.mpr hq)
  · intro h
    rcases h with ⟨hp, hq⟩ | ⟨hnp, hnq⟩
    · exact iff_of_both hp hq
    · exact ⟨fun hp => absurd hp hnp, fun hq => absurd hq hnq⟩

end Laws

section Principles

/-- The law of the excluded middle, as a proposition that may be assumed or not. -/
def ExcludedMiddle : Prop := ∀ p : Prop, p ∨ ¬p

/-- The law of double negation. -/
def DoubleNegation : Prop := ∀ p : Prop, ¬¬p → p

/-- Peirce's law. -/
def PeirceLaw : Prop := ∀ p q : Prop, ((p → q) → p) → p

theorem excludedMiddle_of_doubleNegation (h : DoubleNegation) : ExcludedMiddle := by
  intro p
  apply h
  exact not_not_em

theorem doubleNegation_of_peirce (h : PeirceLaw) : DoubleNegation := by
  intro p hnn
  apply h p False
  intro hnp
  exact absurd hnp hnn

theorem peirce_of_excludedMiddle (h : ExcludedMiddle) : PeirceLaw := by
  intro p q hpqp
  cases h p with
  | inl hp => exact hp
  | inr hnp => exact hpqp fun hp => absurd hp hnp

theorem excludedMiddle_iff_peirce : ExcludedMiddle ↔ PeirceLaw := by
  constructor
  · exact peirce_of_excludedMiddle
  · intro h
    exact excludedMiddle_of_doubleNegation (doubleNegation_of_peirce h)

end Principles

end Logic
