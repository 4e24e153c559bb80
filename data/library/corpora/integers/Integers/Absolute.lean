import Integers.Order

/-!
# Absolute value and sign

The absolute value, the distance of two numbers, and how integers come from natural numbers and go back to them.
-/

namespace Integers

/-- `a` or `-a`, whichever is not negative. -/
def abs (a : Int) : Int := if 0 ≤ a then a else -a

/-! ## The absolute value -/

theorem abs_of_nonneg {a : Int} (h : 0 ≤ a) : abs a = a :=
  if_pos h

theorem abs_of_neg {a : Int} (h : a < 0) : abs a = -a :=
  if_neg (Int.not_le.mpr h)

theorem abs_zero : abs 0 = 0 :=
  rfl

theorem abs_nonneg (a : Int) : 0 ≤ abs a := by
  unfold abs
  split <;> omega

theorem abs_neg (a : Int) : abs (-a) = abs a := by
  unfold abs
  split <;> split <;> omega

theorem abs_eq_self_or_neg (a : Int) : abs a = a ∨ abs a = -a := by
  rcases lt_or_ge a 0 with h | h
  · exact Or.inr (abs_of_neg h)
  · exact Or.inl (abs_of_nonneg h)

theorem abs_eq_zero_iff {a : Int} : abs a = 0 ↔ a = 0 := by
  constructor
  · intro h
    cases abs_eq_self_or_neg a with
    | inl ha => rw [← ha, h]
    | inr ha => exact Int.neg_eq_zero.mp (ha ▸ h)
  · intro h
    rw [h]
    rfl

theorem le_abs_self (a : Int) : a ≤ abs a := by
  unfold abs
  split <;> omega

theorem neg_le_abs (a : Int) : -a ≤ abs a := by
  rw [← abs_neg]
  exact le_abs_self (-a)

theorem abs_le_iff {a b : Int} : abs a ≤ b ↔ -b ≤ a ∧ a ≤ b := by
  constructor
  · intro h
    have h₁ := le_abs_self a
    have h₂ := neg_le_abs a
    omega
  · intro h
    unfold abs
    split <;> omega

theorem abs_lt_one_iff {a : Int} : abs a < 1 ↔ a = 0 := by
  rw [← abs_eq_zero_iff]
  have h := abs_nonneg a
  omega

theorem abs_abs (a : Int) : abs (abs a) = abs a :=
  abs_of_nonneg (abs_nonneg a)

theorem abs_mul (a b : Int) : abs (a * b) = abs a * abs b := by
  rcases Int.le_total 0 a with ha | ha
  · rcases Int.le_total 0 b with hb | hb
    · rw [abs_of_nonneg ha, abs_of_nonneg hb, abs_of_nonneg (Int.mul_nonneg ha hb)]
    · have hn : 0 ≤ -b := by omega
      rw [← abs_neg b, ← abs_neg (a * b), ← Int.mul_neg, abs_of_nonneg ha, abs_of_nonneg hn]
      exact abs_of_nonneg (Int.mul_nonneg ha hn)
  · have hm : 0 ≤ -a := by omega
    rcases Int.le_total 0 b with hb | hb
    · rw [← abs_neg a, ← abs_neg (a * b), ← Int.neg_mul, abs_of_nonneg hm, abs_of_nonneg hb]
      exact abs_of_nonneg (Int.mul_nonneg hm hb)
    · have hn : 0 ≤ -b := by omega
      rw [← abs_neg a, ← abs_neg b, ← Int.neg_mul_neg, abs_of_nonneg hm, abs_of_nonneg hn]
      exact abs_of_nonneg (Int.mul_nonneg hm hn)

theorem square_abs (a : Int) : square (abs a) = square a := by
  cases abs_eq_self_or_neg a with
  | inl h => rw [h]
  | inr h => rw [h, square_neg]

theorem abs_square (a : Int) : abs (square a) = square a :=
  abs_of_nonneg (square_nonneg a)

theorem abs_eq_abs_iff {a b : Int} : abs a = abs b ↔ a = b ∨ a = -b := by
  constructor
  · intro h
    apply eq_or_eq_neg_of_square_eq
    rw [← square_abs a, h, square_abs]
  · rintro (h | h)
    · rw [h]
    · rw [h, abs_neg]

theorem abs_le_abs_of_square_le {a b : Int} (h : square a ≤ square b) : abs a ≤ abs b := by
  apply le_of_square_le_square (abs_nonneg b)
  rw [square_abs, square_abs]
  exact h

/-- The triangle inequality. -/
theorem abs_add_le (a b : Int) : abs (a + b) ≤ abs a + abs b := by
  rw [abs_le_iff]
  have ha := neg_le_abs a
  have hb := neg_le_abs b
  constructor
  · omega
  · exact Int.add_le_add (le_abs_self a) (le_abs_self b)

theorem abs_sub_abs_le (a b : Int) : abs a - abs b ≤ abs (a - b) := by
  have h := abs_add_le (a - b) b
  rw [Int.sub_add_cancel] at h
  omega

theorem abs_eq_larger (a : Int) : abs a = larger a (-a) := by
  unfold abs larger
  split <;> split <;> omega

/-! ## Distance -/

/-- How far `a` and `b` are apart. -/
def distance (a b : Int) : Int := abs (a - b)

theorem distance_self (a : Int) : distance a a = 0 := by
  unfold distance
  rw [Int.sub_self, abs_zero]

theorem distance_comm (a b : Int) : distance a b = distance b a := by
  unfold distance
  rw [← abs_neg, Int.neg_sub]

theorem distance_eq_zero_iff {a b : Int} : distance a b = 0 ↔ a = b := by
  unfold distance
  rw [abs_eq_zero_iff, Int.sub_eq_zero]

theorem distance_triangle (a b c : Int) : distance a c ≤ distance a b + distance b c := by
  unfold distance
  rw [← sub_add_sub a b c]
  exact abs_add_le (a - b) (b - c)

theorem distance_add_right (a b c : Int) : distance (a + c) (b + c) = distance a b := by
  unfold distance
  congr 1
  omega

theorem distance_mul_left (a b c : Int) : distance (c * a) (c * b) = abs c * distance a b := by
  unfold distance
  rw [← Int.mul_sub, abs_mul]

/-! ## Sign -/

/-- One, nothing, or minus one. -/
def signOf (a : Int) : Int := if 0 < a then 1 else if a < 0 then -1 else 0

theorem signOf_of_pos {a : Int} (h : 0 < a) : signOf a = 1 :=
  if_pos h

theorem signOf_of_neg {a : Int} (h : a < 0) : signOf a = -1 := by
  unfold signOf
  rw [if_neg (Int.lt_asymm h), if_pos h]

theorem signOf_mul_abs (a : Int) : signOf a * abs a = a := by
  rcases Int.lt_trichotomy a 0 with h | h | h
  · rw [signOf_of_neg h, abs_of_neg h, Int.neg_mul_neg, Int.one_mul]
  · rw [h]
    rfl
  · rw [signOf_of_pos h, abs_of_nonneg (Int.le_of_lt h), Int.one_mul]

theorem signOf_neg (a : Int) : signOf (-a) = -signOf a := by
  unfold signOf
  split <;> split <;> omega

theorem signOf_mul (a b : Int) : signOf (a * b) = signOf a * signOf b := by
  rcases Int.lt_trichotomy a 0 with ha | ha | ha
  · rcases Int.lt_trichotomy b 0 with hb | hb | hb
    · rw [signOf_of_pos (mul_pos_of_neg_of_neg ha hb), signOf_of_neg ha, signOf_of_neg hb]
      rfl
    · rw [hb, Int.mul_zero]
      exact (Int.mul_zero (signOf a)).symm
    · have h := mul_neg_of_pos_of_neg hb ha
      rw [Int.mul_comm] at h
      rw [signOf_of_neg h, signOf_of_neg ha, signOf_of_pos hb]
      rfl
  · rw [ha, Int.zero_mul]
    exact (Int.zero_mul (signOf b)).symm
  · rcases Int.lt_trichotomy b 0 with hb | hb | hb
    · rw [signOf_of_neg (mul_neg_of_pos_of_neg ha hb), signOf_of_pos ha, signOf_of_neg hb]
      rfl
    · rw [hb, Int.mul_zero]
      exact (Int.mul_zero (signOf a)).symm
    · rw [signOf_of_pos (Int.mul_pos ha hb), signOf_of_pos ha, signOf_of_pos hb]
      rfl

/-! ## Natural numbers among the integers -/

theorem cast_injective {m n : Nat} (h : (m : Int) = n) : m = n :=
  Int.ofNat_inj.mp h

theorem cast_square (n : Nat) : square n = ((n * n : Nat) : Int) :=
  rfl

theorem cast_sub_of_le {m n : Nat} (h : m ≤ n) : ((n - m : Nat) : Int) = (n : Int) - m := by
  omega

theorem abs_cast (n : Nat) : abs n = n :=
  abs_of_nonneg (Int.natCast_nonneg n)

theorem natAbs_eq_abs (a : Int) : (a.natAbs : Int) = abs a := by
  unfold abs
  split <;> omega

theorem exists_cast_of_nonneg {a : Int} (h : 0 ≤ a) : ∃ n : Nat, a = n := by
  exists a.natAbs
  rw [natAbs_eq_abs, abs_of_nonneg h]

theorem exists_cast_or_neg_cast (a : Int) : ∃ n : Nat, a = n ∨ a = -n := by
  exists a.natAbs
  omega

/-- What holds from nothing upwards and from nothing downwards holds everywhere. -/
theorem induction_both_ways {P : Int → Prop} (zero : P 0) (up : ∀ a, 0 ≤ a → P a → P (a + 1))
    (down : ∀ a, a ≤ 0 → P a → P (a - 1)) (a : Int) : P a := by
  obtain ⟨n, h⟩ := exists_cast_or_neg_cast a
  rcases h with h | h
  · rw [h]
    clear h
    induction n with
    | zero => exact zero
    | succ n ih => exact up n (Int.natCast_nonneg n) ih
  · rw [h]
    clear h
    induction n with
    | zero => exact zero
    | succ n ih =>
      have hn : -((n + 1 : Nat) : Int) = -(n : Int) - 1 := by
        omega
      rw [hn]
      apply down
      · omega
      · exact ih

end Integers
