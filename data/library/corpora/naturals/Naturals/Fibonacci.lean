import Naturals.Sums

/-!
# Fibonacci numbers

The sequence by its recursion, a faster way to compute it that is proved right, and sums over it.
-/

namespace Naturals

/-- The Fibonacci numbers 0, 1, 1, 2, 3, 5, ... -/
def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib n + fib (n + 1)

theorem fib_step (n : Nat) : fib (n + 2) = fib n + fib (n + 1) :=
  rfl

example : fib 10 = 55 := by
  decide

theorem fib_le_next (n : Nat) : fib n ≤ fib (n + 1) := by
  cases n with
  | zero => exact Nat.zero_le 1
  | succ n =>
    rw [fib_step]
    exact Nat.le_add_left _ _

theorem fib_mono {m n : Nat} (h : m ≤ n) : fib m ≤ fib n := by
  induction h with
  | refl => exact Nat.le_refl (fib m)
  | step _ ih => exact Nat.le_trans ih (fib_le_next _)

theorem fib_pos (n : Nat) : 0 < fib (n + 1) := by
  have h : fib 1 ≤ fib (n + 1) := fib_mono (Nat.le_add_left 1 n)
  exact h

theorem fib_eq_zero_iff {n : Nat} : fib n = 0 ↔ n = 0 := by
  constructor
  · intro h
    cases n with
    | zero => rfl
    | succ n =>
      have hpos : 0 < fib (n + 1) := fib_pos n
      rw [h] at hpos
      exact absurd hpos (Nat.lt_irrefl 0)
  · intro h
    rw [h]
    rfl

/-- From the second on the sequence grows at every step. -/
theorem increasing_fib : Increasing (fun n => fib (n + 2)) := by
  intro n
  show fib (n + 2) < fib (n + 1) + fib (n + 2)
  have h : 1 + fib (n + 2) ≤ fib (n + 1) + fib (n + 2) := add_le_add_both (fib_pos n) (Nat.le_refl _)
  rw [Nat.add_comm 1] at h
  exact h

theorem fib_le_power_two (n : Nat) : fib n ≤ power 2 n := by
  apply two_step_induction (P := fun n => fib n ≤ power 2 n)
  · exact Nat.zero_le 1
  · exact Nat.le_succ 1
  · intro n h0 h1
    rw [fib_step, power_next, Nat.mul_comm, ← double_eq_two_mul]
    apply add_le_add_both
    · apply Nat.le_trans h0
      rw [power_next, Nat.mul_comm, ← double_eq_two_mul]
      exact Nat.le_add_right _ _
    · exact h1

theorem sum_fib (n : Nat) : sum fib n + 1 = fib (n + 1) := by
  induction n with
  | zero => rfl
  | succ n ih => rw [sum_next, Nat.add_right_comm, ih, fib_step, Nat.add_comm]

theorem sum_fib_odd (n : Nat) : sum (fun i => fib (2 * i + 1)) n = fib (2 * n) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [sum_next, ih]
    rfl

theorem sum_square_fib (n : Nat) : sum (fun i => square (fib i)) (n + 1) = fib n * fib (n + 1) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [sum_next, ih, fib_step, Nat.mul_add, Nat.mul_comm (fib n)]
    rfl

/-- Every third Fibonacci number is even, and the two in between are odd. -/
theorem parity_fib (n : Nat) : Even (fib (3 * n)) ∧ Odd (fib (3 * n + 1)) ∧ Odd (fib (3 * n + 2)) := by
  induction n with
  | zero => exact ⟨Even.zero, odd_one, odd_one⟩
  | succ n ih =>
    obtain ⟨_, h1, h2⟩ := ih
    have h3 : Even (fib (3 * n + 3)) := h1.add h2
    have h4 : Odd (fib (3 * n + 4)) := by
      rw [fib_step, Nat.add_comm]
      exact h3.add_odd h2
    refine ⟨h3, h4, ?_⟩
    show Odd (fib (3 * n + 3) + fib (3 * n + 4))
    exact h3.add_odd h4

/-! ## Computing forwards -/

/-- `n` steps of the recursion from a pair of neighbours. -/
def fibFrom (a b : Nat) : Nat → Nat
  | 0 => a
  | n + 1 => fibFrom b (a + b) n

theorem fibFrom_fib (k n : Nat) : fibFrom (fib k) (fib (k + 1)) n = fib (k + n) := by
  induction n generalizing k with
  | zero => rfl
  | succ n ih =>
    show fibFrom (fib (k + 1)) (fib (k + 2)) n = fib (k + (n + 1))
    rw [ih, next_add]
    rfl

theorem fibFrom_correct (n : Nat) : fibFrom 0 1 n = fib n := by
  have h : fibFrom 0 1 n = fib (0 + n) := fibFrom_fib 0 n
  rw [Nat.zero_add] at h
  exact h

theorem fibFrom_add (a b c d n : Nat) : fibFrom (a + c) (b + d) n = fibFrom a b n + fibFrom c d n := by
  induction n generalizing a b c d with
  | zero => rfl
  | succ n ih =>
    show fibFrom (b + d) (a + c + (b + d)) n = fibFrom b (a + b) n + fibFrom d (c + d) n
    rw [add_exchange, ih]

end Naturals
