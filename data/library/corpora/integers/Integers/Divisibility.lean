import Integers.Absolute

/-!
# Divisibility and division

Even and odd integers, divisors, division with remainder, and numbers that leave the same remainder.
-/

namespace Integers

/-! ## Even and odd -/

/-- Twice something. -/
def Even (a : Int) : Prop := ∃ k, a = 2 * k

/-- Twice something and one more. -/
def Odd (a : Int) : Prop := ∃ k, a = 2 * k + 1

theorem even_zero : Even 0 :=
  ⟨0, rfl⟩

theorem odd_neg_one : Odd (-1) :=
  ⟨-1, rfl⟩

theorem even_or_odd (a : Int) : Even a ∨ Odd a := by
  have h : a % 2 = 0 ∨ a % 2 = 1 := by
    omega
  rcases h with h | h
  · left
    exists a / 2
    omega
  · right
    exists a / 2
    omega

theorem not_even_and_odd {a : Int} (he : Even a) (ho : Odd a) : False := by
  obtain ⟨j, hj⟩ := he
  obtain ⟨k, hk⟩ := ho
  omega

theorem not_even_iff_odd {a : Int} : ¬Even a ↔ Odd a := by
  constructor
  · intro h
    cases even_or_odd a with
    | inl he => exact absurd he h
    | inr ho => exact ho
  · intro ho he
    exact not_even_and_odd he ho

theorem Even.add {a b : Int} (ha : Even a) (hb : Even b) : Even (a + b) := by
  obtain ⟨j, hj⟩ := ha
  obtain ⟨k, hk⟩ := hb
  exact ⟨j + k, by omega⟩

theorem Odd.add {a b : Int} (ha : Odd a) (hb : Odd b) : Even (a + b) := by
  obtain ⟨j, hj⟩ := ha
  obtain ⟨k, hk⟩ := hb
  exact ⟨j + k + 1, by omega⟩

theorem Even.neg {a : Int} (h : Even a) : Even (-a) := by
  obtain ⟨k, hk⟩ := h
  exists -k
  rw [hk, Int.mul_neg]

theorem Even.mul_right {a : Int} (h : Even a) (b : Int) : Even (a * b) := by
  obtain ⟨k, hk⟩ := h
  exists k * b
  rw [hk, Int.mul_assoc]

theorem Odd.mul {a b : Int} (ha : Odd a) (hb : Odd b) : Odd (a * b) := by
  obtain ⟨j, hj⟩ := ha
  obtain ⟨k, hk⟩ := hb
  exists j * b + k
  rw [hj, Int.add_mul, Int.mul_add, Int.mul_assoc, Int.one_mul]
  omega

theorem even_mul_iff {a b : Int} : Even (a * b) ↔ Even a ∨ Even b := by
  constructor
  · intro h
    rcases even_or_odd a with ha | ha
    · exact Or.inl ha
    · rcases even_or_odd b with hb | hb
      · exact Or.inr hb
      · exact False.elim (not_even_and_odd h (ha.mul hb))
  · rintro (h | h)
    · exact h.mul_right b
    · rw [Int.mul_comm]
      exact h.mul_right a

theorem even_square_iff {a : Int} : Even (square a) ↔ Even a := by
  unfold square
  rw [even_mul_iff]
  exact or_self_iff

theorem even_mul_succ (a : Int) : Even (a * (a + 1)) := by
  rw [even_mul_iff]
  cases even_or_odd a with
  | inl h => exact Or.inl h
  | inr h => exact Or.inr (h.add ⟨0, rfl⟩)

theorem even_abs_iff {a : Int} : Even (abs a) ↔ Even a := by
  cases abs_eq_self_or_neg a with
  | inl h => rw [h]
  | inr h =>
    rw [h]
    constructor
    · intro he
      rw [← Int.neg_neg a]
      exact he.neg
    · exact Even.neg

theorem odd_square_form {a : Int} (h : Odd a) : ∃ k, square a = 8 * k + 1 := by
  obtain ⟨j, hj⟩ := h
  obtain ⟨k, hk⟩ := even_mul_succ j
  exists k
  have hs : square (2 * j) = 4 * (j * j) := mul_exchange 2 j 2 j
  rw [hj, square_succ, hs]
  rw [Int.mul_add, Int.mul_one] at hk
  omega

/-! ## Divisors -/

theorem divides_sub {a b c : Int} (hb : a ∣ b) (hc : a ∣ c) : a ∣ b - c := by
  obtain ⟨j, hj⟩ := hb
  obtain ⟨k, hk⟩ := hc
  exists j - k
  rw [hj, hk, Int.mul_sub]

theorem divides_linear {a b c : Int} (hb : a ∣ b) (hc : a ∣ c) (x y : Int) : a ∣ b * x + c * y := by
  obtain ⟨j, hj⟩ := hb
  obtain ⟨k, hk⟩ := hc
  exists j * x + k * y
  rw [hj, hk, Int.mul_add, Int.mul_assoc, Int.mul_assoc]

theorem abs_divides_iff {a b : Int} : abs a ∣ b ↔ a ∣ b := by
  cases abs_eq_self_or_neg a with
  | inl h => rw [h]
  | inr h => rw [h, Int.neg_dvd]

theorem abs_le_of_divides {a b : Int} (h : a ∣ b) (hb : b ≠ 0) : abs a ≤ abs b := by
  obtain ⟨k, hk⟩ := h
  have hk0 : k ≠ 0 := by
    intro h0
    apply hb
    rw [hk, h0, Int.mul_zero]
  rw [hk, abs_mul]
  apply le_mul_of_one_le (abs_nonneg a)
  have h := abs_nonneg k
  have hne : abs k ≠ 0 := fun h0 => hk0 (abs_eq_zero_iff.mp h0)
  omega

theorem divides_one_iff {a : Int} : a ∣ 1 ↔ a = 1 ∨ a = -1 := by
  constructor
  · intro h
    have hle : abs a ≤ 1 := abs_le_of_divides h Int.zero_ne_one.symm
    have hne : a ≠ 0 := by
      intro h0
      rw [h0, Int.zero_dvd] at h
      exact Int.zero_ne_one h.symm
    rw [abs_le_iff] at hle
    omega
  · rintro (h | h)
    · exact ⟨1, by rw [h]; rfl⟩
    · exact ⟨-1, by rw [h]; rfl⟩

theorem eq_or_eq_neg_of_divides {a b : Int} (hab : a ∣ b) (hba : b ∣ a) : a = b ∨ a = -b := by
  by_cases hb : b = 0
  · left
    rw [hb, Int.zero_dvd] at hba
    rw [hb, hba]
  · have ha : a ≠ 0 := by
      intro ha
      rw [ha, Int.zero_dvd] at hab
      exact hb hab
    rw [← abs_eq_abs_iff]
    apply Int.le_antisymm
    · exact abs_le_of_divides hab hb
    · exact abs_le_of_divides hba ha

theorem two_divides_iff_even {a : Int} : 2 ∣ a ↔ Even a :=
  Iff.rfl

theorem two_divides_product (a : Int) : 2 ∣ a * (a + 1) * (a + 2) :=
  (even_mul_succ a).mul_right (a + 2)

/-! ## Division with remainder -/

theorem exists_quotient_remainder (a : Int) {b : Int} (hb : 0 < b) : ∃ q r, a = b * q + r ∧ 0 ≤ r ∧ r < b := by
  refine ⟨a / b, a % b, ?_, ?_, ?_⟩
  · exact (Int.mul_ediv_add_emod a b).symm
  · exact Int.emod_nonneg a (Int.ne_of_gt hb)
  · exact Int.emod_lt_of_pos a hb

theorem eq_zero_of_divides_of_abs_lt {a b : Int} (h : b ∣ a) (hlt : abs a < abs b) : a = 0 := by
  by_cases ha : a = 0
  · exact ha
  · have hle := abs_le_of_divides h ha
    omega

theorem remainder_unique {b q r q' r' : Int} (h : b * q + r = b * q' + r') (hr : 0 ≤ r ∧ r < b)
    (hr' : 0 ≤ r' ∧ r' < b) : r = r' := by
  have hd : b ∣ r - r' := by
    exists q' - q
    rw [Int.mul_sub]
    omega
  have hz : r - r' = 0 := by
    apply eq_zero_of_divides_of_abs_lt hd
    rw [abs_of_nonneg (a := b) (by omega)]
    have hle : abs (r - r') ≤ b - 1 := abs_le_iff.mpr (by omega)
    omega
  exact Int.eq_of_sub_eq_zero hz

/-! ## The same remainder -/

/-- `a` and `b` differ by a multiple of `n`. -/
def Congruent (n a b : Int) : Prop := n ∣ a - b

theorem Congruent.refl (n a : Int) : Congruent n a a := by
  unfold Congruent
  rw [Int.sub_self]
  exact Int.dvd_zero n

theorem Congruent.symm {n a b : Int} (h : Congruent n a b) : Congruent n b a := by
  obtain ⟨k, hk⟩ := h
  exists -k
  rw [Int.mul_neg, ← hk, Int.neg_sub]

theorem Congruent.trans {n a b c : Int} (hab : Congruent n a b) (hbc : Congruent n b c) : Congruent n a c := by
  obtain ⟨j, hj⟩ := hab
  obtain ⟨k, hk⟩ := hbc
  exists j + k
  rw [Int.mul_add, ← hj, ← hk, sub_add_sub]

theorem Congruent.add {n a b c d : Int} (hab : Congruent n a b) (hcd : Congruent n c d) :
    Congruent n (a + c) (b + d) := by
  obtain ⟨j, hj⟩ := hab
  obtain ⟨k, hk⟩ := hcd
  exists j + k
  rw [Int.mul_add, ← hj, ← hk]
  omega

theorem Congruent.neg {n a b : Int} (h : Congruent n a b) : Congruent n (-a) (-b) := by
  obtain ⟨k, hk⟩ := h
  exists -k
  rw [Int.mul_neg, ← hk]
  omega

theorem Congruent.sub {n a b c d : Int} (hab : Congruent n a b) (hcd : Congruent n c d) :
    Congruent n (a - c) (b - d) :=
  hab.add hcd.neg

theorem Congruent.mul_left {n a b : Int} (h : Congruent n a b) (c : Int) : Congruent n (c * a) (c * b) := by
  obtain ⟨k, hk⟩ := h
  exists c * k
  rw [← Int.mul_sub, hk, Int.mul_left_comm]

theorem Congruent.mul {n a b c d : Int} (hab : Congruent n a b) (hcd : Congruent n c d) :
    Congruent n (a * c) (b * d) := by
  apply Congruent.trans (hcd.mul_left a)
  rw [Int.mul_comm a, Int.mul_comm b]
  exact hab.mul_left d

theorem Congruent.square {n a b : Int} (h : Congruent n a b) : Congruent n (square a) (square b) :=
  h.mul h

theorem congruent_zero_iff {n a : Int} : Congruent n a 0 ↔ n ∣ a := by
  unfold Congruent
  rw [Int.sub_zero]

theorem Congruent.of_divides {m n a b : Int} (h : Congruent n a b) (hmn : m ∣ n) : Congruent m a b :=
  Int.dvd_trans hmn h

theorem congruent_mod (n a : Int) : Congruent n (a % n) a := by
  exists -(a / n)
  have h := Int.mul_ediv_add_emod a n
  rw [Int.mul_neg]
  omega

theorem congruent_iff_mod_eq {n a b : Int} (hn : 0 < n) : Congruent n a b ↔ a % n = b % n := by
  constructor
  · intro h
    have hr : Congruent n (a % n) (b % n) := ((congruent_mod n a).trans h).trans (congruent_mod n b).symm
    obtain ⟨k, hk⟩ := hr
    have hne := Int.ne_of_gt hn
    apply remainder_unique (b := n) (q := 0) (q' := k)
    · rw [Int.mul_zero, ← hk]
      omega
    · exact ⟨Int.emod_nonneg a hne, Int.emod_lt_of_pos a hn⟩
    · exact ⟨Int.emod_nonneg b hne, Int.emod_lt_of_pos b hn⟩
  · intro h
    apply (congruent_mod n a).symm.trans
    rw [h]
    exact congruent_mod n b

theorem square_mod_four (a : Int) : Congruent 4 (square a) 0 ∨ Congruent 4 (square a) 1 := by
  rcases even_or_odd a with h | h
  · left
    obtain ⟨k, hk⟩ := h
    exists square k
    have hs : square (2 * k) = 4 * square k := mul_exchange 2 k 2 k
    rw [hk, hs, Int.sub_zero]
  · right
    obtain ⟨k, hk⟩ := odd_square_form h
    exists 2 * k
    rw [hk]
    omega

/-- A sum of two squares does not leave three when divided by four. -/
theorem sum_of_squares_ne_three (a b : Int) : ¬Congruent 4 (square a + square b) 3 := by
  intro ⟨k, hk⟩
  rcases square_mod_four a with ⟨i, hi⟩ | ⟨i, hi⟩
  · rcases square_mod_four b with ⟨j, hj⟩ | ⟨j, hj⟩
    · omega
    · omega
  · rcases square_mod_four b with ⟨j, hj⟩ | ⟨j, hj⟩
    · omega
    · omega

theorem congruent_cancel_two {a b : Int} {n : Int} (h : Congruent (2 * n + 1) (2 * a) (2 * b)) :
    Congruent (2 * n + 1) a b := by
  obtain ⟨k, hk⟩ := h
  exists (a - b) - n * k
  have hexp : (2 * n + 1) * k = 2 * (n * k) + k := by
    rw [add_one_mul, Int.mul_assoc]
  have hk' : k = 2 * ((a - b) - n * k) := by
    omega
  have hcomm : (2 * n + 1) * k = (2 * n + 1) * (2 * ((a - b) - n * k)) := congrArg _ hk'
  rw [Int.mul_left_comm] at hcomm
  omega

end Integers
