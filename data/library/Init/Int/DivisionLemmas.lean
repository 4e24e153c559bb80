prelude
import Init.Int.Pow

/-!
# Integers: more on divisibility, quotients and remainders
-/

open Nat (succ)

namespace Int

/-! ## Divisibility -/

theorem dvd_antisymm {a b : Int} (H1 : 0 ≤ a) (H2 : 0 ≤ b) (h₁ : a ∣ b) (h₂ : b ∣ a) : a = b := by
  have h := Nat.dvd_antisymm (natAbs_dvd_natAbs.2 h₁) (natAbs_dvd_natAbs.2 h₂)
  omega

protected theorem dvd_add {a b c : Int} : a ∣ b → a ∣ c → a ∣ b + c
  | ⟨d, hd⟩, ⟨e, he⟩ => ⟨d + e, by rw [hd, he, Int.mul_add]⟩

protected theorem dvd_sub {a b c : Int} : a ∣ b → a ∣ c → a ∣ b - c
  | ⟨d, hd⟩, ⟨e, he⟩ => ⟨d - e, by rw [hd, he, Int.mul_sub]⟩

protected theorem dvd_add_left {a b c : Int} (H : a ∣ c) : a ∣ b + c ↔ a ∣ b :=
  ⟨fun h => by
    have h' := Int.dvd_sub h H
    rw [Int.add_sub_cancel] at h'
    exact h', fun h => Int.dvd_add h H⟩

protected theorem dvd_add_right {a b c : Int} (H : a ∣ b) : a ∣ b + c ↔ a ∣ c := by
  rw [Int.add_comm, Int.dvd_add_left H]

@[simp] protected theorem dvd_add_mul_self {a b c : Int} : a ∣ b + c * a ↔ a ∣ b :=
  Int.dvd_add_left (Int.dvd_mul_left c a)
@[simp] protected theorem dvd_add_self_mul {a b c : Int} : a ∣ b + a * c ↔ a ∣ b :=
  Int.dvd_add_left (Int.dvd_mul_right a c)
@[simp] protected theorem dvd_mul_self_add {a b c : Int} : a ∣ b * a + c ↔ a ∣ c :=
  Int.dvd_add_right (Int.dvd_mul_left b a)
@[simp] protected theorem dvd_self_mul_add {a b c : Int} : a ∣ a * b + c ↔ a ∣ c :=
  Int.dvd_add_right (Int.dvd_mul_right a b)

protected theorem dvd_iff_dvd_of_dvd_sub {a b c : Int} (H : a ∣ b - c) : a ∣ b ↔ a ∣ c :=
  ⟨fun h => Int.sub_sub_self b c ▸ Int.dvd_sub h H, fun h => Int.sub_add_cancel b c ▸ Int.dvd_add H h⟩

protected theorem dvd_iff_dvd_of_dvd_add {a b c : Int} (H : a ∣ b + c) : a ∣ b ↔ a ∣ c := by
  rw [← Int.sub_neg] at H
  rw [Int.dvd_iff_dvd_of_dvd_sub H, Int.dvd_neg]

theorem le_of_dvd {a b : Int} (bpos : 0 < b) (H : a ∣ b) : a ≤ b := by
  have h := natAbs_le_of_dvd_ne_zero H (Int.ne_of_gt bpos)
  omega

theorem natAbs_dvd {a b : Int} : (a.natAbs : Int) ∣ b ↔ a ∣ b :=
  by rw [← natAbs_dvd_natAbs, natAbs_natCast, natAbs_dvd_natAbs]

theorem dvd_natAbs {a b : Int} : a ∣ b.natAbs ↔ a ∣ b := by rw [← natAbs_dvd_natAbs, natAbs_natCast, natAbs_dvd_natAbs]

theorem natAbs_dvd_self {a : Int} : (a.natAbs : Int) ∣ a := natAbs_dvd.2 (Int.dvd_refl a)

theorem dvd_natAbs_self {a : Int} : a ∣ (a.natAbs : Int) := dvd_natAbs.2 (Int.dvd_refl a)

theorem natAbs_eq_of_dvd_dvd {m n : Int} (hmn : m ∣ n) (hnm : n ∣ m) : natAbs m = natAbs n :=
  Nat.dvd_antisymm (natAbs_dvd_natAbs.2 hmn) (natAbs_dvd_natAbs.2 hnm)

theorem eq_one_of_dvd_one {a : Int} (H : 0 ≤ a) (H' : a ∣ 1) : a = 1 := dvd_antisymm H Int.one_nonneg H' (Int.one_dvd a)

theorem eq_one_of_mul_eq_one_right {a b : Int} (H : 0 ≤ a) (H' : a * b = 1) : a = 1 := eq_one_of_dvd_one H ⟨b, H'.symm⟩

theorem eq_one_of_mul_eq_one_left {a b : Int} (H : 0 ≤ b) (H' : a * b = 1) : b = 1 :=
  eq_one_of_mul_eq_one_right (b := a) H (by rw [Int.mul_comm, H'])

theorem dvd_mul_of_dvd_right {a b c : Int} (h : a ∣ c) : a ∣ b * c := Int.dvd_trans h (Int.dvd_mul_left b c)

theorem dvd_mul_of_dvd_left {a b c : Int} (h : a ∣ b) : a ∣ b * c := Int.dvd_trans h (Int.dvd_mul_right b c)

protected theorem mul_dvd_mul {a b c d : Int} : a ∣ b → c ∣ d → a * c ∣ b * d
  | ⟨e, he⟩, ⟨f, hf⟩ => ⟨e * f, by rw [he, hf, Int.mul_assoc, Int.mul_left_comm e, ← Int.mul_assoc]⟩

protected theorem mul_dvd_mul_left {b c : Int} (a : Int) (h : b ∣ c) : a * b ∣ a * c :=
  Int.mul_dvd_mul (Int.dvd_refl a) h

protected theorem mul_dvd_mul_right {b c : Int} (a : Int) (h : b ∣ c) : b * a ∣ c * a :=
  Int.mul_dvd_mul h (Int.dvd_refl a)

protected theorem mul_dvd_mul_iff_left {a b c : Int} (h : a ≠ 0) : (a * b) ∣ (a * c) ↔ b ∣ c :=
  ⟨fun ⟨d, h'⟩ => ⟨d, (mul_eq_mul_left_iff h).1 (by rw [h', Int.mul_assoc])⟩, Int.mul_dvd_mul_left a⟩

protected theorem mul_dvd_mul_iff_right {a b c : Int} (h : a ≠ 0) : (b * a) ∣ (c * a) ↔ b ∣ c := by
  rw [Int.mul_comm b, Int.mul_comm c, Int.mul_dvd_mul_iff_left h]

theorem dvd_of_mul_dvd_mul_left {a m n : Int} (ha : a ≠ 0) (h : a * m ∣ a * n) : m ∣ n :=
  (Int.mul_dvd_mul_iff_left ha).1 h

theorem dvd_of_mul_dvd_mul_right {a m n : Int} (ha : a ≠ 0) (h : m * a ∣ n * a) : m ∣ n :=
  (Int.mul_dvd_mul_iff_right ha).1 h

theorem dvd_of_mul_right_dvd {a b c : Int} (h : a * b ∣ c) : a ∣ c := Int.dvd_trans (Int.dvd_mul_right a b) h

theorem dvd_of_mul_left_dvd {a b c : Int} (h : a * b ∣ c) : b ∣ c := Int.dvd_trans (Int.dvd_mul_left a b) h

theorem dvd_eq_true_of_mod_eq_zero {a b : Int} (h : (b % a == 0) = true) : (a ∣ b) = True :=
  eq_true (dvd_of_emod_eq_zero (eq_of_beq h))

theorem dvd_eq_false_of_mod_ne_zero {a b : Int} (h : b % a != 0) : (a ∣ b) = False :=
  eq_false fun h' => bne_iff_ne.1 h (emod_eq_zero_of_dvd h')

/-! ## Quotients -/

@[simp] protected theorem ediv_one (a : Int) : a / 1 = a := by omega

theorem mul_add_ediv_right (a c : Int) {b : Int} (H : b ≠ 0) : (a * b + c) / b = a + c / b := by
  rw [Int.add_comm, add_mul_ediv_right _ _ H, Int.add_comm]

theorem mul_add_ediv_left (b : Int) {a : Int} (c : Int) (H : a ≠ 0) : (a * b + c) / a = b + c / a := by
  rw [Int.add_comm, add_mul_ediv_left _ _ H, Int.add_comm]

theorem sub_mul_ediv_right (a b : Int) {c : Int} (H : c ≠ 0) : (a - b * c) / c = a / c - b := by
  rw [Int.sub_eq_add_neg, ← Int.neg_mul, add_mul_ediv_right _ _ H, Int.sub_eq_add_neg]

theorem sub_mul_ediv_left (a : Int) {b : Int} (c : Int) (H : b ≠ 0) : (a - b * c) / b = a / b - c := by
  rw [Int.sub_eq_add_neg, ← Int.mul_neg, add_mul_ediv_left _ _ H, Int.sub_eq_add_neg]

@[simp] protected theorem ediv_self {a : Int} (H : a ≠ 0) : a / a = 1 := by
  have h := mul_ediv_cancel 1 H
  rw [Int.one_mul] at h
  exact h

@[simp] protected theorem neg_ediv_self (a : Int) (h : a ≠ 0) : (-a) / a = -1 := by
  rw [neg_ediv_of_dvd (Int.dvd_refl a), Int.ediv_self h]

theorem ediv_nonneg {a b : Int} (Ha : 0 ≤ a) (Hb : 0 ≤ b) : 0 ≤ a / b := by
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le Ha
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le Hb
  exact natCast_nonneg (m / n)

theorem ediv_neg_of_neg_of_pos {a b : Int} (Ha : a < 0) (Hb : 0 < b) : a / b < 0 :=
  Int.not_le.1 fun h => Int.not_le_of_gt Ha ((ediv_nonneg_iff_of_pos Hb).1 h)

theorem ediv_nonpos_of_nonneg_of_nonpos {a b : Int} (Ha : 0 ≤ a) (Hb : b ≤ 0) : a / b ≤ 0 :=
  Int.nonpos_of_neg_nonneg (by
    rw [← ediv_neg]
    exact ediv_nonneg Ha (Int.neg_nonneg_of_nonpos Hb))

theorem ediv_eq_zero_of_lt {a b : Int} (H1 : 0 ≤ a) (H2 : a < b) : a / b = 0 := by
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le H1
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le (Int.le_trans H1 (Int.le_of_lt H2))
  exact congrArg Nat.cast (Nat.div_eq_of_lt (ofNat_lt.1 H2))

protected theorem ediv_emod_unique {a b r q : Int} (h : 0 < b) :
    a / b = q ∧ a % b = r ↔ r + b * q = a ∧ 0 ≤ r ∧ r < b := by
  constructor
  · rintro ⟨rfl, rfl⟩
    exact ⟨emod_add_mul_ediv a b, emod_nonneg a (Int.ne_of_gt h), emod_lt_of_pos a h⟩
  · rintro ⟨rfl, hr, hb⟩
    have hq := ediv_eq_zero_of_lt hr hb
    refine ⟨by rw [add_mul_ediv_left r q (Int.ne_of_gt h), hq, Int.zero_add], ?_⟩
    rw [add_mul_emod_self_left, emod_def, hq, Int.mul_zero, Int.sub_zero]

theorem ediv_le_iff_le_mul {k x y : Int} (h : 0 < k) : x / k ≤ y ↔ x < y * k + k := by
  have h₁ := mul_ediv_self_le (x := x) (Int.ne_of_gt h)
  have h₂ := lt_mul_ediv_self_add (x := x) h
  constructor
  · intro h'
    have h₃ := Int.mul_le_mul_of_nonneg_left h' (Int.le_of_lt h)
    rw [Int.mul_comm y]
    omega
  · intro h'
    refine Int.not_lt.1 fun hy => ?_
    have h₃ := Int.mul_le_mul_of_nonneg_left (add_one_le_of_lt hy) (Int.le_of_lt h)
    rw [Int.mul_add, Int.mul_one, Int.mul_comm k y] at h₃
    omega

protected theorem le_ediv_iff_mul_le {a b c : Int} (H : 0 < c) : a ≤ b / c ↔ a * c ≤ b := by
  rw [← Int.not_lt, ← Int.not_lt, not_congr]
  rw [← le_sub_one_iff, ediv_le_iff_le_mul H, Int.sub_mul, Int.one_mul, Int.sub_add_cancel]

protected theorem ediv_lt_iff_lt_mul {a b c : Int} (H : 0 < c) : a / c < b ↔ a < b * c := by
  rw [← Int.not_le, Int.le_ediv_iff_mul_le H, Int.not_le]

protected theorem ediv_le_ediv {a b c : Int} (H : 0 < c) (H' : a ≤ b) : a / c ≤ b / c :=
  (Int.le_ediv_iff_mul_le H).2 (Int.le_trans (by
    rw [Int.mul_comm]
    exact mul_ediv_self_le (Int.ne_of_gt H)) H')

protected theorem ediv_mul_le (a : Int) {b : Int} (H : b ≠ 0) : a / b * b ≤ a := by
  rw [Int.mul_comm]
  exact mul_ediv_self_le H

theorem lt_ediv_add_one_mul_self (a : Int) {b : Int} (H : 0 < b) : a < (a / b + 1) * b := by
  rw [Int.add_mul, Int.one_mul, Int.mul_comm]
  exact lt_mul_ediv_self_add H

protected theorem ediv_eq_of_eq_mul_right {a b c : Int} (H1 : b ≠ 0) (H2 : a = b * c) : a / b = c := by
  rw [H2, mul_ediv_cancel_left c H1]

protected theorem ediv_eq_of_eq_mul_left {a b c : Int} (H1 : b ≠ 0) (H2 : a = c * b) : a / b = c := by
  rw [H2, mul_ediv_cancel c H1]

protected theorem eq_ediv_of_mul_eq_right {a b c : Int} (H1 : a ≠ 0) (H2 : a * b = c) : b = c / a :=
  (Int.ediv_eq_of_eq_mul_right H1 H2.symm).symm

protected theorem eq_ediv_of_mul_eq_left {a b c : Int} (H1 : b ≠ 0) (H2 : a * b = c) : a = c / b :=
  (Int.ediv_eq_of_eq_mul_left H1 H2.symm).symm

protected theorem eq_mul_of_ediv_eq_right {a b c : Int} (H1 : b ∣ a) (H2 : a / b = c) : a = b * c := by
  rw [← H2, Int.mul_ediv_cancel' H1]

protected theorem eq_mul_of_ediv_eq_left {a b c : Int} (H1 : b ∣ a) (H2 : a / b = c) : a = c * b := by
  rw [← H2, Int.ediv_mul_cancel H1]

protected theorem ediv_eq_iff_eq_mul_right {a b c : Int} (H : b ≠ 0) (H' : b ∣ a) : a / b = c ↔ a = b * c :=
  ⟨Int.eq_mul_of_ediv_eq_right H', Int.ediv_eq_of_eq_mul_right H⟩

protected theorem ediv_eq_iff_eq_mul_left {a b c : Int} (H : b ≠ 0) (H' : b ∣ a) : a / b = c ↔ a = c * b :=
  ⟨Int.eq_mul_of_ediv_eq_left H', Int.ediv_eq_of_eq_mul_left H⟩

protected theorem eq_zero_of_ediv_eq_zero {d n : Int} (h : d ∣ n) (H : n / d = 0) : n = 0 := by
  rw [← Int.mul_ediv_cancel' h, H, Int.mul_zero]

@[simp] theorem mul_ediv_mul_of_pos {a : Int} (b c : Int) (H : 0 < a) : (a * b) / (a * c) = b / c := by
  have positive : ∀ c : Int, 0 < c → (a * b) / (a * c) = b / c := by
    intro c hc
    refine ((Int.ediv_emod_unique (r := a * (b % c)) (Int.mul_pos H hc)).2 ⟨?_, ?_, ?_⟩).1
    · rw [Int.mul_assoc, ← Int.mul_add, emod_add_mul_ediv]
    · exact Int.mul_nonneg (Int.le_of_lt H) (emod_nonneg b (Int.ne_of_gt hc))
    · exact Int.mul_lt_mul_of_pos_left (emod_lt_of_pos b hc) H
  rcases Int.lt_trichotomy c 0 with hc | rfl | hc
  · have h := positive (-c) (Int.neg_pos_of_neg hc)
    rw [Int.mul_neg, ediv_neg, ediv_neg, Int.neg_inj] at h
    exact h
  · rw [Int.mul_zero, Int.ediv_zero, Int.ediv_zero]
  · exact positive c hc

@[simp] theorem mul_ediv_mul_of_pos_left (a : Int) {b : Int} (c : Int) (H : 0 < b) : (a * b) / (c * b) = a / c := by
  rw [Int.mul_comm, Int.mul_comm c, mul_ediv_mul_of_pos _ _ H]

/-! ## Remainders -/

@[simp] theorem emod_one (a : Int) : a % 1 = 0 := by omega

theorem emod_two_eq (x : Int) : x % 2 = 0 ∨ x % 2 = 1 := by omega

theorem emod_two_eq_zero_or_one (n : Int) : n % 2 = 0 ∨ n % 2 = 1 := by omega

@[simp] theorem emod_two_ne_zero {n : Int} : ¬n % 2 = 0 ↔ n % 2 = 1 := by omega

@[simp] theorem emod_two_ne_one {n : Int} : ¬n % 2 = 1 ↔ n % 2 = 0 := by omega

@[simp] theorem neg_emod_two (i : Int) : -i % 2 = i % 2 := by omega

@[simp] theorem add_emod_right (a b : Int) : (a + b) % b = a % b := by
  have h := add_mul_emod_self_right a 1 b
  rw [Int.one_mul] at h
  exact h

@[simp] theorem add_emod_left (a b : Int) : (a + b) % a = b % a := by rw [Int.add_comm, add_emod_right]

@[simp] theorem sub_mul_emod_self_right (a b c : Int) : (a - b * c) % c = a % c := by
  rw [Int.sub_eq_add_neg, ← Int.neg_mul, add_mul_emod_self_right]

@[simp] theorem sub_mul_emod_self_left (a b c : Int) : (a - b * c) % b = a % b := by
  rw [Int.mul_comm, sub_mul_emod_self_right]

@[simp] theorem sub_emod_right (a b : Int) : (a - b) % b = a % b := by
  have h := sub_mul_emod_self_right a 1 b
  rw [Int.one_mul] at h
  exact h

theorem neg_emod_eq_sub_emod {a b : Int} : -a % b = (b - a) % b := by
  rw [← add_emod_left, Int.sub_eq_add_neg]

theorem emod_eq_add_self_emod {a b : Int} : a % b = (a + b) % b := (add_emod_right a b).symm

@[simp] theorem neg_emod_self (a : Int) : -a % a = 0 := emod_eq_zero_of_dvd (Int.dvd_neg.2 (Int.dvd_refl a))

@[simp] theorem emod_sub_emod (m n k : Int) : (m % n - k) % n = (m - k) % n := emod_add_emod m n (-k)

@[simp] theorem sub_emod_emod (m n k : Int) : (m - n % k) % k = (m - n) % k := by
  apply (emod_add_cancel_right (n % k)).1
  rw [Int.sub_add_cancel, add_emod_emod, Int.sub_add_cancel]

theorem emod_eq_of_lt {a b : Int} (H1 : 0 ≤ a) (H2 : a < b) : a % b = a := by
  rw [emod_def, ediv_eq_zero_of_lt H1 H2, Int.mul_zero, Int.sub_zero]

theorem emod_lt_of_neg (a : Int) {b : Int} (h : b < 0) : a % b < -b := by
  rw [← emod_neg]
  exact emod_lt_of_pos a (Int.neg_pos_of_neg h)

theorem emod_lt (a : Int) {b : Int} (h : b ≠ 0) : a % b < b.natAbs := by
  rcases Int.lt_or_gt_of_ne h with h | h
  · have h' := emod_lt_of_neg a h
    omega
  · have h' := emod_lt_of_pos a h
    omega

@[simp] theorem emod_self_add_one {x : Int} (h : 0 ≤ x) : x % (x + 1) = x := emod_eq_of_lt h (Int.lt_succ x)

theorem add_emod_eq_add_emod_left {m n k : Int} (i : Int) (H : m % n = k % n) : (i + m) % n = (i + k) % n := by
  rw [Int.add_comm, add_emod_eq_add_emod_right i H, Int.add_comm]

theorem emod_add_cancel_left {m n k i : Int} : (i + m) % n = (i + k) % n ↔ m % n = k % n := by
  rw [Int.add_comm, Int.add_comm i, emod_add_cancel_right]

theorem emod_sub_cancel_right {m n k : Int} (i : Int) : (m - i) % n = (k - i) % n ↔ m % n = k % n :=
  emod_add_cancel_right (-i)

theorem emod_eq_emod_iff_emod_sub_eq_zero {m n k : Int} : m % n = k % n ↔ (m - k) % n = 0 := by
  rw [← emod_sub_cancel_right k, Int.sub_self, zero_emod]

theorem dvd_self_sub_emod {x : Int} {m : Int} : m ∣ x - x % m :=
  dvd_of_emod_eq_zero (by rw [sub_emod_emod, Int.sub_self, zero_emod])

theorem dvd_sub_of_emod_eq {a b c : Int} (h : a % b = c) : b ∣ a - c := h ▸ dvd_self_sub_emod

@[simp] theorem mul_emod_mul_of_pos {a : Int} (b c : Int) (H : 0 < a) : (a * b) % (a * c) = a * (b % c) := by
  rw [emod_def, emod_def, mul_ediv_mul_of_pos _ _ H, Int.mul_sub, Int.mul_assoc]

theorem toNat_emod {x y : Int} (hx : 0 ≤ x) (hy : 0 ≤ y) : (x % y).toNat = x.toNat % y.toNat := by
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le hx
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le hy
  rfl

/-! ## Division towards zero, and downwards -/

@[simp] protected theorem tdiv_zero : ∀ a : Int, tdiv a 0 = 0
  | ofNat m => congrArg ofNat (Nat.div_zero m)
  | -[m+1] => congrArg (fun k : Nat => -ofNat k) (Nat.div_zero (succ m))

@[simp] protected theorem zero_tdiv : ∀ b : Int, tdiv 0 b = 0
  | ofNat n => congrArg ofNat (Nat.zero_div n)
  | -[n+1] => congrArg (fun k : Nat => -ofNat k) (Nat.zero_div (succ n))

theorem tdiv_eq_ediv_of_nonneg : ∀ {a b : Int}, 0 ≤ a → a.tdiv b = a / b
  | ofNat _, ofNat _, _ => rfl
  | ofNat _, -[_+1], _ => rfl
  | -[n+1], _, h => absurd h (Int.not_le_of_gt (negSucc_lt_zero n))

@[simp] theorem natCast_tdiv_eq_ediv {a : Nat} {b : Int} : (a : Int).tdiv b = a / b :=
  tdiv_eq_ediv_of_nonneg (natCast_nonneg a)

theorem tmod_add_mul_tdiv : ∀ a b : Int, tmod a b + b * (a.tdiv b) = a
  | ofNat m, ofNat n => congrArg ofNat (Nat.mod_add_div m n)
  | ofNat m, -[n+1] => emod_add_mul_ediv (ofNat m) -[n+1]
  | -[m+1], ofNat n => by
    show -((succ m % n : Nat) : Int) + n * -((succ m / n : Nat) : Int) = -(succ m : Int)
    rw [Int.mul_neg, ← Int.neg_add]
    exact congrArg (fun k : Nat => -(k : Int)) (Nat.mod_add_div (succ m) n)
  | -[m+1], -[n+1] => by
    show -((succ m % succ n : Nat) : Int) + -(succ n : Int) * ((succ m / succ n : Nat) : Int) = -(succ m : Int)
    rw [Int.neg_mul, ← Int.neg_add]
    exact congrArg (fun k : Nat => -(k : Int)) (Nat.mod_add_div (succ m) (succ n))

theorem mul_tdiv_add_tmod (a b : Int) : b * a.tdiv b + tmod a b = a := by rw [Int.add_comm, tmod_add_mul_tdiv]

theorem tmod_def (a b : Int) : tmod a b = a - b * a.tdiv b := by
  rw [← Int.add_sub_cancel (tmod a b) (b * a.tdiv b), tmod_add_mul_tdiv]

theorem tmod_eq_emod_of_nonneg {a b : Int} (ha : 0 ≤ a) : tmod a b = a % b := by
  rw [tmod_def, emod_def, tdiv_eq_ediv_of_nonneg ha]

@[simp] theorem zero_tmod (b : Int) : tmod 0 b = 0 := by rw [tmod_def, Int.zero_tdiv, Int.mul_zero]; rfl

@[simp] theorem tmod_zero (a : Int) : tmod a 0 = a := by rw [tmod_def, Int.zero_mul, Int.sub_zero]

@[simp] theorem zero_fdiv (b : Int) : fdiv 0 b = 0 := by cases b <;> rfl

@[simp] protected theorem fdiv_zero : ∀ a : Int, fdiv a 0 = 0
  | ofNat 0 => rfl
  | ofNat (succ n) => congrArg ofNat (Nat.div_zero (succ n))
  | -[_+1] => rfl

theorem fdiv_eq_ediv_of_nonneg : ∀ (a : Int) {b : Int}, 0 ≤ b → fdiv a b = a / b
  | ofNat 0, b, _ => (zero_fdiv b).trans (zero_ediv b).symm
  | ofNat (succ _), ofNat _, _ => rfl
  | ofNat (succ _), -[n+1], h => absurd h (Int.not_le_of_gt (negSucc_lt_zero n))
  | -[_+1], ofNat 0, _ => rfl
  | -[_+1], ofNat (succ _), _ => rfl
  | -[_+1], -[n+1], h => absurd h (Int.not_le_of_gt (negSucc_lt_zero n))

theorem fmod_add_mul_fdiv : ∀ a b : Int, a.fmod b + b * a.fdiv b = a
  | ofNat 0, b => by
    show fmod 0 b + b * fdiv 0 b = 0
    rw [zero_fdiv, Int.mul_zero]
    cases b <;> rfl
  | ofNat (succ m), ofNat n => congrArg ofNat (Nat.mod_add_div (succ m) n)
  | ofNat (succ m), -[n+1] => by
    show subNatNat (m % (n + 1)) n + -((n + 1 : Nat) : Int) * -((m / (n + 1) + 1 : Nat) : Int) = (m + 1 : Nat)
    rw [Int.neg_mul_neg, Int.subNatNat_eq_coe, ← natCast_mul, Nat.mul_add, Nat.mul_one]
    have h := Nat.mod_add_div m (n + 1)
    omega
  | -[m+1], ofNat 0 => emod_add_mul_ediv -[m+1] 0
  | -[m+1], ofNat (succ n) => emod_add_mul_ediv -[m+1] (succ n)
  | -[m+1], -[n+1] => tmod_add_mul_tdiv -[m+1] -[n+1]

theorem fmod_def (a b : Int) : a.fmod b = a - b * a.fdiv b := by
  rw [← Int.add_sub_cancel (a.fmod b) (b * a.fdiv b), fmod_add_mul_fdiv]

theorem fmod_eq_emod_of_nonneg (a : Int) {b : Int} (hb : 0 ≤ b) : fmod a b = a % b := by
  rw [fmod_def, emod_def, fdiv_eq_ediv_of_nonneg a hb]

@[simp] theorem zero_fmod (b : Int) : fmod 0 b = 0 := by cases b <;> rfl

@[simp] theorem fmod_zero (a : Int) : fmod a 0 = a := by rw [fmod_def, Int.zero_mul, Int.sub_zero]

/-! ## The balanced remainder -/

theorem bdiv_add_bmod (x : Int) (m : Nat) : m * bdiv x m + bmod x m = x := by
  unfold bdiv bmod
  have h := mul_ediv_add_emod x m
  split
  · rename_i hm
    subst hm
    have h' : x % 0 = x := emod_zero x
    simp only [natCast_zero, h', Int.zero_mul, Int.zero_add, Int.sub_zero]
    split <;> rfl
  · simp only []
    split
    · exact h
    · rw [Int.mul_add, Int.mul_one]
      omega

theorem bmod_add_bdiv (x : Int) (m : Nat) : bmod x m + m * bdiv x m = x := by rw [Int.add_comm, bdiv_add_bmod]

theorem le_bmod {x : Int} {m : Nat} (h : 0 < m) : -(m / 2) ≤ Int.bmod x m := by
  have hm : (0 : Int) < m := ofNat_lt.2 h
  have h₁ := emod_nonneg x (Int.ne_of_gt hm)
  rw [bmod_def]
  split <;> omega

theorem bmod_lt {x : Int} {m : Nat} (h : 0 < m) : bmod x m < (m + 1) / 2 := by
  have hm : (0 : Int) < m := ofNat_lt.2 h
  have h₁ := emod_lt_of_pos x hm
  rw [bmod_def]
  split <;> omega

theorem dvd_bmod_sub_self {x : Int} {m : Nat} : (m : Int) ∣ bmod x m - x :=
  dvd_of_emod_eq_zero (by rw [sub_emod, bmod_emod, Int.sub_self, zero_emod])

/-! ## Greatest common divisors -/

theorem gcd_eq_natAbs_gcd_natAbs (m n : Int) : gcd m n = Nat.gcd m.natAbs n.natAbs := rfl

theorem gcd_comm (a b : Int) : gcd a b = gcd b a := Nat.gcd_comm _ _

theorem gcd_dvd_left (a b : Int) : (gcd a b : Int) ∣ a := ofNat_dvd_left.2 (Nat.gcd_dvd_left _ _)

theorem gcd_dvd_right (a b : Int) : (gcd a b : Int) ∣ b := ofNat_dvd_left.2 (Nat.gcd_dvd_right _ _)

theorem dvd_gcd {a b : Int} {c : Nat} (ha : (c : Int) ∣ a) (hb : (c : Int) ∣ b) : c ∣ gcd a b :=
  Nat.dvd_gcd (ofNat_dvd_left.1 ha) (ofNat_dvd_left.1 hb)

theorem dvd_coe_gcd {a b c : Int} (ha : c ∣ a) (hb : c ∣ b) : c ∣ (gcd a b : Int) :=
  ofNat_dvd_right.2 (Nat.dvd_gcd (natAbs_dvd_natAbs.2 ha) (natAbs_dvd_natAbs.2 hb))

@[simp] theorem gcd_zero_left (a : Int) : gcd 0 a = natAbs a := Nat.gcd_zero_left _

@[simp] theorem gcd_zero_right (a : Int) : gcd a 0 = natAbs a := Nat.gcd_zero_right _

@[simp] theorem gcd_one_left (a : Int) : gcd 1 a = 1 := Nat.gcd_one_left _

@[simp] theorem gcd_one_right (a : Int) : gcd a 1 = 1 := Nat.gcd_one_right _

@[simp] theorem gcd_self {a : Int} : gcd a a = a.natAbs := Nat.gcd_self _

@[simp] theorem gcd_neg {a b : Int} : gcd a (-b) = gcd a b := by rw [gcd, natAbs_neg]; rfl

@[simp] theorem neg_gcd {a b : Int} : gcd (-a) b = gcd a b := by rw [gcd, natAbs_neg]; rfl

@[simp] theorem gcd_eq_zero_iff {a b : Int} : gcd a b = 0 ↔ a = 0 ∧ b = 0 := by
  rw [gcd, Nat.gcd_eq_zero_iff, natAbs_eq_zero, natAbs_eq_zero]

end Int
