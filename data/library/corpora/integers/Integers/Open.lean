import Integers.Divisibility

/-!
# Open problems on integers

True statements without a proof, from a warm-up to Bézout and an infinite descent. Each follows from what the corpus
has.
-/

namespace Integers

theorem add_four_backwards (a b c d : Int) : a + b + c + d = d + c + b + a := by
  sorry

theorem square_succ_sub_square (a : Int) : square (a + 1) - square a = 2 * a + 1 := by
  sorry

theorem Odd.add_even {a b : Int} (ha : Odd a) (hb : Even b) : Odd (a + b) := by
  sorry

theorem abs_sub_le_add (a b : Int) : abs (a - b) ≤ abs a + abs b := by
  sorry

theorem two_mul_larger (a b : Int) : 2 * larger a b = a + b + distance a b := by
  sorry

theorem distance_abs_le (a b : Int) : distance (abs a) (abs b) ≤ distance a b := by
  sorry

theorem mul_larger {c : Int} (hc : 0 ≤ c) (a b : Int) : c * larger a b = larger (c * a) (c * b) := by
  sorry

theorem square_add_mul_add_square_nonneg (a b : Int) : 0 ≤ square a + a * b + square b := by
  sorry

theorem cube_le_cube {a b : Int} (h : a ≤ b) : cube a ≤ cube b := by
  sorry

theorem cube_injective {a b : Int} (h : cube a = cube b) : a = b := by
  sorry

theorem six_divides_cube_sub_self (a : Int) : 6 ∣ cube a - a := by
  sorry

/-- In a Pythagorean triple one of the legs is divided by three. -/
theorem three_divides_leg {a b c : Int} (h : square a + square b = square c) : 3 ∣ a ∨ 3 ∣ b := by
  sorry

/-- The Chinese remainder theorem. -/
theorem exists_congruent_both {m n x y : Int} (h : m * x + n * y = 1) (a b : Int) :
    ∃ z, Congruent m z a ∧ Congruent n z b := by
  sorry

/-- The square root of two is not rational. -/
theorem square_ne_two_mul_square {a b : Int} (h : square a = 2 * square b) : a = 0 := by
  sorry

/-- Infinite descent: three times a square is a sum of two squares in one way only. -/
theorem sum_of_squares_eq_three_mul_square {a b c : Int} (h : square a + square b = 3 * square c) :
    a = 0 ∧ b = 0 := by
  sorry

/-- Pell's equation for two has arbitrarily large solutions. -/
theorem exists_large_pell (n : Nat) : ∃ x y : Int, (n : Int) < y ∧ square x = 2 * square y + 1 := by
  sorry

/-- Bézout: the greatest common divisor is a combination. -/
theorem exists_linear_divisor (a b : Int) : ∃ x y, a * x + b * y ∣ a ∧ a * x + b * y ∣ b := by
  sorry

end Integers
