prelude
import Init.Grind.Markers

/-!
# How `grind` propagates truth values and equalities

From what is known of a connective to its parts and back, congruence, and the facts of a case split.
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
theorem of_eq_eq_true (h : (a = b) = True) : (a ∧ b) ∨ (¬a ∧ ¬b) := by
  by_cases ha : a <;> by_cases hb : b <;> simp_all
theorem of_eq_eq_false (h : (a = b) = False) : (a ∧ ¬b) ∨ (¬a ∧ b) := by
  by_cases ha : a <;> by_cases hb : b <;> simp_all
theorem eq_congr {α : Sort u} {a₁ b₁ a₂ b₂ : α} (h₁ : a₁ = a₂) (h₂ : b₁ = b₂) : (a₁ = b₁) = (a₂ = b₂) := by
  rw [h₁, h₂]
theorem eq_congr' {α : Sort u} {a₁ b₁ a₂ b₂ : α} (h₁ : a₁ = b₂) (h₂ : b₁ = a₂) : (a₁ = b₁) = (a₂ = b₂) := by
  rw [h₁, h₂]
  exact propext eq_comm

theorem heq_congr {α₁ α₂ : Sort u} {a₁ b₁ : α₁} {a₂ b₂ : α₂} (h₁ : HEq a₁ a₂) (h₂ : HEq b₁ b₂) :
    (a₁ = b₁) = (a₂ = b₂) := by
  cases h₁
  cases h₂
  rfl
theorem heq_congr' {α₁ α₂ : Sort u} {a₁ b₁ : α₁} {a₂ b₂ : α₂} (h₁ : HEq a₁ b₂) (h₂ : HEq b₁ a₂) :
    (a₁ = b₁) = (a₂ = b₂) := by
  cases h₁
  cases h₂
  exact propext eq_comm
theorem ne_of_ne_of_eq_left {α : Sort u} {a b c : α} (h₁ : a = b) (h₂ : b ≠ c) : a ≠ c := h₁ ▸ h₂
theorem ne_of_ne_of_eq_right {α : Sort u} {a b c : α} (h₁ : a = c) (h₂ : b ≠ c) : b ≠ a := h₁ ▸ h₂
theorem eqRec_heq.{w₁, w₂} {α : Sort w₂} {a : α} {motive : (x : α) → a = x → Sort w₁} (v : motive a (Eq.refl a))
    {b : α} (h : a = b) : HEq (@Eq.rec α a motive v b h) v := by
  subst h
  exact HEq.refl _
theorem eqRecOn_heq.{w₁, w₂} {α : Sort w₂} {a : α} {motive : (x : α) → a = x → Sort w₁} {b : α} (h : a = b)
    (v : motive a (Eq.refl a)) : HEq (@Eq.recOn α a motive b h v) v := by
  subst h
  exact HEq.refl _
theorem eqNDRec_heq.{w₁, w₂} {α : Sort w₂} {a : α} {motive : α → Sort w₁} (v : motive a) {b : α} (h : a = b) :
    HEq (@Eq.ndrec α a motive v b h) v := by
  subst h
  exact HEq.refl _

/-! ## Case splits and quantifiers -/

theorem em (p : Prop) : alreadyNorm p ∨ alreadyNorm (¬p) := Classical.em p
theorem of_lookahead (p : Prop) (h : ¬p → False) : p = True := eq_true (Classical.byContradiction h)
def intro_with_eq (p p' : Prop) (q : Sort u) (he : p = p') (h : p' → q) : p → q := fun hp => h (he.mp hp)
def intro_with_eq' (p p' : Prop) (q : p → Sort u) (he : p = p') (h : (h : p') → q (he.mpr_prop h)) : (h : p) → q h :=
  fun hp => h (he.mp hp)
theorem forall_propagator (p : Prop) (q : p → Prop) (q' : Prop) (h₁ : p = True) (h₂ : q (of_eq_true h₁) = q')
:
    (∀ hp : p, q hp) = q' := by
  subst h₂
  exact propext ⟨fun h => h _, fun h _ => h⟩
theorem of_forall_eq_false (α : Sort u) (p : α → Prop) (h : (∀ x : α, p x) = False) : ∃ x : α, ¬p x :=
  Classical.not_forall.1 (of_eq_false h)

theorem dite_cond_eq_true' {α : Sort u} {c : Prop} {_ : Decidable c} {a : c → α} {b : ¬c → α} {r : α}
    (h₁ : c = True) (h₂ : a (of_eq_true h₁) = r) : dite c a b = r := (dif_pos (of_eq_true h₁)).trans h₂
theorem dite_cond_eq_false' {α : Sort u} {c : Prop} {_ : Decidable c} {a : c → α} {b : ¬c → α} {r : α}
    (h₁ : c = False) (h₂ : b (of_eq_false h₁) = r) : dite c a b = r := (dif_neg (of_eq_false h₁)).trans h₂

/-! ## Decidability -/

theorem of_decide_eq_true {_ : Decidable p} : decide p = true → p = True := fun h =>
  eq_true (_root_.of_decide_eq_true h)
theorem of_decide_eq_false {_ : Decidable p} : decide p = false → p = False := fun h =>
  eq_false (_root_.of_decide_eq_false h)
theorem decide_eq_true {_ : Decidable p} : p = True → decide p = true := fun h =>
  _root_.decide_eq_true (of_eq_true h)
theorem decide_eq_false {_ : Decidable p} : p = False → decide p = false := fun h =>
  _root_.decide_eq_false (of_eq_false h)

/-! ## Boolean equality -/

theorem beq_eq_true_of_eq {α : Type u} {_ : BEq α} {_ : LawfulBEq α} {a b : α} (h : a = b) : (a == b) = true :=
  beq_iff_eq.2 h
theorem beq_eq_false_of_diseq {α : Type u} {_ : BEq α} {_ : LawfulBEq α} {a b : α} (h : ¬a = b) :
    (a == b) = false := beq_eq_false_iff_ne.2 h
theorem eq_of_beq_eq_true {α : Type u} {_ : BEq α} {_ : LawfulBEq α} {a b : α} (h : (a == b) = true) : a = b :=
  beq_iff_eq.1 h
theorem ne_of_beq_eq_false {α : Type u} {_ : BEq α} {_ : LawfulBEq α} {a b : α} (h : (a == b) = false) :
    (a = b) = False := eq_false (beq_eq_false_iff_ne.1 h)

/-! ## Boolean connectives -/

namespace Bool
variable {a b : Bool}

theorem and_eq_of_eq_true_left (h : a = true) : (a && b) = b := by simp [h]
theorem and_eq_of_eq_true_right (h : b = true) : (a && b) = a := by simp [h]
theorem and_eq_of_eq_false_left (h : a = false) : (a && b) = false := by simp [h]
theorem and_eq_of_eq_false_right (h : b = false) : (a && b) = false := by simp [h]
theorem eq_true_of_and_eq_true_left (h : (a && b) = true) : a = true := by revert h; cases a <;> simp
theorem eq_true_of_and_eq_true_right (h : (a && b) = true) : b = true := by revert h; cases b <;> simp
theorem or_eq_of_eq_true_left (h : a = true) : (a || b) = true := by simp [h]
theorem or_eq_of_eq_true_right (h : b = true) : (a || b) = true := by simp [h]
theorem or_eq_of_eq_false_left (h : a = false) : (a || b) = b := by simp [h]
theorem or_eq_of_eq_false_right (h : b = false) : (a || b) = a := by simp [h]
theorem eq_false_of_or_eq_false_left (h : (a || b) = false) : a = false := by revert h; cases a <;> simp
theorem eq_false_of_or_eq_false_right (h : (a || b) = false) : b = false := by revert h; cases b <;> simp
theorem not_eq_of_eq_true (h : a = true) : (!a) = false := by simp [h]
theorem not_eq_of_eq_false (h : a = false) : (!a) = true := by simp [h]
theorem eq_false_of_not_eq_true (h : (!a) = true) : a = false := by revert h; cases a <;> simp
theorem eq_true_of_not_eq_false (h : (!a) = false) : a = true := by revert h; cases a <;> simp
theorem eq_false_of_not_eq_true' (h : ¬a = true) : a = false := by revert h; cases a <;> simp
theorem eq_true_of_not_eq_false' (h : ¬a = false) : a = true := by revert h; cases a <;> simp
theorem false_of_not_eq_self (h : (!a) = a) : False := by revert h; cases a <;> simp
theorem ne_of_eq_true_of_eq_false (h₁ : a = true) (h₂ : b = false) : (a = b) = False := by simp [h₁, h₂]
theorem ne_of_eq_false_of_eq_true (h₁ : a = false) (h₂ : b = true) : (a = b) = False := by simp [h₁, h₂]

end Bool

end Lean.Grind
