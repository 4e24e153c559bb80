prelude
import Init.Quantifiers

/-!
# The lemmas behind `grind`

Propagation of truth values through the connectives, congruence, and the markers that the tactic leaves in
terms.
This covers propositional logic, equality and instantiation; the arithmetic of `grind` is switched off by
`grind -ring -linarith -lia -ac -order`.
-/

universe u v

namespace Lean.Grind
variable {a b p q : Prop}

/-! ## Conjunction -/

theorem and_eq_of_eq_true_left (h : a = True) : (a ∧ b) = b := by simp [h]
theorem and_eq_of_eq_true_right (h : b = True) : (a ∧ b) = a := by simp [h]
theorem and_eq_of_eq_false_left (h : a = False) : (a ∧ b) = False := by simp [h]
theorem and_eq_of_eq_false_right (h : b = False) : (a ∧ b) = False := by simp [h]
theorem eq_true_of_and_eq_true_left (h : (a ∧ b) = True) : a = True := eq_true (of_eq_true h).1
theorem eq_true_of_and_eq_true_right (h : (a ∧ b) = True) : b = True := eq_true (of_eq_true h).2
theorem or_of_and_eq_false (h : (a ∧ b) = False) : ¬a ∨ ¬b :=
  Classical.not_and_iff_not_or_not.1 (of_eq_false h)

/-! ## Disjunction -/

theorem or_eq_of_eq_true_left (h : a = True) : (a ∨ b) = True := by simp [h]
theorem or_eq_of_eq_true_right (h : b = True) : (a ∨ b) = True := by simp [h]
theorem or_eq_of_eq_false_left (h : a = False) : (a ∨ b) = b := by simp [h]
theorem or_eq_of_eq_false_right (h : b = False) : (a ∨ b) = a := by simp [h]
theorem eq_false_of_or_eq_false_left (h : (a ∨ b) = False) : a = False :=
  eq_false fun ha => of_eq_false h (.inl ha)
theorem eq_false_of_or_eq_false_right (h : (a ∨ b) = False) : b = False :=
  eq_false fun hb => of_eq_false h (.inr hb)

/-! ## Implication -/

theorem imp_eq_of_eq_false_left (h : a = False) : (a → b) = True := by simp [h]
theorem imp_eq_of_eq_true_left (h : a = True) : (a → b) = b := by simp [h]
theorem imp_eq_of_eq_true_right (h : b = True) : (a → b) = True := by simp [h]
theorem eq_true_of_imp_eq_false (h : (a → b) = False) : a = True := eq_true (not_imp.1 (of_eq_false h)).1
theorem eq_false_of_imp_eq_false (h : (a → b) = False) : b = False := eq_false (not_imp.1 (of_eq_false h)).2
theorem eq_false_of_imp_eq_true (h₁ : (a → b) = True) (h₂ : b = False) : a = False :=
  eq_false fun ha => of_eq_false h₂ (of_eq_true h₁ ha)

/-! ## Negation -/

theorem not_eq_of_eq_true (h : a = True) : (Not a) = False := by simp [h]
theorem not_eq_of_eq_false (h : a = False) : (Not a) = True := by simp [h]
theorem eq_false_of_not_eq_true (h : (Not a) = True) : a = False := eq_false (of_eq_true h)
theorem eq_true_of_not_eq_false (h : (Not a) = False) : a = True :=
  eq_true (Classical.byContradiction fun hn => of_eq_false h hn)
theorem false_of_not_eq_self (h : (Not a) = a) : False := not_iff_self (iff_of_eq h)

/-! ## Equality -/

theorem eq_eq_of_eq_true_left (h : a = True) : (a = b) = b := by simp [h]
theorem eq_eq_of_eq_true_right (h : b = True) : (a = b) = a := by simp [h]
theorem of_eq_eq_true (h : (a = b) = True) : (¬a ∨ b) ∧ (¬b ∨ a) := by
  by_cases ha : a <;> by_cases hb : b <;> simp_all
theorem of_eq_eq_false (h : (a = b) = False) : (¬a ∨ ¬b) ∧ (b ∨ a) := by
  by_cases ha : a <;> by_cases hb : b <;> simp_all
theorem eq_congr {α : Sort u} {a₁ b₁ a₂ b₂ : α} (h₁ : a₁ = a₂) (h₂ : b₁ = b₂) : (a₁ = b₁) = (a₂ = b₂) := by
  rw [h₁, h₂]
theorem eq_congr' {α : Sort u} {a₁ b₁ a₂ b₂ : α} (h₁ : a₁ = b₂) (h₂ : b₁ = a₂) : (a₁ = b₁) = (a₂ = b₂) := by
  rw [h₁, h₂]
  exact propext eq_comm

/-! ## Case splits and quantifiers -/

theorem em (a : Prop) : a ∨ ¬a := Classical.em a
theorem forall_propagator (p : Prop) (q : p → Prop) (q' : Prop) (h₁ : p = True) (h₂ : q (of_eq_true h₁) = q')
:
    (∀ hp : p, q hp) = q' := by
  subst h₂
  exact propext ⟨fun h => h _, fun h _ => h⟩
theorem of_forall_eq_false (α : Sort u) (p : α → Prop) (h : (∀ x : α, p x) = False) : ∃ x : α, ¬p x :=
  Classical.not_forall.1 (of_eq_false h)

/-! ## Normal forms -/

theorem not_and : (¬(p ∧ q)) = (¬p ∨ ¬q) := propext Classical.not_and_iff_not_or_not
theorem not_or : (¬(p ∨ q)) = (¬p ∧ ¬q) := propext _root_.not_or
theorem not_not : (¬¬p) = p := propext Classical.not_not
theorem not_implies : (¬(p → q)) = (p ∧ ¬q) := propext not_imp
theorem not_exists {α : Sort u} (p : α → Prop) : (¬∃ x, p x) = ∀ x, ¬p x := propext _root_.not_exists
theorem not_forall {α : Sort u} (p : α → Prop) : (¬∀ x, p x) = ∃ x, ¬p x := propext Classical.not_forall
theorem true_imp_eq (p : Prop) : (True → p) = p := true_implies p
theorem false_imp_eq (p : Prop) : (False → p) = True := false_implies p
theorem imp_true_eq (p : Prop) : (p → True) = True := implies_true p
theorem imp_false_eq (p : Prop) : (p → False) = ¬p := rfl
theorem imp_self_eq (p : Prop) : (p → p) = True := eq_true id

/-! ## Decidability -/

theorem of_decide_eq_true {_ : Decidable p} : decide p = true → p = True := fun h =>
  eq_true (_root_.of_decide_eq_true h)
theorem of_decide_eq_false {_ : Decidable p} : decide p = false → p = False := fun h =>
  eq_false (_root_.of_decide_eq_false h)
theorem decide_eq_true {_ : Decidable p} : p = True → decide p = true := fun h =>
  _root_.decide_eq_true (of_eq_true h)
theorem decide_eq_false {_ : Decidable p} : p = False → decide p = false := fun h =>
  _root_.decide_eq_false (of_eq_false h)

/-! ## Markers -/

set_option linter.defProp false in
def nestedProof (p : Prop) {h : p} : p := h
def nestedDecidable {p : Prop} (h : Decidable p) : Decidable p := h
theorem nestedProof_congr (p q : Prop) (h : p = q) (hp : p) (hq : q) :
    HEq (@nestedProof p hp) (@nestedProof q hq) := by
  subst h
  exact HEq.refl _
def intro_with_eq (p p' : Prop) (q : Sort u) (he : p = p') (h : p' → q) : p → q := fun hp => h (he.mp hp)
def MatchCond (p : Prop) : Prop := p
def PreMatchCond (p : Prop) : Prop := p
def EqMatch {α : Sort u} (a b : α) {_origin : α} : Prop := a = b
def simpMatchDiscrsOnly {α : Sort u} (a : α) : α := a
def alreadyNorm (p : Prop) : Prop := p
def offset (a b : Nat) : Nat := a + b
def eqBwdPattern {α : Sort u} (a b : α) : Prop := a = b
def genPattern {α : Sort u} (_h : Prop) (x : α) (_val : α) : α := x
def genHEqPattern {α β : Sort u} (_h : Prop) (x : α) (_val : β) : α := x
def abstractFn {α : Sort u} (a : α) : α := a

end Lean.Grind
