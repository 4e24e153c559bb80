/-!
# Ring identities

Squares and cubes of integers, the identities that one learns at school, and what follows from a product being nothing.
-/

namespace Integers

/-- `a` times itself. -/
def square (a : Int) : Int := a * a

/-- `a` times itself times itself. -/
def cube (a : Int) : Int := a * a * a

/-! ## Rearranging -/

theorem add_exchange (a b c d : Int) : a + b + (c + d) = a + c + (b + d) := by
  ac_rfl

theorem mul_exchange (a b c d : Int) : a * b * (c * d) = a * c * (b * d) := by
  ac_rfl

theorem sub_add_sub (a b c : Int) : (a - b) + (b - c) = a - c := by
  omega

theorem sub_sub_sub_left (a b c : Int) : (c - a) - (c - b) = b - a := by
  rw [← sub_add_sub c b a, Int.add_comm, Int.add_sub_cancel]

theorem eq_of_sub_eq_sub {a b c : Int} (h : a - c = b - c) : a = b := by
  rw [← Int.sub_add_cancel a c, h]
  exact Int.sub_add_cancel b c

theorem eq_add_of_sub_eq {a b c : Int} (h : a - b = c) : a = c + b := by
  rw [← h, Int.sub_add_cancel]

theorem sub_eq_of_eq_add {a b c : Int} (h : a = c + b) : a - b = c := by
  rw [h]
  exact Int.add_sub_cancel c b

theorem sub_eq_iff_eq_add {a b c : Int} : a - b = c ↔ a = c + b :=
  ⟨eq_add_of_sub_eq, sub_eq_of_eq_add⟩

theorem eq_zero_of_eq_neg {a : Int} (h : a = -a) : a = 0 := by
  omega

theorem mul_sub_one (a b : Int) : a * (b - 1) = a * b - a := by
  rw [Int.mul_sub, Int.mul_one]

theorem add_one_mul (a b : Int) : (a + 1) * b = a * b + b := by
  rw [Int.add_mul, Int.one_mul]

theorem mul_eq_mul_of_eq {a b c d : Int} (hab : a = b) (hcd : c = d) : a * c = b * d := by
  rw [hab, hcd]

theorem neg_mul_neg_neg (a b c : Int) : -a * -b * -c = -(a * b * c) := by
  rw [Int.neg_mul_neg, Int.mul_neg]

/-! ## Squares -/

theorem square_zero : square 0 = 0 :=
  rfl

theorem square_one : square 1 = 1 :=
  rfl

theorem square_neg (a : Int) : square (-a) = square a :=
  Int.neg_mul_neg a a

theorem square_mul (a b : Int) : square (a * b) = square a * square b :=
  mul_exchange a b a b

theorem square_square (a : Int) : square (square a) = a * cube a := by
  unfold square cube
  rw [Int.mul_assoc, Int.mul_assoc]

theorem square_add (a b : Int) : square (a + b) = square a + 2 * (a * b) + square b := by
  unfold square
  rw [Int.add_mul, Int.mul_add, Int.mul_add, Int.mul_comm b a]
  omega

theorem square_sub (a b : Int) : square (a - b) = square a - 2 * (a * b) + square b := by
  have h : a - b = a + -b := rfl
  rw [h, square_add, square_neg, Int.mul_neg, Int.mul_neg]
  rfl

theorem square_sub_comm (a b : Int) : square (a - b) = square (b - a) := by
  rw [← Int.neg_sub, square_neg]

theorem square_succ (a : Int) : square (a + 1) = square a + 2 * a + 1 := by
  rw [square_add, Int.mul_one]
  rfl

theorem difference_of_squares (a b : Int) : (a + b) * (a - b) = square a - square b := by
  rw [Int.add_mul, Int.mul_sub, Int.mul_sub, Int.mul_comm b a]
  unfold square
  omega

theorem succ_mul_pred (a : Int) : (a + 1) * (a - 1) = square a - 1 := by
  rw [difference_of_squares, square_one]

/-- The law of the parallelogram. -/
theorem parallelogram (a b : Int) : square (a + b) + square (a - b) = 2 * (square a + square b) := by
  rw [square_add, square_sub]
  omega

theorem polarization (a b : Int) : square (a + b) - square (a - b) = 4 * (a * b) := by
  rw [square_add, square_sub]
  omega

theorem square_add_three (a b c : Int) :
    square (a + b + c) = square a + square b + square c + 2 * (a * b + b * c + a * c) := by
  rw [square_add, square_add, Int.add_mul]
  omega

/-- Brahmagupta: sums of two squares multiply. -/
theorem sum_of_squares_mul (a b c d : Int) :
    (square a + square b) * (square c + square d) = square (a * c - b * d) + square (a * d + b * c) := by
  rw [square_sub, square_add, Int.add_mul, Int.mul_add, Int.mul_add]
  have h : a * c * (b * d) = a * d * (b * c) := by
    ac_rfl
  rw [h, square_mul, square_mul, square_mul, square_mul]
  omega

/-! ## Cubes -/

theorem cube_eq (a : Int) : cube a = a * square a :=
  Int.mul_assoc a a a

theorem cube_neg (a : Int) : cube (-a) = -cube a :=
  neg_mul_neg_neg a a a

theorem cube_mul (a b : Int) : cube (a * b) = cube a * cube b := by
  unfold cube
  rw [mul_exchange a b a b, mul_exchange]

theorem difference_of_cubes (a b : Int) : (a - b) * (square a + a * b + square b) = cube a - cube b := by
  rw [cube_eq, cube_eq]
  unfold square
  rw [Int.sub_mul, Int.mul_add, Int.mul_add, Int.mul_add, Int.mul_add]
  have h₁ : a * (a * b) = b * (a * a) := by
    ac_rfl
  have h₂ : a * (b * b) = b * (a * b) := by
    ac_rfl
  rw [h₁, h₂]
  omega

theorem sum_of_cubes (a b : Int) : (a + b) * (square a - a * b + square b) = cube a + cube b := by
  have h := difference_of_cubes a (-b)
  rw [cube_neg, square_neg, Int.mul_neg, Int.sub_neg, Int.sub_neg] at h
  exact h

theorem cube_add (a b : Int) : cube (a + b) = cube a + 3 * (a * b * (a + b)) + cube b := by
  have h := sum_of_cubes a b
  have hs : (a + b) * square (a + b) = (a + b) * (square a - a * b + square b) + 3 * (a * b * (a + b)) := by
    rw [square_add, Int.mul_comm (a * b), Int.mul_left_comm 3, ← Int.mul_add]
    congr 1
    omega
  rw [cube_eq (a + b), hs, h]
  omega

/-! ## Products that vanish -/

theorem square_eq_zero_iff {a : Int} : square a = 0 ↔ a = 0 := by
  constructor
  · intro h
    cases Int.mul_eq_zero.mp h with
    | inl h => exact h
    | inr h => exact h
  · intro h
    rw [h]
    rfl

theorem eq_or_eq_neg_of_square_eq {a b : Int} (h : square a = square b) : a = b ∨ a = -b := by
  have hprod : (a + b) * (a - b) = 0 := by
    rw [difference_of_squares, h, Int.sub_self]
  rcases Int.mul_eq_zero.mp hprod with hsum | hdiff
  · right
    omega
  · left
    exact Int.eq_of_sub_eq_zero hdiff

theorem square_eq_square_iff {a b : Int} : square a = square b ↔ a = b ∨ a = -b := by
  constructor
  · exact eq_or_eq_neg_of_square_eq
  · rintro (h | h)
    · rw [h]
    · rw [h, square_neg]

theorem square_eq_one_iff {a : Int} : square a = 1 ↔ a = 1 ∨ a = -1 := by
  rw [← square_one]
  exact square_eq_square_iff

theorem eq_zero_or_one_of_idempotent {a : Int} (h : square a = a) : a = 0 ∨ a = 1 := by
  have hprod : a * (a - 1) = 0 := by
    rw [mul_sub_one]
    exact Int.sub_eq_zero_of_eq h
  rcases Int.mul_eq_zero.mp hprod with h | h
  · exact Or.inl h
  · right
    omega

theorem mul_left_cancel_of_ne {a b c : Int} (ha : a ≠ 0) (h : a * b = a * c) : b = c := by
  have hprod : a * (b - c) = 0 := by
    rw [Int.mul_sub, h, Int.sub_self]
  rcases Int.mul_eq_zero.mp hprod with h | h
  · exact absurd h ha
  · exact Int.eq_of_sub_eq_zero h

theorem mul_three_eq_zero_iff {a b c : Int} : a * b * c = 0 ↔ a = 0 ∨ b = 0 ∨ c = 0 := by
  rw [Int.mul_eq_zero, Int.mul_eq_zero, or_assoc]

theorem cube_eq_zero_iff {a : Int} : cube a = 0 ↔ a = 0 := by
  unfold cube
  rw [mul_three_eq_zero_iff]
  constructor
  · rintro (h | h | h)
    · exact h
    · exact h
    · exact h
  · intro h
    exact Or.inl h

/-- A quadratic equation with two known roots has no other. -/
theorem root_of_factored {a b x : Int} (h : square x - (a + b) * x + a * b = 0) : x = a ∨ x = b := by
  have hprod : (x - a) * (x - b) = 0 := by
    rw [← h, Int.sub_mul, Int.mul_sub, Int.mul_sub, Int.add_mul, Int.mul_comm x b]
    unfold square
    omega
  rcases Int.mul_eq_zero.mp hprod with h | h
  · exact Or.inl (Int.eq_of_sub_eq_zero h)
  · exact Or.inr (Int.eq_of_sub_eq_zero h)

end Integers
