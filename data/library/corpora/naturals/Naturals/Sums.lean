import Naturals.Parity

/-!
# Sums, powers and factorials

Finite sums over an initial segment, with the laws that make them usable, and the closed forms that everybody proves by
induction first.
-/

namespace Naturals

/-- `f 0 + f 1 + ... + f (n - 1)`. -/
def sum (f : Nat → Nat) : Nat → Nat
  | 0 => 0
  | n + 1 => sum f n + f n

/-- `b` to the power `n`. -/
def power (b : Nat) : Nat → Nat
  | 0 => 1
  | n + 1 => power b n * b

/-- `1 * 2 * ... * n`. -/
def factorial : Nat → Nat
  | 0 => 1
  | n + 1 => (n + 1) * factorial n

/-! ## Laws of sums -/

theorem sum_next (f : Nat → Nat) (n : Nat) : sum f (n + 1) = sum f n + f n :=
  rfl

theorem sum_congr {f g : Nat → Nat} (h : ∀ i, f i = g i) (n : Nat) : sum f n = sum g n := by
  have hfg : f = g := funext h
  rw [hfg]

theorem sum_zero (n : Nat) : sum (fun _ => 0) n = 0 := by
  induction n with
  | zero => rfl
  | succ n ih => exact ih

theorem sum_const (c n : Nat) : sum (fun _ => c) n = n * c := by
  induction n with
  | zero => rw [Nat.zero_mul]; rfl
  | succ n ih => rw [sum_next, ih, next_mul]

theorem sum_add (f g : Nat → Nat) (n : Nat) : sum (fun i => f i + g i) n = sum f n + sum g n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [sum_next, sum_next, sum_next, ih]
    exact add_exchange _ _ _ _

theorem sum_mul (f : Nat → Nat) (c n : Nat) : sum (fun i => c * f i) n = c * sum f n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [sum_next, sum_next, ih, Nat.mul_add]

theorem sum_le_sum {f g : Nat → Nat} (h : ∀ i, f i ≤ g i) (n : Nat) : sum f n ≤ sum g n := by
  induction n with
  | zero => exact Nat.le_refl 0
  | succ n ih => exact add_le_add_both ih (h n)

theorem sum_split (f : Nat → Nat) (m n : Nat) : sum f (m + n) = sum f m + sum (fun i => f (m + i)) n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    show sum f (m + n) + f (m + n) = sum f m + (sum (fun i => f (m + i)) n + f (m + n))
    rw [ih, Nat.add_assoc]

theorem sum_next_first (f : Nat → Nat) (n : Nat) : sum f (n + 1) = f 0 + sum (fun i => f (i + 1)) n := by
  induction n with
  | zero => exact Nat.add_comm 0 (f 0)
  | succ n ih => rw [sum_next, ih, sum_next, Nat.add_assoc]

theorem le_sum {f : Nat → Nat} {i n : Nat} (h : i < n) : f i ≤ sum f n := by
  induction n with
  | zero => exact absurd h (Nat.not_lt_zero i)
  | succ n ih =>
    rw [sum_next]
    cases le_next_iff.mp h with
    | inl hlt =>
      apply Nat.le_trans (ih hlt)
      exact Nat.le_add_right _ _
    | inr heq =>
      rw [Nat.succ.inj heq]
      exact Nat.le_add_left _ _

theorem sum_telescope (f : Nat → Nat) (d : Nat → Nat) (h : ∀ i, f i + d i = f (i + 1)) (n : Nat) :
    f 0 + sum d n = f n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [sum_next, ← Nat.add_assoc, ih, h]

theorem sum_swap (f : Nat → Nat → Nat) (m n : Nat) :
    sum (fun i => sum (f i) n) m = sum (fun j => sum (fun i => f i j) m) n := by
  induction m with
  | zero => exact (sum_zero n).symm
  | succ m ih => rw [sum_next, ih, ← sum_add]; rfl

/-! ## Closed forms -/

/-- Gauss at school. -/
theorem double_sum_id (n : Nat) : double (sum (fun i => i) (n + 1)) = n * (n + 1) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [sum_next, double_add, ih, double_eq_two_mul, ← Nat.add_mul]
    exact Nat.mul_comm (n + 2) (n + 1)

theorem sum_odd_numbers (n : Nat) : sum (fun i => double i + 1) n = square n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [sum_next, ih, square_next]; rfl

theorem sum_powers_of_two (n : Nat) : sum (power 2) n + 1 = power 2 n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [sum_next, Nat.add_right_comm, ih]
    show power 2 n + power 2 n = power 2 n * 2
    rw [Nat.mul_comm, ← double_eq_two_mul]
    rfl

theorem sum_mul_factorial (n : Nat) : sum (fun i => i * factorial i) (n + 1) + 1 = factorial (n + 1) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [sum_next, Nat.add_right_comm, ih]
    show factorial (n + 1) + (n + 1) * factorial (n + 1) = (n + 1 + 1) * factorial (n + 1)
    rw [next_mul (n + 1), Nat.add_comm]

/-! ## Powers -/

theorem power_next (b n : Nat) : power b (n + 1) = power b n * b :=
  rfl

theorem power_one (b : Nat) : power b 1 = b := by
  rw [power_next]
  exact Nat.one_mul b

theorem one_power (n : Nat) : power 1 n = 1 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [power_next, ih]

theorem power_add (b m n : Nat) : power b (m + n) = power b m * power b n := by
  induction n with
  | zero => exact (Nat.mul_one _).symm
  | succ n ih =>
    show power b (m + n) * b = power b m * (power b n * b)
    rw [ih, Nat.mul_assoc]

theorem mul_power (a b n : Nat) : power (a * b) n = power a n * power b n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [power_next, power_next, power_next, ih, mul_exchange]

theorem power_mul (b m n : Nat) : power b (m * n) = power (power b m) n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [mul_next, power_add, ih]
    rfl

theorem power_pos {b : Nat} (hb : 0 < b) (n : Nat) : 0 < power b n := by
  induction n with
  | zero => exact Nat.le_refl 1
  | succ n ih => exact mul_le_mul_both ih hb

theorem square_eq_power (n : Nat) : square n = power n 2 := by
  rw [power_next, power_one]
  rfl

theorem power_le_power {a b : Nat} (h : a ≤ b) (n : Nat) : power a n ≤ power b n := by
  induction n with
  | zero => exact Nat.le_refl 1
  | succ n ih =>
    rw [power_next, power_next]
    exact mul_le_mul_both ih h

theorem even_power_next {b : Nat} (hb : Even b) (n : Nat) : Even (power b (n + 1)) :=
  hb.mul_left (power b n)

theorem odd_power {b : Nat} (hb : Odd b) (n : Nat) : Odd (power b n) := by
  induction n with
  | zero => exact odd_one
  | succ n ih => exact ih.mul hb

/-! ## Factorials -/

theorem factorial_pos (n : Nat) : 0 < factorial n := by
  induction n with
  | zero => exact Nat.le_refl 1
  | succ n ih => exact mul_le_mul_both (Nat.succ_le_succ (Nat.zero_le n)) ih

theorem le_factorial (n : Nat) : n ≤ factorial n := by
  cases n with
  | zero => exact Nat.zero_le _
  | succ n =>
    show n + 1 ≤ (n + 1) * factorial n
    have h : (n + 1) * 1 ≤ (n + 1) * factorial n := mul_le_mul_both (Nat.le_refl _) (factorial_pos n)
    rw [Nat.mul_one] at h
    exact h

theorem power_two_le_factorial (n : Nat) : power 2 n ≤ factorial (n + 1) := by
  induction n with
  | zero => exact Nat.le_refl 1
  | succ n ih =>
    rw [power_next, Nat.mul_comm]
    show 2 * power 2 n ≤ (n + 1 + 1) * factorial (n + 1)
    apply mul_le_mul_both
    · exact Nat.le_add_left 2 n
    · exact ih

end Naturals
