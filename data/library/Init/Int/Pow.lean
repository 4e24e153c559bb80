prelude
import Init.Int.Abs

/-!
# Integers: powers
-/

namespace Int

@[simp, norm_cast] theorem natCast_pow (m n : Nat) : (m ^ n : Nat) = (m : Int) ^ n := rfl

theorem negSucc_pow (m n : Nat) : (-[m+1] : Int) ^ n =
    if n % 2 = 0 then Int.ofNat (m.succ ^ n) else Int.negOfNat (m.succ ^ n) := rfl

@[simp] protected theorem pow_zero (m : Int) : m ^ 0 = 1 := by cases m <;> rfl

private theorem negOfNat_mul_negSucc' (k m : Nat) : negOfNat k * -[m+1] = ofNat (k * m.succ) := by
  rw [negOfNat_eq, negSucc_coe, Int.neg_mul_neg]
  rfl

protected theorem pow_succ (m : Int) (n : Nat) : m ^ n.succ = m ^ n * m := by
  match m with
  | ofNat _ => rfl
  | -[a+1] =>
    rw [negSucc_pow, negSucc_pow]
    rcases Nat.mod_two_eq_zero_or_one n with h | h
    · have h' : n.succ % 2 = 1 := by omega
      rw [if_pos h, if_neg (by rw [h']; exact Nat.one_ne_zero)]
      rfl
    · have h' : n.succ % 2 = 0 := by omega
      rw [if_pos h', if_neg (by rw [h]; exact Nat.one_ne_zero), negOfNat_mul_negSucc']
      rfl

protected theorem pow_succ' (b : Int) (e : Nat) : b ^ (e + 1) = b * (b ^ e) := by rw [Int.mul_comm, Int.pow_succ]

protected theorem pow_one (a : Int) : a ^ 1 = a := by rw [Int.pow_succ, Int.pow_zero, Int.one_mul]

protected theorem pow_add (a : Int) (m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := by
  induction n with
  | zero => rw [Nat.add_zero, Int.pow_zero, Int.mul_one]
  | succ n ih => rw [Nat.add_succ, Int.pow_succ, Int.pow_succ, ih, Int.mul_assoc]

protected theorem zero_pow {n : Nat} (h : n ≠ 0) : (0 : Int) ^ n = 0 := by
  cases n with
  | zero => exact absurd rfl h
  | succ n => rw [Int.pow_succ, Int.mul_zero]

protected theorem one_pow {n : Nat} : (1 : Int) ^ n = 1 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Int.pow_succ, ih, Int.mul_one]

protected theorem mul_pow {a b : Int} {n : Nat} : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rw [Int.pow_zero, Int.pow_zero, Int.pow_zero, Int.mul_one]
  | succ n ih =>
    rw [Int.pow_succ, Int.pow_succ, Int.pow_succ, ih, Int.mul_assoc, Int.mul_assoc, Int.mul_left_comm (b ^ n)]

protected theorem pow_mul {a : Int} {n m : Nat} : a ^ (n * m) = (a ^ n) ^ m := by
  induction m with
  | zero => rw [Nat.mul_zero, Int.pow_zero, Int.pow_zero]
  | succ m ih => rw [Int.pow_succ, Nat.mul_add_one, Int.pow_add, ih]

protected theorem pow_pos {n : Int} {m : Nat} (h : 0 < n) : 0 < n ^ m := by
  induction m with
  | zero => rw [Int.pow_zero]; exact Int.zero_lt_one
  | succ m ih => rw [Int.pow_succ]; exact Int.mul_pos ih h

protected theorem pow_nonneg {n : Int} {m : Nat} (h : 0 ≤ n) : 0 ≤ n ^ m := by
  induction m with
  | zero => rw [Int.pow_zero]; exact Int.one_nonneg
  | succ m ih => rw [Int.pow_succ]; exact Int.mul_nonneg ih h

protected theorem pow_ne_zero {n : Int} {m : Nat} (h : n ≠ 0) : n ^ m ≠ 0 := by
  induction m with
  | zero => rw [Int.pow_zero]; exact Int.one_ne_zero
  | succ m ih => rw [Int.pow_succ]; exact Int.mul_ne_zero ih h

@[simp] theorem natAbs_pow (n : Int) (k : Nat) : (n ^ k).natAbs = n.natAbs ^ k := by
  induction k with
  | zero => rw [Int.pow_zero]; rfl
  | succ k ih => rw [Int.pow_succ, natAbs_mul, ih]; rfl

theorem toNat_pow_of_nonneg {x : Int} (h : 0 ≤ x) (k : Nat) : (x ^ k).toNat = x.toNat ^ k := by
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le h
  rfl

protected theorem sq_nonneg (m : Int) : 0 ≤ m ^ 2 := by
  rw [Int.pow_succ, Int.pow_one, ← natAbs_mul_self]
  exact natCast_nonneg _

protected theorem pow_nonneg_of_even {m : Int} {n : Nat} (h : n % 2 = 0) : 0 ≤ m ^ n := by
  rw [← Nat.div_add_mod n 2, h, Nat.add_zero, Int.pow_mul]
  exact Int.pow_nonneg (Int.sq_nonneg m)

end Int
