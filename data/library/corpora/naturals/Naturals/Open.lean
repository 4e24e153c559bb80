import Naturals.Divides
import Naturals.Fibonacci

/-!
# Open problems on natural numbers

True statements without a proof, from a warm-up to Euclid. Each follows from what the corpus has.
-/

namespace Naturals

theorem add_cycle (a b c d : Nat) : a + (b + (c + d)) = d + (c + (b + a)) := by
  sorry

theorem lt_power_two (n : Nat) : n < power 2 n := by
  sorry

theorem even_sum_of_even {f : Nat → Nat} (h : ∀ i, Even (f i)) (n : Nat) : Even (sum f n) := by
  sorry

theorem two_mul_sum_le_square (a b : Nat) : double (a * b) ≤ square a + square b := by
  sorry

theorem fib_add (m n : Nat) : fib (m + n + 1) = fib m * fib n + fib (m + 1) * fib (n + 1) := by
  sorry

theorem double_double (n : Nat) : double (double n) = 4 * n := by
  sorry

theorem even_square_add_self (n : Nat) : Even (square n + n) := by
  sorry

theorem divides_power_sub_one (b n : Nat) : Divides b (power (b + 1) n - 1) := by
  sorry

theorem sum_reverse (f : Nat → Nat) (n : Nat) : sum (fun i => f (n - 1 - i)) n = sum f n := by
  sorry

/-- Nicomachus: the sum of the first cubes is the square of the sum. -/
theorem sum_cubes (n : Nat) : sum (fun i => power i 3) n = square (sum (fun i => i) n) := by
  sorry

/-- The square root of two is not rational. -/
theorem square_ne_double_square {a b : Nat} (h : square a = double (square b)) : b = 0 := by
  sorry

/-- Euclid: there is a prime above every number. -/
theorem exists_prime_above (n : Nat) : ∃ p, Prime p ∧ n < p := by
  sorry

/-- The sum of the squares, six times. -/
theorem six_mul_sum_squares (n : Nat) : 6 * sum square (n + 1) = n * (n + 1) * (2 * n + 1) := by
  sorry

/-- Bernoulli's inequality. -/
theorem bernoulli (a n : Nat) : 1 + n * a ≤ power (1 + a) n := by
  sorry

/-- Neighbouring Fibonacci numbers have no common divisor. -/
theorem fib_coprime {d n : Nat} (h : Divides d (fib n)) (h' : Divides d (fib (n + 1))) : d = 1 := by
  sorry

/-- Euclid's lemma. -/
theorem Prime.divides_mul {p a b : Nat} (hp : Prime p) (h : Divides p (a * b)) : Divides p a ∨ Divides p b := by
  sorry

end Naturals
