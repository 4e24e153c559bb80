import Compat
open BigOperators Real Nat Topology Rat

/-! Small theorems as one would prove them with Mathlib. -/

theorem sum_of_odd_numbers (n : ℕ) : ∑ k ∈ Finset.range n, (2 * k + 1) = n ^ 2 := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [Finset.sum_range_succ, ih, Nat.pow_two, Nat.pow_two, Nat.add_mul, Nat.mul_add]
    omega

theorem sum_of_twice {n : ℕ} (f : ℕ → ℤ) : ∑ k ∈ Finset.range n, 2 * f k = 2 * ∑ k ∈ Finset.range n, f k :=
  (Finset.mul_sum _ _ _).symm

theorem product_of_range (n : ℕ) : ∏ k ∈ Finset.range n, (k + 1) = n ! := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Finset.prod_range_succ, ih, Nat.factorial_succ, Nat.mul_comm]

theorem three_divides (n : ℕ) : 3 ∣ n ^ 3 + 2 * n := by
  induction n with
  | zero => decide
  | succ n ih =>
    have h : (n + 1) ^ 3 + 2 * (n + 1) = n ^ 3 + 2 * n + 3 * (n * n + n + 1) := by
      simp [Nat.pow_succ, Nat.add_mul, Nat.mul_add]
      omega
    rw [h]
    exact Nat.dvd_add ih (Nat.dvd_mul_right 3 _)

theorem card_of_evens : (Finset.filter (fun n => Even n) (Finset.range 10)).card = 5 := by decide

theorem finset_of_two (S : Finset ℕ) (h₀ : ∀ x, x ∈ S ↔ 0 < x ∧ x ^ 2 + 4 * x + 4 < 20) : S.card = 2 := by
  have h : S = {1, 2} := by
    ext x
    rw [h₀]
    match x with
    | 0 | 1 | 2 => decide
    | x + 3 => simp [Nat.pow_two, Nat.add_mul, Nat.mul_add]; omega
  rw [h]
  rfl

theorem square_mod_four (a : ℤ) : a ^ 2 % 4 = 0 ∨ a ^ 2 % 4 = 1 := by
  rcases Int.even_or_odd a with ⟨b, rfl⟩ | ⟨b, rfl⟩
  · left
    rw [Int.pow_succ, Int.pow_succ, Int.pow_zero, Int.one_mul, Int.add_mul, Int.mul_add]
    omega
  · right
    rw [Int.pow_succ, Int.pow_succ, Int.pow_zero, Int.one_mul, Int.add_mul, Int.mul_add, Int.mul_assoc,
      Int.mul_left_comm b 2 b]
    omega

theorem primes_without_end (n : ℕ) : ∃ p ≥ n, Nat.Prime p :=
  let ⟨p, h, hp⟩ := Nat.exists_infinite_primes n
  ⟨p, h, hp⟩

theorem congruence (a b : ℕ) (h₀ : a ≡ 5 [MOD 16]) (h₁ : b ≡ 10 [MOD 16]) : a + b ≡ 15 [MOD 16] := h₀.add h₁

theorem sum_of_halves (n : ℕ) : ∑ _k ∈ Finset.range (2 * n), (1 : ℚ) / 2 = n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    have h : (1 : ℚ) / 2 + 1 / 2 = 1 := by decide
    rw [Nat.mul_add, Finset.sum_range_succ, Finset.sum_range_succ, ih, add_assoc, h, Rat.natCast_add]
    rfl

theorem cancel (a b : ℚ) (h : a ≠ 0) : a * b / a = b := by
  rw [Rat.div_def, mul_comm a b, mul_assoc, Rat.mul_inv_cancel a h, mul_one]
