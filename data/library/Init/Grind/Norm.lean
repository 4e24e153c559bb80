prelude
import Init.Grind.Lemmas
import Init.Grind.Linear.Normal

/-!
# The normal forms that `grind` works with

What the tactic rewrites before it looks at a fact: negations inwards, `↔` to `=`, Boolean equations to
propositions, arithmetic to few operations.
-/

universe u v

namespace Lean.Grind

theorem iff_eq (p q : Prop) : (p ↔ q) = (p = q) := propext ⟨propext, iff_of_eq⟩
theorem eq_true_eq (p : Prop) : (p = True) = p := propext ⟨of_eq_true, eq_true⟩
theorem eq_false_eq (p : Prop) : (p = False) = ¬p := propext ⟨of_eq_false, eq_false⟩
theorem not_eq_prop (p q : Prop) : (¬(p = q)) = (p = ¬q) := by
  by_cases hp : p <;> by_cases hq : q <;> simp [hp, hq]

/-! ## Implication, negation, disjunction -/

theorem imp_eq (p q : Prop) : (p → q) = (¬p ∨ q) := by
  by_cases hp : p <;> simp [hp]
theorem forall_imp_eq_or {α : Sort u} (p : α → Prop) (q : Prop) : ((∀ a, p a) → q) = ((∃ a, ¬p a) ∨ q) := by
  rw [imp_eq, propext Classical.not_forall]
theorem true_imp_eq (p : Prop) : (True → p) = p := true_implies p
theorem false_imp_eq (p : Prop) : (False → p) = True := false_implies p
theorem imp_true_eq (p : Prop) : (p → True) = True := implies_true p
theorem imp_false_eq (p : Prop) : (p → False) = ¬p := rfl
theorem imp_self_eq (p : Prop) : (p → p) = True := eq_true id

theorem not_true : (¬True) = False := not_true_eq_false
theorem not_false : (¬False) = True := not_false_eq_true
theorem not_not (p : Prop) : (¬¬p) = p := propext Classical.not_not
theorem not_and (p q : Prop) : (¬(p ∧ q)) = (¬p ∨ ¬q) := propext Classical.not_and_iff_not_or_not
theorem not_or (p q : Prop) : (¬(p ∨ q)) = (¬p ∧ ¬q) := propext _root_.not_or
theorem not_implies (p q : Prop) : (¬(p → q)) = (p ∧ ¬q) := propext not_imp
theorem not_exists {α : Sort u} (p : α → Prop) : (¬∃ x, p x) = ∀ x, ¬p x := propext _root_.not_exists
theorem not_forall {α : Sort u} (p : α → Prop) : (¬∀ x, p x) = ∃ x, ¬p x := propext Classical.not_forall
theorem not_ite {p : Prop} {_ : Decidable p} (q r : Prop) : (¬ite p q r) = ite p (¬q) (¬r) := by
  by_cases hp : p <;> simp [hp]

theorem or_assoc (p q r : Prop) : ((p ∨ q) ∨ r) = (p ∨ (q ∨ r)) := propext _root_.or_assoc
theorem or_swap12 (p q r : Prop) : (p ∨ q ∨ r) = (q ∨ p ∨ r) := propext or_left_comm
theorem or_swap13 (p q r : Prop) : (p ∨ q ∨ r) = (r ∨ q ∨ p) := by
  by_cases hp : p <;> by_cases hq : q <;> simp [hp, hq]

theorem ite_true_false {p : Prop} {_ : Decidable p} : (ite p True False) = p := by by_cases hp : p <;> simp [hp]
theorem ite_false_true {p : Prop} {_ : Decidable p} : (ite p False True) = ¬p := by by_cases hp : p <;> simp [hp]

/-! ## Quantifiers -/

theorem forall_true (p : True → Prop) : (∀ h : True, p h) = p True.intro := propext ⟨fun h => h _, fun h _ => h⟩
theorem forall_and {α : Sort u} {p q : α → Prop} : (∀ x, p x ∧ q x) = ((∀ x, p x) ∧ (∀ x, q x)) :=
  propext _root_.forall_and
theorem forall_or_forall {α : Sort u} {β : α → Sort v} (p : α → Prop) (q : (a : α) → β a → Prop) :
    (∀ a : α, p a ∨ ∀ b : β a, q a b) = (∀ (a : α) (b : β a), p a ∨ q a b) := by
  refine propext ⟨fun h a b => (h a).imp_right fun hq => hq b, fun h a => ?_⟩
  by_cases hp : p a
  · exact .inl hp
  · exact .inr fun b => (h a b).resolve_left hp
theorem forall_forall_or {α : Sort u} {β : α → Sort v} (p : α → Prop) (q : (a : α) → β a → Prop) :
    (∀ a : α, (∀ b : β a, q a b) ∨ p a) = (∀ (a : α) (b : β a), q a b ∨ p a) := by
  refine propext ⟨fun h a b => (h a).imp_left fun hq => hq b, fun h a => ?_⟩
  by_cases hp : p a
  · exact .inr hp
  · exact .inl fun b => (h a b).resolve_right hp
theorem exists_const (α : Sort u) [_i : Nonempty α] {b : Prop} : (∃ _ : α, b) = b := propext (_root_.exists_const α)
theorem exists_or {α : Sort u} {p q : α → Prop} : (∃ x, p x ∨ q x) = ((∃ x, p x) ∨ ∃ x, q x) :=
  propext _root_.exists_or
theorem exists_prop {a b : Prop} : (∃ _h : a, b) = (a ∧ b) := propext _root_.exists_prop
theorem exists_and_left {α : Sort u} {p : α → Prop} {b : Prop} : (∃ x, b ∧ p x) = (b ∧ (∃ x, p x)) :=
  propext _root_.exists_and_left
theorem exists_and_right {α : Sort u} {p : α → Prop} {b : Prop} : (∃ x, p x ∧ b) = ((∃ x, p x) ∧ b) :=
  propext _root_.exists_and_right

/-! ## Booleans -/

theorem cond_eq_ite {α : Sort u} (c : Bool) (a b : α) : cond c a b = ite c a b := by cases c <;> rfl
theorem flip_bool_eq (a b : Bool) : (a = b) = (b = a) := propext eq_comm
theorem bool_eq_to_prop (a b : Bool) : (a = b) = ((a = true) = (b = true)) := by cases a <;> cases b <;> simp
theorem beq_eq_decide_eq {α : Type u} {_ : BEq α} [LawfulBEq α] [DecidableEq α] (a b : α) :
    (a == b) = decide (a = b) := by
  by_cases h : a = b <;> simp [h]
theorem bne_eq_decide_not_eq {α : Type u} {_ : BEq α} [LawfulBEq α] [DecidableEq α] (a b : α) :
    (a != b) = decide (¬a = b) := by
  by_cases h : a = b <;> simp [bne, h]

/-! ## Arithmetic -/

theorem Nat.lt_eq (a b : Nat) : (a < b) = (a + 1 ≤ b) := rfl
theorem Nat.pow_one (a : Nat) : a ^ 1 = a := _root_.Nat.pow_one a
theorem Nat.zero_sub (a : Nat) : 0 - a = 0 := _root_.Nat.zero_sub a
theorem Int.lt_eq (a b : Int) : (a < b) = (a + 1 ≤ b) := rfl
theorem Int.pow_one (a : Int) : a ^ 1 = a := _root_.Int.pow_one a
theorem natCast_div (a b : Nat) : (NatCast.natCast (a / b) : Int) = NatCast.natCast a / NatCast.natCast b := rfl
theorem natCast_mod (a b : Nat) : (NatCast.natCast (a % b) : Int) = NatCast.natCast a % NatCast.natCast b := rfl
theorem natCast_add (a b : Nat) : (NatCast.natCast (a + b) : Int) = NatCast.natCast a + NatCast.natCast b := rfl
theorem natCast_mul (a b : Nat) : (NatCast.natCast (a * b) : Int) = NatCast.natCast a * NatCast.natCast b := rfl
theorem natCast_pow (a b : Nat) : (NatCast.natCast (a ^ b) : Int) = (NatCast.natCast a : Int) ^ b :=
  Int.natCast_pow a b

init_grind_norm
  |
  iff_eq heq_eq_eq
  and_true true_and and_false false_and and_assoc
  ite_true_false ite_false_true
  cond_eq_ite
  Bool.or_false Bool.or_true Bool.false_or Bool.true_or Bool.or_eq_true
  Bool.and_false Bool.and_true Bool.false_and Bool.true_and Bool.and_eq_true
  Bool.not_not
  beq_iff_eq beq_eq_decide_eq beq_self_eq_true
  bne_iff_ne bne_eq_decide_not_eq
  decide_eq_true_eq decide_not not_decide_eq_true
  Nat.le_zero_eq Nat.lt_eq Nat.succ_eq_add_one
  Nat.add_eq Nat.sub_eq Nat.mul_eq Nat.zero_eq Nat.le_eq
  Nat.div_zero Nat.mod_zero Nat.div_one Nat.mod_one
  Nat.sub_sub Nat.pow_zero Nat.pow_one Nat.sub_self
  Nat.one_pow Nat.zero_sub
  Int.lt_eq
  Int.emod_neg Int.ediv_neg
  Int.ediv_zero Int.emod_zero
  Int.ediv_one Int.emod_one
  Int.negSucc_eq
  natCast_div natCast_mod
  natCast_add natCast_mul natCast_pow
  Int.one_pow
  Int.pow_zero Int.pow_one
  Int.add_def Int.mul_def Int.ofNat_eq_coe
  Int.Internal.Linear.sub_fold Int.Internal.Linear.neg_fold
  Int.one_dvd Int.zero_dvd
  Function.const_apply Function.comp_apply Function.const_comp
  Function.comp_const Function.true_comp Function.false_comp

end Lean.Grind
