import Integers.Ring

/-!
# Order

Comparing integers, squares and the order, the inequalities of Cauchy and of the means, and the larger and the smaller
of two numbers.
-/

namespace Integers

/-! ## Comparing -/

theorem lt_succ_iff_le {a b : Int} : a < b + 1 ↔ a ≤ b := by
  omega

theorem lt_or_ge (a b : Int) : a < b ∨ b ≤ a := by
  omega

theorem le_pred_iff_lt {a b : Int} : a ≤ b - 1 ↔ a < b := by
  omega

theorem sub_nonneg_iff {a b : Int} : 0 ≤ a - b ↔ b ≤ a := by
  constructor
  · exact Int.le_of_sub_nonneg
  · exact Int.sub_nonneg_of_le

theorem no_integer_between {a b : Int} (hab : a < b) (hba : b < a + 1) : False := by
  omega

theorem neg_lt_neg_iff {a b : Int} : -a < -b ↔ b < a := by
  constructor
  · intro h
    omega
  · intro h
    omega

theorem add_lt_add_both {a b c d : Int} (hab : a < b) (hcd : c < d) : a + c < b + d := by
  apply Int.lt_trans
  · exact Int.add_lt_add_right hab c
  · exact Int.add_lt_add_left hcd b

theorem sub_le_sub_both {a b c d : Int} (hab : a ≤ b) (hcd : c ≤ d) : a - d ≤ b - c := by
  apply Int.add_le_add hab
  exact Int.neg_le_neg hcd

theorem eq_of_not_lt {a b : Int} (hab : ¬a < b) (hba : ¬b < a) : a = b := by
  rcases Int.lt_trichotomy a b with h | h | h
  · exact absurd h hab
  · exact h
  · exact absurd h hba

theorem le_of_forall_le {a b : Int} (h : ∀ c, c ≤ a → c ≤ b) : a ≤ b :=
  h a (Int.le_refl a)

theorem eq_of_forall_le_iff {a b : Int} (h : ∀ c, c ≤ a ↔ c ≤ b) : a = b := by
  apply Int.le_antisymm
  · exact le_of_forall_le fun c hc => (h c).mp hc
  · exact le_of_forall_le fun c hc => (h c).mpr hc

theorem exists_larger (a : Int) : ∃ b, a < b :=
  ⟨a + 1, Int.lt_succ a⟩

theorem exists_smaller (a : Int) : ∃ b, b < a := by
  exists a - 1
  omega

theorem not_exists_largest : ¬∃ a : Int, ∀ b, b ≤ a := by
  intro ⟨a, ha⟩
  have h : a + 1 ≤ a := ha (a + 1)
  omega

/-! ## Products -/

theorem mul_neg_of_pos_of_neg {a b : Int} (ha : 0 < a) (hb : b < 0) : a * b < 0 := by
  have h : 0 < a * -b := Int.mul_pos ha (Int.neg_pos_of_neg hb)
  rw [Int.mul_neg] at h
  omega

theorem mul_pos_of_neg_of_neg {a b : Int} (ha : a < 0) (hb : b < 0) : 0 < a * b := by
  rw [← Int.neg_mul_neg]
  exact Int.mul_pos (Int.neg_pos_of_neg ha) (Int.neg_pos_of_neg hb)

theorem pos_of_mul_pos_left {a b : Int} (ha : 0 < a) (h : 0 < a * b) : 0 < b := by
  rcases Int.lt_trichotomy b 0 with hb | hb | hb
  · have hneg := mul_neg_of_pos_of_neg ha hb
    omega
  · rw [hb, Int.mul_zero] at h
    exact absurd h (Int.lt_irrefl 0)
  · exact hb

theorem mul_pos_iff {a b : Int} : 0 < a * b ↔ 0 < a ∧ 0 < b ∨ a < 0 ∧ b < 0 := by
  constructor
  · intro h
    rcases Int.lt_trichotomy a 0 with ha | ha | ha
    · right
      refine ⟨ha, ?_⟩
      rw [← Int.neg_mul_neg] at h
      have hb : 0 < -b := pos_of_mul_pos_left (Int.neg_pos_of_neg ha) h
      omega
    · rw [ha, Int.zero_mul] at h
      exact absurd h (Int.lt_irrefl 0)
    · left
      exact ⟨ha, pos_of_mul_pos_left ha h⟩
  · rintro (⟨ha, hb⟩ | ⟨ha, hb⟩)
    · exact Int.mul_pos ha hb
    · exact mul_pos_of_neg_of_neg ha hb

theorem mul_le_mul_both {a b c d : Int} (hab : a ≤ b) (hcd : c ≤ d) (ha : 0 ≤ a) (hd : 0 ≤ d) : a * c ≤ b * d := by
  apply Int.le_trans
  · exact Int.mul_le_mul_of_nonneg_left hcd ha
  · exact Int.mul_le_mul_of_nonneg_right hab hd

theorem le_mul_of_one_le {a b : Int} (ha : 0 ≤ a) (hb : 1 ≤ b) : a ≤ a * b := by
  have h : a * 1 ≤ a * b := Int.mul_le_mul_of_nonneg_left hb ha
  rw [Int.mul_one] at h
  exact h

/-! ## Squares -/

theorem square_nonneg (a : Int) : 0 ≤ square a := by
  rcases Int.le_total 0 a with h | h
  · exact Int.mul_nonneg h h
  · rw [← square_neg]
    have hn : 0 ≤ -a := Int.neg_nonneg_of_nonpos h
    exact Int.mul_nonneg hn hn

theorem square_pos_iff {a : Int} : 0 < square a ↔ a ≠ 0 := by
  have h := square_nonneg a
  constructor
  · intro hpos ha
    rw [ha] at hpos
    exact absurd hpos (Int.lt_irrefl 0)
  · intro ha
    have hne : square a ≠ 0 := fun hz => ha (square_eq_zero_iff.mp hz)
    omega

theorem le_square (a : Int) : a ≤ square a := by
  rcases lt_or_ge 0 a with h | h
  · exact le_mul_of_one_le (Int.le_of_lt h) h
  · exact Int.le_trans h (square_nonneg a)

theorem two_mul_le_add_square (a b : Int) : 2 * (a * b) ≤ square a + square b := by
  have h := square_nonneg (a - b)
  rw [square_sub] at h
  omega

theorem four_mul_le_square_add (a b : Int) : 4 * (a * b) ≤ square (a + b) := by
  have h := two_mul_le_add_square a b
  rw [square_add]
  omega

theorem square_add_le (a b : Int) : square (a + b) ≤ 2 * (square a + square b) := by
  rw [← parallelogram]
  have h := square_nonneg (a - b)
  omega

theorem mul_sum_le_sum_squares (a b c : Int) : a * b + b * c + a * c ≤ square a + square b + square c := by
  have h₁ := two_mul_le_add_square a b
  have h₂ := two_mul_le_add_square b c
  have h₃ := two_mul_le_add_square a c
  omega

/-- The inequality of Cauchy and Schwarz in the plane. -/
theorem cauchy_schwarz (a b c d : Int) : square (a * c + b * d) ≤ (square a + square b) * (square c + square d) := by
  have h := sum_of_squares_mul a b d c
  rw [Int.add_comm (square d)] at h
  rw [h, Int.add_comm (square (a * d - b * c))]
  exact Int.le_add_of_nonneg_right (square_nonneg _)

theorem add_squares_eq_zero_iff {a b : Int} : square a + square b = 0 ↔ a = 0 ∧ b = 0 := by
  have ha := square_nonneg a
  have hb := square_nonneg b
  constructor
  · intro h
    constructor
    · apply square_eq_zero_iff.mp
      omega
    · apply square_eq_zero_iff.mp
      omega
  · rintro ⟨rfl, rfl⟩
    rfl

theorem square_le_square {a b : Int} (ha : 0 ≤ a) (hab : a ≤ b) : square a ≤ square b :=
  mul_le_mul_both hab hab ha (Int.le_trans ha hab)

theorem le_of_square_le_square {a b : Int} (hb : 0 ≤ b) (h : square a ≤ square b) : a ≤ b := by
  rcases lt_or_ge b a with hlt | hle
  · have hs : square (b + 1) ≤ square a := square_le_square (by omega) (by omega)
    rw [square_succ] at hs
    omega
  · exact hle

/-! ## The larger and the smaller of two -/

/-- The larger of two numbers. -/
def larger (a b : Int) : Int := if a ≤ b then b else a

/-- The smaller of two numbers. -/
def smaller (a b : Int) : Int := if a ≤ b then a else b

theorem larger_of_le {a b : Int} (h : a ≤ b) : larger a b = b :=
  if_pos h

theorem larger_of_ge {a b : Int} (h : b ≤ a) : larger a b = a := by
  by_cases hab : a ≤ b
  · rw [larger_of_le hab]
    exact Int.le_antisymm h hab
  · exact if_neg hab

theorem larger_comm (a b : Int) : larger a b = larger b a := by
  rcases Int.le_total a b with h | h
  · rw [larger_of_le h, larger_of_ge h]
  · rw [larger_of_ge h, larger_of_le h]

theorem le_larger_left (a b : Int) : a ≤ larger a b := by
  unfold larger
  split
  · assumption
  · exact Int.le_refl a

theorem le_larger_right (a b : Int) : b ≤ larger a b := by
  rw [larger_comm]
  exact le_larger_left b a

theorem larger_le_iff {a b c : Int} : larger a b ≤ c ↔ a ≤ c ∧ b ≤ c := by
  constructor
  · intro h
    constructor
    · exact Int.le_trans (le_larger_left a b) h
    · exact Int.le_trans (le_larger_right a b) h
  · intro ⟨ha, hb⟩
    unfold larger
    split
    · exact hb
    · exact ha

theorem smaller_eq_neg_larger (a b : Int) : smaller a b = -larger (-a) (-b) := by
  unfold smaller larger
  split <;> split <;> omega

theorem larger_add_smaller (a b : Int) : larger a b + smaller a b = a + b := by
  unfold smaller larger
  split
  · exact Int.add_comm b a
  · rfl

theorem larger_add (a b c : Int) : larger (a + c) (b + c) = larger a b + c := by
  unfold larger
  split <;> split <;> omega

end Integers
