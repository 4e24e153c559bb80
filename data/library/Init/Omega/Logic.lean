prelude
import Init.Int.Division
import Init.Nat.Shift
import Init.WellFounded

/-!
# Facts that the tactic `omega` puts into its proofs

The tactic is built into Lean and refers to these by name; only their statements are fixed.
-/

universe u v

theorem le_of_le_of_eq {α : Type u} {a b c : α} [LE α] (h₁ : a ≤ b) (h₂ : b = c) : a ≤ c := h₂ ▸ h₁

theorem le_of_eq_of_le {α : Type u} {a b c : α} [LE α] (h₁ : a = b) (h₂ : b ≤ c) : a ≤ c := h₁ ▸ h₂

theorem lt_of_lt_of_eq {α : Type u} {a b c : α} [LT α] (h₁ : a < b) (h₂ : b = c) : a < c := h₂ ▸ h₁

theorem lt_of_eq_of_lt {α : Type u} {a b c : α} [LT α] (h₁ : a = b) (h₂ : b < c) : a < c := h₁ ▸ h₂

namespace Lean.Omega

/-! ## Connectives -/

theorem and_not_not_of_not_or {p q : Prop} (h : ¬(p ∨ q)) : ¬p ∧ ¬q := not_or.1 h

theorem Decidable.or_not_not_of_not_and {p q : Prop} [Decidable p] [Decidable q] (h : ¬(p ∧ q)) : ¬p ∨ ¬q :=
  Decidable.not_and_iff_or_not_not.1 h

theorem Decidable.and_or_not_and_not_of_iff {p q : Prop} [Decidable q] (h : p ↔ q) : (p ∧ q) ∨ (¬p ∧ ¬q) :=
  Decidable.iff_iff_and_or_not_and_not.1 h

theorem Decidable.not_iff_iff_and_not_or_not_and {a b : Prop} [Decidable a] [Decidable b] :
    (¬(a ↔ b)) ↔ (a ∧ ¬b) ∨ ((¬a) ∧ b) := by
  by_cases ha : a <;> by_cases hb : b <;> simp [ha, hb]

theorem Decidable.and_not_or_not_and_of_not_iff {a b : Prop} [Decidable a] [Decidable b] (h : ¬(a ↔ b)) :
    a ∧ ¬b ∨ ¬a ∧ b :=
  Decidable.not_iff_iff_and_not_or_not_and.1 h

theorem Decidable.and_not_of_not_imp {a b : Prop} [Decidable a] (h : ¬(a → b)) : a ∧ ¬b :=
  Decidable.not_imp_iff_and_not.1 h

theorem ite_disjunction {α : Type u} {P : Prop} [Decidable P] {a b : α} :
    (P ∧ (if P then a else b) = a) ∨ (¬P ∧ (if P then a else b) = b) := by
  by_cases h : P
  · exact .inl ⟨h, if_pos h⟩
  · exact .inr ⟨h, if_neg h⟩

namespace Prod

theorem fst_mk {α : Type u} {β : Type v} {x : α} {y : β} : (Prod.mk x y).fst = x := rfl
theorem snd_mk {α : Type u} {β : Type v} {x : α} {y : β} : (Prod.mk x y).snd = y := rfl

theorem of_lex {α : Type u} {β : Type v} {r : α → α → Prop} {s : β → β → Prop} {p q : α × β}
    (w : Prod.Lex r s p q) : r p.fst q.fst ∨ p.fst = q.fst ∧ s p.snd q.snd := by
  cases w with
  | left b₁ b₂ h => exact .inl h
  | right a h => exact .inr ⟨rfl, h⟩

theorem of_not_lex {α : Type u} {r : α → α → Prop} [DecidableEq α] {β : Type v} {s : β → β → Prop} {p q : α × β}
    (w : ¬Prod.Lex r s p q) : ¬r p.fst q.fst ∧ (p.fst ≠ q.fst ∨ ¬s p.snd q.snd) := by
  obtain ⟨a, b⟩ := p
  obtain ⟨c, d⟩ := q
  refine ⟨fun h => w (.left b d h), ?_⟩
  by_cases h : a = c
  · subst h
    exact .inr fun h => w (.right a h)
  · exact .inl h

end Prod

/-! ## Natural numbers -/

namespace Nat

theorem lt_of_gt {x y : Nat} (h : x > y) : y < x := h
theorem le_of_ge {x y : Nat} (h : x ≥ y) : y ≤ x := h

end Nat

/-! ## Integers -/

namespace Int

theorem ofNat_pow (a b : Nat) : ((a ^ b : Nat) : Int) = (a : Int) ^ b := rfl

theorem pos_pow_of_pos (a : Int) (b : Nat) (h : 0 < a) : 0 < a ^ b := by
  obtain ⟨n, rfl⟩ := Int.eq_succ_of_zero_lt h
  exact Int.ofNat_lt.2 (Nat.pow_pos (Nat.succ_pos n))

theorem ofNat_pos {a : Nat} : 0 < (a : Int) ↔ 0 < a := Int.ofNat_lt

theorem ofNat_pos_of_pos {a : Nat} (h : 0 < a) : 0 < (a : Int) := ofNat_pos.2 h

theorem natCast_ofNat {x : Nat} : @Nat.cast Int instNatCastInt (no_index (OfNat.ofNat x)) = OfNat.ofNat x := rfl

theorem ofNat_lt_of_lt {x y : Nat} (h : x < y) : (x : Int) < (y : Int) := Int.ofNat_lt.2 h

theorem ofNat_le_of_le {x y : Nat} (h : x ≤ y) : (x : Int) ≤ (y : Int) := Int.ofNat_le.2 h

theorem ofNat_shiftLeft_eq {x y : Nat} : ((x <<< y : Nat) : Int) = (x : Int) * (2 ^ y : Nat) :=
  congrArg _ (Nat.shiftLeft_eq x y)

theorem ofNat_shiftRight_eq_div_pow {x y : Nat} : ((x >>> y : Nat) : Int) = (x : Int) / (2 ^ y : Nat) :=
  congrArg _ (Nat.shiftRight_eq_div_pow x y)

theorem emod_ofNat_nonneg {x : Nat} {y : Int} : 0 ≤ (x : Int) % y := Int.ofNat_zero_le (x % y.natAbs)

theorem lt_of_not_ge {x y : Int} (h : ¬(x ≤ y)) : y < x := Int.not_le.1 h
theorem lt_of_not_le {x y : Int} (h : ¬(x ≤ y)) : y < x := Int.not_le.1 h
theorem not_le_of_lt {x y : Int} (h : y < x) : ¬(x ≤ y) := Int.not_le.2 h
theorem lt_le_asymm {x y : Int} (h₁ : y < x) (h₂ : x ≤ y) : False := Int.not_le.2 h₁ h₂
theorem le_lt_asymm {x y : Int} (h₁ : y ≤ x) (h₂ : x < y) : False := Int.not_lt.2 h₁ h₂
theorem le_of_not_gt {x y : Int} (h : ¬(y > x)) : y ≤ x := Int.not_lt.1 h
theorem not_lt_of_ge {x y : Int} (h : y ≥ x) : ¬(y < x) := Int.not_lt.2 h
theorem le_of_not_lt {x y : Int} (h : ¬(x < y)) : y ≤ x := Int.not_lt.1 h
theorem not_lt_of_le {x y : Int} (h : y ≤ x) : ¬(x < y) := Int.not_lt.2 h
theorem lt_of_gt {x y : Int} (h : x > y) : y < x := h
theorem le_of_ge {x y : Int} (h : x ≥ y) : y ≤ x := h

theorem add_congr {a b c d : Int} (h₁ : a = b) (h₂ : c = d) : a + c = b + d := by rw [h₁, h₂]
theorem mul_congr {a b c d : Int} (h₁ : a = b) (h₂ : c = d) : a * c = b * d := by rw [h₁, h₂]
theorem mul_congr_left {a b : Int} (h₁ : a = b) (c : Int) : a * c = b * c := by rw [h₁]
theorem sub_congr {a b c d : Int} (h₁ : a = b) (h₂ : c = d) : a - c = b - d := by rw [h₁, h₂]
theorem neg_congr {a b : Int} (h₁ : a = b) : -a = -b := by rw [h₁]

theorem ofNat_congr {a b : Nat} (h : a = b) : (a : Int) = (b : Int) := congrArg _ h

theorem ofNat_mul_nonneg {a b : Nat} : 0 ≤ (a : Int) * b := Int.ofNat_zero_le (a * b)

theorem ofNat_sub_eq_zero {b a : Nat} (h : ¬b ≤ a) : ((a - b : Nat) : Int) = 0 :=
  congrArg _ (Nat.sub_eq_zero_of_le (Nat.le_of_not_le h))

theorem ofNat_sub_dichotomy {a b : Nat} :
    b ≤ a ∧ ((a - b : Nat) : Int) = a - b ∨ a < b ∧ ((a - b : Nat) : Int) = 0 :=
  (Nat.lt_or_ge a b).elim (fun h => .inr ⟨h, ofNat_sub_eq_zero (Nat.not_le_of_lt h)⟩)
    fun h => .inl ⟨h, Int.ofNat_sub h⟩

theorem ofNat_sub_sub {a b c : Nat} : ((a - b - c : Nat) : Int) = ((a - (b + c) : Nat) : Int) :=
  congrArg _ (Nat.sub_sub a b c)

theorem ofNat_min (a b : Nat) : ((min a b : Nat) : Int) = min (a : Int) (b : Int) := by
  rw [Nat.min_def, Int.min_def]
  simp only [Int.ofNat_le]
  split <;> rfl

theorem ofNat_max (a b : Nat) : ((max a b : Nat) : Int) = max (a : Int) (b : Int) := by
  rw [Nat.max_def, Int.max_def]
  simp only [Int.ofNat_le]
  split <;> rfl

theorem ofNat_natAbs (a : Int) : (a.natAbs : Int) = if 0 ≤ a then a else -a := by
  split
  · exact Int.natAbs_of_nonneg ‹_›
  · exact Int.ofNat_natAbs_of_nonpos (Int.le_of_lt (Int.lt_of_not_ge ‹_›))

theorem natAbs_dichotomy {a : Int} : 0 ≤ a ∧ a.natAbs = a ∨ a < 0 ∧ a.natAbs = -a :=
  (Int.lt_or_le a 0).elim (fun h => .inr ⟨h, Int.ofNat_natAbs_of_nonpos (Int.le_of_lt h)⟩)
    fun h => .inl ⟨h, Int.natAbs_of_nonneg h⟩

theorem neg_le_natAbs {a : Int} : -a ≤ a.natAbs := by
  have h := Int.le_natAbs (a := -a)
  rw [Int.natAbs_neg] at h
  exact h

theorem ofNat_fst_mk {β : Type v} {x : Nat} {y : β} : (Prod.mk x y).fst = (x : Int) := rfl
theorem ofNat_snd_mk {α : Type u} {x : α} {y : Nat} : (Prod.mk x y).snd = (y : Int) := rfl

end Int
end Lean.Omega
