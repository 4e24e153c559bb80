prelude
import Init.Int.Order

/-!
# Integers: divisibility, Euclidean quotient and remainder

`a / b` and `a % b` are determined by `a % b + b * (a / b) = a` and `0 ≤ a % b < |b|`. All laws follow from that, and
the tactic `omega` rests on them; more, for all conventions of division, is in `Init.Int.DivisionLemmas`.
-/

open Nat (succ)

namespace Int

/-! ## Divisibility -/

protected theorem dvd_def (a b : Int) : (a ∣ b) = Exists (fun c => b = a * c) := rfl

@[simp] protected theorem dvd_zero (n : Int) : n ∣ 0 := ⟨0, (Int.mul_zero n).symm⟩

@[simp] protected theorem dvd_refl (n : Int) : n ∣ n := ⟨1, (Int.mul_one n).symm⟩

@[simp] protected theorem one_dvd (n : Int) : 1 ∣ n := ⟨n, (Int.one_mul n).symm⟩

protected theorem dvd_trans {a b c : Int} : a ∣ b → b ∣ c → a ∣ c
  | ⟨d, hd⟩, ⟨e, he⟩ => ⟨d * e, by rw [he, hd, Int.mul_assoc]⟩

@[simp] protected theorem zero_dvd {n : Int} : 0 ∣ n ↔ n = 0 :=
  ⟨fun ⟨k, h⟩ => by rw [h, Int.zero_mul], fun h => h ▸ Int.dvd_refl 0⟩

@[simp] protected theorem dvd_mul_right (a b : Int) : a ∣ a * b := ⟨b, rfl⟩

@[simp] protected theorem dvd_mul_left (a b : Int) : b ∣ a * b := ⟨a, Int.mul_comm a b⟩

@[simp] protected theorem neg_dvd {a b : Int} : -a ∣ b ↔ a ∣ b :=
  ⟨fun ⟨k, h⟩ => ⟨-k, by rw [h, Int.neg_mul_comm]⟩, fun ⟨k, h⟩ => ⟨-k, by rw [h, Int.neg_mul_neg]⟩⟩

@[simp] protected theorem dvd_neg {a b : Int} : a ∣ -b ↔ a ∣ b :=
  ⟨fun ⟨k, h⟩ => ⟨-k, by rw [Int.mul_neg, ← h, Int.neg_neg]⟩, fun ⟨k, h⟩ => ⟨-k, by rw [h, Int.mul_neg]⟩⟩

theorem natAbs_eq_natAbs_iff {a b : Int} : a.natAbs = b.natAbs ↔ a = b ∨ a = -b := by
  constructor
  · intro h
    rcases natAbs_eq a with ha | ha <;> rcases natAbs_eq b with hb | hb <;> rw [ha, hb, h]
    · exact .inl rfl
    · exact .inr (Int.neg_neg _).symm
    · exact .inr rfl
    · exact .inl rfl
  · rintro (rfl | rfl)
    · rfl
    · exact natAbs_neg b

@[simp] theorem natAbs_dvd_natAbs {a b : Int} : natAbs a ∣ natAbs b ↔ a ∣ b := by
  refine ⟨fun ⟨k, hk⟩ => ?_, fun ⟨k, hk⟩ => ⟨natAbs k, by rw [hk, natAbs_mul]⟩⟩
  rw [← natAbs_natCast k, ← natAbs_mul, natAbs_eq_natAbs_iff] at hk
  rcases hk with rfl | rfl
  · exact Int.dvd_mul_right a k
  · exact Int.dvd_neg.2 (Int.dvd_mul_right a k)

@[norm_cast] theorem ofNat_dvd {m n : Nat} : (↑m : Int) ∣ ↑n ↔ m ∣ n := (natAbs_dvd_natAbs (a := m) (b := n)).symm

@[norm_cast] theorem natCast_dvd_natCast {m n : Nat} : (↑m : Int) ∣ ↑n ↔ m ∣ n := ofNat_dvd

theorem ofNat_dvd_left {n : Nat} {z : Int} : (↑n : Int) ∣ z ↔ n ∣ z.natAbs := (natAbs_dvd_natAbs (a := n)).symm

theorem ofNat_dvd_right {n : Nat} {z : Int} : z ∣ (↑n : Int) ↔ z.natAbs ∣ n := (natAbs_dvd_natAbs (b := n)).symm

/-! ## The defining equations -/

@[simp, norm_cast] theorem natCast_ediv (m n : Nat) : ((m / n : Nat) : Int) = ↑m / ↑n := rfl

theorem ofNat_ediv (m n : Nat) : (↑(m / n) : Int) = ↑m / ↑n := rfl

@[simp, norm_cast] theorem natCast_emod (m n : Nat) : (↑(m % n) : Int) = m % n := rfl

theorem ofNat_emod (m n : Nat) : (↑(m % n) : Int) = m % n := rfl

theorem ofNat_ediv_ofNat {a b : Nat} : (↑a / ↑b : Int) = (a / b : Nat) := rfl

@[norm_cast] theorem negSucc_ediv_ofNat_succ {a b : Nat} : ((-[a+1]) / ↑(b + 1) : Int) = -[a / succ b +1] := rfl

theorem negSucc_ediv_negSucc {a b : Nat} : ((-[a+1]) / (-[b+1]) : Int) = ((a / (b + 1)) + 1 : Nat) := rfl

theorem ofNat_ediv_negSucc {a b : Nat} : (ofNat a / (-[b+1])) = -(a / (b + 1) : Nat) := rfl

theorem negSucc_emod_ofNat {a b : Nat} : -[a+1] % (b : Int) = subNatNat b (succ (a % b)) := rfl

theorem negSucc_emod_negSucc {a b : Nat} : -[a+1] % -[b+1] = subNatNat (b + 1) (succ (a % (b + 1))) := rfl

protected theorem div_def (a b : Int) : a / b = Int.ediv a b := rfl

theorem mod_def' (m n : Int) : m % n = emod m n := rfl

private theorem negSucc_emod_add (m n : Nat) :
    subNatNat n (m % n + 1) + -((n * (m / n + 1) : Nat) : Int) = -[m+1] := by
  have cancel : ∀ x r q e : Int, x + (r + e) + (q + -x) = r + q + e := by
    intro x r q e
    rw [← Int.add_neg_cancel_left x (r + q + e)]
    simp only [Int.add_assoc, Int.add_comm, Int.add_left_comm]
  have h : ((m % n : Nat) : Int) + ((n * (m / n) : Nat) : Int) = m := congrArg Nat.cast (Nat.mod_add_div m n)
  rw [negSucc_eq, ← h, Int.subNatNat_eq_coe, Nat.mul_add, Nat.mul_one, natCast_add, natCast_add, Int.sub_eq_add_neg]
  simp only [Int.neg_add]
  exact cancel _ _ _ _

theorem emod_add_mul_ediv : ∀ a b : Int, a % b + b * (a / b) = a
  | ofNat m, ofNat n => congrArg ofNat (Nat.mod_add_div m n)
  | ofNat m, -[n+1] => by
    show ((m % succ n : Nat) : Int) + -(succ n : Int) * -((m / succ n : Nat) : Int) = m
    rw [Int.neg_mul_neg]
    exact congrArg ofNat (Nat.mod_add_div m (succ n))
  | -[m+1], ofNat 0 => by
    show subNatNat 0 (m % 0 + 1) + _ = -[m+1]
    rw [Nat.mod_zero]
    rfl
  | -[m+1], ofNat (succ n) => negSucc_emod_add m (succ n)
  | -[m+1], -[n+1] => negSucc_emod_add m (succ n)

theorem emod_add_ediv_mul (a b : Int) : a % b + a / b * b = a := by rw [Int.mul_comm, emod_add_mul_ediv]

theorem mul_ediv_add_emod (a b : Int) : b * (a / b) + a % b = a := by rw [Int.add_comm, emod_add_mul_ediv]

theorem ediv_mul_add_emod (a b : Int) : a / b * b + a % b = a := by rw [Int.mul_comm, mul_ediv_add_emod]

@[deprecated emod_add_mul_ediv (since := "2025-09-01")]
theorem emod_add_ediv (a b : Int) : a % b + b * (a / b) = a := emod_add_mul_ediv a b

@[deprecated emod_add_ediv_mul (since := "2025-09-01")]
theorem emod_add_ediv' (a b : Int) : a % b + a / b * b = a := emod_add_ediv_mul a b

@[deprecated mul_ediv_add_emod (since := "2025-09-01")]
theorem ediv_add_emod (a b : Int) : b * (a / b) + a % b = a := mul_ediv_add_emod a b

@[deprecated ediv_mul_add_emod (since := "2025-09-01")]
theorem ediv_add_emod' (a b : Int) : a / b * b + a % b = a := ediv_mul_add_emod a b

theorem emod_def (a b : Int) : a % b = a - b * (a / b) := by
  rw [← Int.add_sub_cancel (a % b) (b * (a / b)), emod_add_mul_ediv]

theorem mul_ediv_self (a b : Int) : b * (a / b) = a - a % b := by rw [emod_def, Int.sub_sub_self]

theorem ediv_mul_self (a b : Int) : a / b * b = a - a % b := by rw [Int.mul_comm, mul_ediv_self]

@[simp] theorem zero_ediv : ∀ b : Int, 0 / b = 0
  | ofNat n => congrArg ofNat (Nat.zero_div n)
  | -[n+1] => congrArg (fun k : Nat => -ofNat k) (Nat.zero_div (succ n))

@[simp] protected theorem ediv_zero : ∀ a : Int, a / 0 = 0
  | ofNat m => congrArg ofNat (Nat.div_zero m)
  | -[_+1] => rfl

@[simp] theorem zero_emod (b : Int) : 0 % b = 0 := congrArg ofNat (Nat.zero_mod (natAbs b))

@[simp] theorem emod_zero (a : Int) : a % 0 = a := by rw [emod_def, Int.zero_mul, Int.sub_zero]

@[simp] theorem ediv_neg : ∀ a b : Int, a / (-b) = -(a / b)
  | ofNat m, ofNat 0 => by
    show ofNat (m / 0) = -ofNat (m / 0)
    rw [Nat.div_zero]
    rfl
  | ofNat _, ofNat (succ _) => rfl
  | ofNat _, -[_+1] => (Int.neg_neg _).symm
  | -[_+1], ofNat 0 => rfl
  | -[_+1], ofNat (succ _) => rfl
  | -[_+1], -[_+1] => rfl

@[simp] theorem emod_neg (a b : Int) : a % -b = a % b := by rw [emod_def, emod_def, ediv_neg, Int.neg_mul_neg]

/-! ## Bounds, and uniqueness -/

theorem emod_nonneg : ∀ (a : Int) {b : Int}, b ≠ 0 → 0 ≤ a % b
  | ofNat m, b, _ => ofNat_zero_le (m % natAbs b)
  | -[m+1], b, h => by
    show 0 ≤ subNatNat (natAbs b) (m % natAbs b + 1)
    rw [subNatNat_of_le (Nat.mod_lt m (natAbs_pos.2 h))]
    exact ofNat_zero_le _

theorem emod_lt_of_pos (a : Int) {b : Int} (H : 0 < b) : a % b < b := by
  obtain ⟨n, rfl⟩ := eq_succ_of_zero_lt H
  match a with
  | ofNat m => exact ofNat_lt.2 (Nat.mod_lt m (Nat.succ_pos n))
  | -[m+1] =>
    show subNatNat (n + 1) (m % (n + 1) + 1) < ((n + 1 : Nat) : Int)
    rw [subNatNat_of_le (Nat.mod_lt m (Nat.succ_pos n))]
    exact ofNat_lt.2 (Nat.sub_lt (Nat.succ_pos n) (Nat.succ_pos _))

theorem mul_ediv_self_le {x k : Int} (h : k ≠ 0) : k * (x / k) ≤ x := by
  have h' := Int.le_add_of_nonneg_right (a := k * (x / k)) (emod_nonneg x h)
  rw [mul_ediv_add_emod] at h'
  exact h'

theorem lt_mul_ediv_self_add {x k : Int} (h : 0 < k) : x < k * (x / k) + k := by
  have h' := Int.add_lt_add_left (emod_lt_of_pos x h) (k * (x / k))
  rw [mul_ediv_add_emod] at h'
  exact h'

private theorem le_of_mul_lt {b p q : Int} (h : 0 < b) (h' : b * p < b * q + b) : p ≤ q := by
  refine Int.not_lt.1 fun hq => Int.not_le_of_gt h' ?_
  have h₂ := Int.mul_le_mul_of_nonneg_left (add_one_le_of_lt hq) (Int.le_of_lt h)
  rw [Int.mul_add, Int.mul_one] at h₂
  exact h₂

private theorem ediv_unique {a b q : Int} (h : 0 < b) (h₁ : b * q ≤ a) (h₂ : a < b * q + b) : a / b = q :=
  Int.le_antisymm (le_of_mul_lt h (Int.lt_of_le_of_lt (mul_ediv_self_le (Int.ne_of_gt h)) h₂))
    (le_of_mul_lt h (Int.lt_of_le_of_lt h₁ (lt_mul_ediv_self_add h)))

/-! ## Sums and products -/

theorem add_mul_ediv_right (a b : Int) {c : Int} (H : c ≠ 0) : (a + b * c) / c = a / c + b := by
  have positive : ∀ {a b c : Int}, 0 < c → (a + b * c) / c = a / c + b := by
    intro a b c h
    apply ediv_unique h
    · rw [Int.mul_add, Int.mul_comm c b]
      exact Int.add_le_add_right (mul_ediv_self_le (Int.ne_of_gt h)) _
    · rw [Int.mul_add, Int.mul_comm c b, Int.add_right_comm]
      exact Int.add_lt_add_right (lt_mul_ediv_self_add h) _
  rcases Int.lt_or_gt_of_ne H with h | h
  · have h' := positive (a := a) (b := -b) (Int.neg_pos_of_neg h)
    rw [Int.neg_mul_neg, ediv_neg, ediv_neg, ← Int.neg_add, Int.neg_inj] at h'
    exact h'
  · exact positive h

theorem add_mul_ediv_left (a : Int) {b : Int} (c : Int) (H : b ≠ 0) : (a + b * c) / b = a / b + c := by
  rw [Int.mul_comm, add_mul_ediv_right a c H]

theorem add_ediv_of_dvd_right {a b c : Int} (H : c ∣ b) : (a + b) / c = a / c + b / c := by
  by_cases h : c = 0
  · rw [h, Int.ediv_zero, Int.ediv_zero, Int.ediv_zero, Int.add_zero]
  · obtain ⟨k, rfl⟩ := H
    rw [add_mul_ediv_left a k h, ← Int.zero_add (c * k), add_mul_ediv_left 0 k h, zero_ediv, Int.zero_add]

theorem add_ediv_of_dvd_left {a b c : Int} (H : c ∣ a) : (a + b) / c = a / c + b / c := by
  rw [Int.add_comm, add_ediv_of_dvd_right H, Int.add_comm]

@[simp] theorem mul_ediv_cancel (a : Int) {b : Int} (H : b ≠ 0) : (a * b) / b = a := by
  have h := add_mul_ediv_right 0 a H
  rw [Int.zero_add, zero_ediv, Int.zero_add] at h
  exact h

@[simp] theorem mul_ediv_cancel_left {a : Int} (b : Int) (H : a ≠ 0) : (a * b) / a = b := by
  rw [Int.mul_comm, mul_ediv_cancel b H]

theorem ediv_nonneg_iff_of_pos {a b : Int} (h : 0 < b) : 0 ≤ a / b ↔ 0 ≤ a := by
  constructor
  · intro h'
    exact Int.le_trans (Int.mul_nonneg (Int.le_of_lt h) h') (mul_ediv_self_le (Int.ne_of_gt h))
  · intro h'
    refine le_of_mul_lt h ?_
    rw [Int.mul_zero]
    exact Int.lt_of_le_of_lt h' (lt_mul_ediv_self_add h)

@[simp] theorem add_mul_emod_self_right (a b c : Int) : (a + b * c) % c = a % c := by
  by_cases h : c = 0
  · rw [h, Int.mul_zero, Int.add_zero]
  · rw [emod_def, emod_def, add_mul_ediv_right a b h, Int.mul_add, Int.mul_comm b, Int.add_comm (c * (a / c)),
      ← Int.sub_sub, Int.add_sub_cancel]

@[simp] theorem add_mul_emod_self_left (a b c : Int) : (a + b * c) % b = a % b := by
  rw [Int.mul_comm, add_mul_emod_self_right]

@[simp] theorem mul_add_emod_self_right (a b c : Int) : (a * b + c) % b = c % b := by
  rw [Int.add_comm, add_mul_emod_self_right]

@[simp] theorem mul_add_emod_self_left (a b c : Int) : (a * b + c) % a = c % a := by
  rw [Int.add_comm, add_mul_emod_self_left]

@[simp] theorem emod_add_emod (m n k : Int) : (m % n + k) % n = (m + k) % n := by
  rw [← add_mul_emod_self_left (m % n + k) n (m / n), Int.add_right_comm, emod_add_mul_ediv]

@[simp] theorem add_emod_emod (m n k : Int) : (m + n % k) % k = (m + n) % k := by
  rw [Int.add_comm, emod_add_emod, Int.add_comm]

theorem add_emod (a b n : Int) : (a + b) % n = (a % n + b % n) % n := by rw [add_emod_emod, emod_add_emod]

theorem add_emod_eq_add_emod_right {m n k : Int} (i : Int) (H : m % n = k % n) : (m + i) % n = (k + i) % n := by
  rw [← emod_add_emod, ← emod_add_emod k, H]

theorem emod_add_cancel_right {m n k : Int} (i : Int) : (m + i) % n = (k + i) % n ↔ m % n = k % n :=
  ⟨fun h => by
    have h' := add_emod_eq_add_emod_right (-i) h
    rw [Int.add_neg_cancel_right, Int.add_neg_cancel_right] at h'
    exact h', add_emod_eq_add_emod_right i⟩

@[simp] theorem mul_emod_left (a b : Int) : (a * b) % b = 0 := by
  rw [← Int.zero_add (a * b), add_mul_emod_self_right, zero_emod]

@[simp] theorem mul_emod_right (a b : Int) : (a * b) % a = 0 := by rw [Int.mul_comm, mul_emod_left]

theorem mul_emod (a b n : Int) : (a * b) % n = (a % n) * (b % n) % n := by
  have h : (a % n + n * (a / n)) * (b % n + n * (b / n)) % n = (a % n) * (b % n) % n := by
    rw [Int.add_mul, Int.mul_assoc, add_mul_emod_self_left, Int.mul_add, Int.mul_left_comm, add_mul_emod_self_left]
  rw [emod_add_mul_ediv, emod_add_mul_ediv] at h
  exact h

@[simp] theorem emod_self {a : Int} : a % a = 0 := by
  have h := mul_emod_left 1 a
  rw [Int.one_mul] at h
  exact h

@[simp] theorem emod_emod_of_dvd (n : Int) {m k : Int} (h : m ∣ k) : (n % k) % m = n % m := by
  obtain ⟨t, rfl⟩ := h
  rw [← add_mul_emod_self_left (n % (m * t)) m (t * (n / (m * t))), ← Int.mul_assoc, emod_add_mul_ediv]

theorem emod_emod (a b : Int) : (a % b) % b = a % b := emod_emod_of_dvd a (Int.dvd_refl b)

theorem sub_emod (a b n : Int) : (a - b) % n = (a % n - b % n) % n := by
  apply (emod_add_cancel_right b).1
  rw [Int.sub_add_cancel, ← add_emod_emod, Int.sub_add_cancel, emod_emod]

/-! ## Exact division -/

theorem mul_ediv_cancel_of_emod_eq_zero {a b : Int} (H : a % b = 0) : b * (a / b) = a := by
  rw [mul_ediv_self, H, Int.sub_zero]

theorem ediv_mul_cancel_of_emod_eq_zero {a b : Int} (H : a % b = 0) : a / b * b = a := by
  rw [Int.mul_comm, mul_ediv_cancel_of_emod_eq_zero H]

theorem dvd_of_emod_eq_zero {a b : Int} (H : b % a = 0) : a ∣ b := ⟨b / a, (mul_ediv_cancel_of_emod_eq_zero H).symm⟩

theorem emod_eq_zero_of_dvd {a b : Int} : a ∣ b → b % a = 0
  | ⟨c, h⟩ => by rw [h, mul_emod_right]

theorem dvd_iff_emod_eq_zero {a b : Int} : a ∣ b ↔ b % a = 0 := ⟨emod_eq_zero_of_dvd, dvd_of_emod_eq_zero⟩

instance decidableDvd : DecidableRel (α := Int) (· ∣ ·) := fun _ _ => decidable_of_iff _ dvd_iff_emod_eq_zero.symm

protected theorem mul_ediv_assoc (a : Int) {b c : Int} (h : c ∣ b) : (a * b) / c = a * (b / c) := by
  by_cases hc : c = 0
  · rw [hc, Int.ediv_zero, Int.ediv_zero, Int.mul_zero]
  · obtain ⟨d, rfl⟩ := h
    rw [Int.mul_left_comm, mul_ediv_cancel_left _ hc, mul_ediv_cancel_left _ hc]

protected theorem mul_ediv_assoc' (b : Int) {a c : Int} (h : c ∣ a) : (a * b) / c = a / c * b := by
  rw [Int.mul_comm, Int.mul_ediv_assoc b h, Int.mul_comm]

theorem neg_ediv_of_dvd {a b : Int} (h : b ∣ a) : (-a) / b = -(a / b) := by
  rw [Int.neg_eq_neg_one_mul, Int.mul_ediv_assoc (-1) h, ← Int.neg_eq_neg_one_mul]

theorem sub_ediv_of_dvd (a : Int) {b c : Int} (hcb : c ∣ b) : (a - b) / c = a / c - b / c := by
  rw [Int.sub_eq_add_neg, add_ediv_of_dvd_right (Int.dvd_neg.2 hcb), neg_ediv_of_dvd hcb, Int.sub_eq_add_neg]

protected theorem ediv_mul_cancel {a b : Int} (H : b ∣ a) : a / b * b = a :=
  ediv_mul_cancel_of_emod_eq_zero (emod_eq_zero_of_dvd H)

protected theorem mul_ediv_cancel' {a b : Int} (H : a ∣ b) : a * (b / a) = b :=
  mul_ediv_cancel_of_emod_eq_zero (emod_eq_zero_of_dvd H)

theorem emod_pos_of_not_dvd {a b : Int} (h : ¬a ∣ b) : a = 0 ∨ 0 < b % a := by
  by_cases ha : a = 0
  · exact .inl ha
  · exact .inr (Int.lt_iff_le_and_ne.2 ⟨emod_nonneg b ha, fun e => h (dvd_of_emod_eq_zero e.symm)⟩)

/-! ## The balanced remainder -/

theorem bmod_def (x : Int) (m : Nat) : bmod x m = if (x % m) < (m + 1) / 2 then x % m else (x % m) - m := rfl

@[simp] theorem bmod_emod {x : Int} {m : Nat} : bmod x m % m = x % m := by
  rw [bmod_def]
  split
  · exact emod_emod x m
  · rw [← add_mul_emod_self_right _ 1 (m : Int), Int.one_mul, Int.sub_add_cancel, emod_emod]

end Int
