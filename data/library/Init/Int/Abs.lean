prelude
import Init.Int.Linear

/-!
# Integers: absolute value, natural part, sign
-/

namespace Int

/-! ## Absolute value -/

theorem natAbs_ne_zero {a : Int} : a.natAbs ≠ 0 ↔ a ≠ 0 := not_congr natAbs_eq_zero

theorem natAbs_mul_self : ∀ {a : Int}, ↑(natAbs a * natAbs a) = a * a
  | ofNat _ => rfl
  | -[_+1] => rfl

@[simp] theorem natAbs_mul_self' (a : Int) : (natAbs a * natAbs a : Int) = a * a := natAbs_mul_self (a := a)

theorem natAbs_mul_natAbs_eq {a b : Int} {c : Nat} (h : a * b = (c : Int)) : a.natAbs * b.natAbs = c := by
  rw [← natAbs_mul, h, natAbs_natCast]

protected theorem eq_nat_or_neg (a : Int) : ∃ n : Nat, a = n ∨ a = -↑n := ⟨_, natAbs_eq a⟩

theorem natAbs_eq_iff {a : Int} {n : Nat} : a.natAbs = n ↔ a = n ∨ a = -↑n := by omega

theorem eq_neg_natAbs_of_nonpos {a : Int} (h : a ≤ 0) : a = -natAbs a := by omega

theorem natAbs_add_le (a b : Int) : natAbs (a + b) ≤ natAbs a + natAbs b := by omega

theorem natAbs_sub_le (a b : Int) : natAbs (a - b) ≤ natAbs a + natAbs b := natAbs_neg b ▸ natAbs_add_le a (-b)

theorem natAbs_add_of_nonneg {a b : Int} (ha : 0 ≤ a) (hb : 0 ≤ b) : natAbs (a + b) = natAbs a + natAbs b := by
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le ha
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le hb
  rfl

theorem natAbs_add_of_nonpos {a b : Int} (ha : a ≤ 0) (hb : b ≤ 0) : natAbs (a + b) = natAbs a + natAbs b := by
  rw [← natAbs_neg, Int.neg_add, natAbs_add_of_nonneg (Int.neg_nonneg_of_nonpos ha) (Int.neg_nonneg_of_nonpos hb),
    natAbs_neg, natAbs_neg]

theorem natAbs_sub_of_nonneg_of_le {a b : Int} (h₁ : 0 ≤ b) (h₂ : b ≤ a) :
    (a - b).natAbs = a.natAbs - b.natAbs := by
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le h₁
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le (Int.le_trans h₁ h₂)
  rw [← ofNat_sub (ofNat_le.1 h₂)]
  rfl

theorem natAbs_lt_natAbs_of_nonneg_of_lt {a b : Int} (w₁ : 0 ≤ a) (w₂ : a < b) : a.natAbs < b.natAbs := by omega

theorem natAbs_eq_iff_mul_eq_zero {a : Int} {n : Nat} : natAbs a = n ↔ (a - n) * (a + n) = 0 := by
  rw [Int.mul_eq_zero]
  omega

theorem natAbs_sub_comm (a b : Int) : natAbs (a - b) = natAbs (b - a) := by rw [← natAbs_neg, Int.neg_sub]

theorem natAbs_le_of_dvd_ne_zero {m n : Int} (hmn : m ∣ n) (hn : n ≠ 0) : natAbs m ≤ natAbs n :=
  Nat.le_of_dvd (natAbs_pos.2 hn) (natAbs_dvd_natAbs.2 hmn)

theorem eq_zero_of_dvd_of_natAbs_lt_natAbs {d n : Int} (h : d ∣ n) (h₁ : n.natAbs < d.natAbs) : n = 0 := by
  by_cases hn : n = 0
  · exact hn
  · exact absurd (natAbs_le_of_dvd_ne_zero h hn) (Nat.not_le_of_gt h₁)

/-! ## The natural part -/

@[simp] theorem toNat_zero : (0 : Int).toNat = 0 := rfl
@[simp] theorem toNat_one : (1 : Int).toNat = 1 := rfl
@[simp] theorem toNat_negSucc (n : Nat) : (Int.negSucc n).toNat = 0 := rfl
@[simp] theorem toNat_natCast_add_one {n : Nat} : ((n : Int) + 1).toNat = n + 1 := rfl
@[simp] theorem ofNat_toNat (a : Int) : (a.toNat : Int) = max a 0 := toNat_eq_max a
theorem toNat_of_nonneg {a : Int} (h : 0 ≤ a) : (toNat a : Int) = a := by omega
theorem toNat_of_nonpos {z : Int} (h : z ≤ 0) : z.toNat = 0 := by omega
theorem self_le_toNat (a : Int) : a ≤ toNat a := by omega
@[simp] theorem toNat_eq_zero {n : Int} : n.toNat = 0 ↔ n ≤ 0 := by omega
@[simp] theorem toNat_le {m : Int} {n : Nat} : m.toNat ≤ n ↔ m ≤ n := by omega
@[simp] theorem le_toNat {n : Nat} {z : Int} (h : 0 ≤ z) : n ≤ z.toNat ↔ (n : Int) ≤ z := by omega
@[simp] theorem toNat_lt {n : Nat} {z : Int} (h : 0 ≤ z) : z.toNat < n ↔ z < (n : Int) := by omega
@[simp] theorem toNat_lt' {m : Int} {n : Nat} (hn : 0 < n) : m.toNat < n ↔ m < n := by omega
theorem lt_toNat {a : Nat} {b : Int} : a < b.toNat ↔ (a : Int) < b := by omega
theorem toNat_add {a b : Int} (ha : 0 ≤ a) (hb : 0 ≤ b) : (a + b).toNat = a.toNat + b.toNat := by
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le ha
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le hb
  rfl
theorem toNat_sub'' {a b : Int} (ha : 0 ≤ a) (hb : 0 ≤ b) : (a - b).toNat = a.toNat - b.toNat := by
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le ha
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le hb
  exact toNat_sub m n
theorem toNat_add_nat {a : Int} (ha : 0 ≤ a) (n : Nat) : (a + n).toNat = a.toNat + n := by
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le ha
  rfl
@[simp] theorem toNat_sub' (a : Int) (b : Nat) : (a - b).toNat = a.toNat - b := by omega
@[simp] theorem pred_toNat (i : Int) : (i - 1).toNat = i.toNat - 1 := by omega
theorem toNat_sub_toNat_neg (n : Int) : ↑n.toNat - ↑(-n).toNat = n := by omega
@[simp] theorem toNat_add_toNat_neg_eq_natAbs (n : Int) : n.toNat + (-n).toNat = n.natAbs := by omega
@[simp] theorem toNat_neg_nat (n : Nat) : (-(n : Int)).toNat = 0 := by omega
theorem toNat_mul {a b : Int} (ha : 0 ≤ a) (hb : 0 ≤ b) : (a * b).toNat = a.toNat * b.toNat := by
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le ha
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le hb
  rfl
theorem toNat_le_toNat {n m : Int} (h : n ≤ m) : n.toNat ≤ m.toNat := by omega
theorem natAbs_eq_toNat_of_nonneg {i : Int} (h : 0 ≤ i) : i.natAbs = i.toNat := by omega

theorem mem_toNat? {a : Int} {n : Nat} : toNat? a = some n ↔ a = n := by
  cases a with
  | ofNat m => exact ⟨fun h => natCast_inj.2 (Option.some.inj h), fun h => congrArg some (natCast_inj.1 h)⟩
  | negSucc m => exact ⟨nofun, nofun⟩

/-! ## Sign -/

@[simp] theorem sign_zero : sign 0 = 0 := rfl
@[simp] theorem sign_one : sign 1 = 1 := rfl
theorem sign_neg_one : sign (-1) = -1 := rfl
@[simp] theorem sign_of_add_one (x : Nat) : Int.sign (x + 1) = 1 := rfl
@[simp] theorem sign_natCast_add_one (x : Nat) : Int.sign (x + 1) = 1 := rfl
@[simp] theorem sign_negSucc (x : Nat) : Int.sign (Int.negSucc x) = -1 := rfl

theorem sign_eq_one_of_pos {a : Int} (h : 0 < a) : sign a = 1 := by
  obtain ⟨n, rfl⟩ := eq_succ_of_zero_lt h
  rfl

theorem sign_eq_neg_one_of_neg {a : Int} (h : a < 0) : sign a = -1 := by
  obtain ⟨n, rfl⟩ := eq_negSucc_of_lt_zero h
  rfl

@[simp] theorem sign_neg (z : Int) : Int.sign (-z) = -Int.sign z :=
  match z with
  | ofNat 0 => rfl
  | ofNat (.succ _) => rfl
  | -[_+1] => rfl

theorem sign_mul_natAbs : ∀ a : Int, sign a * natAbs a = a
  | ofNat 0 => rfl
  | ofNat (.succ n) => Int.one_mul (n + 1 : Nat)
  | -[n+1] => (Int.neg_eq_neg_one_mul (n + 1 : Nat)).symm

@[simp] theorem mul_sign_self (i : Int) : i * sign i = natAbs i := by
  rcases Int.lt_trichotomy i 0 with h | rfl | h
  · rw [sign_eq_neg_one_of_neg h]
    omega
  · rfl
  · rw [sign_eq_one_of_pos h]
    omega

@[simp] theorem sign_mul_self (i : Int) : sign i * i = natAbs i := by rw [Int.mul_comm, mul_sign_self]

@[simp] theorem sign_mul (a b : Int) : sign (a * b) = sign a * sign b := by
  rcases Int.lt_trichotomy a 0 with ha | rfl | ha <;> rcases Int.lt_trichotomy b 0 with hb | rfl | hb
  · rw [sign_eq_neg_one_of_neg ha, sign_eq_neg_one_of_neg hb, sign_eq_one_of_pos (Int.mul_pos_of_neg_of_neg ha hb)]
    rfl
  · rw [Int.mul_zero, sign_zero, Int.mul_zero]
  · rw [sign_eq_neg_one_of_neg ha, sign_eq_one_of_pos hb, sign_eq_neg_one_of_neg (Int.mul_neg_of_neg_of_pos ha hb)]
    rfl
  · rw [Int.zero_mul, sign_zero, Int.zero_mul]
  · rfl
  · rw [Int.zero_mul, sign_zero, Int.zero_mul]
  · rw [sign_eq_one_of_pos ha, sign_eq_neg_one_of_neg hb, sign_eq_neg_one_of_neg (Int.mul_neg_of_pos_of_neg ha hb)]
    rfl
  · rw [Int.mul_zero, sign_zero, Int.mul_zero]
  · rw [sign_eq_one_of_pos ha, sign_eq_one_of_pos hb, sign_eq_one_of_pos (Int.mul_pos ha hb)]
    rfl

theorem eq_zero_of_sign_eq_zero {a : Int} (h : sign a = 0) : a = 0 := by
  rw [← sign_mul_natAbs a, h, Int.zero_mul]

theorem pos_of_sign_eq_one : ∀ {a : Int}, sign a = 1 → 0 < a
  | ofNat 0, h => nomatch h
  | ofNat (.succ n), _ => ofNat_succ_pos n
  | -[_+1], h => nomatch h

theorem neg_of_sign_eq_neg_one : ∀ {a : Int}, sign a = -1 → a < 0
  | ofNat 0, h => nomatch h
  | ofNat (.succ _), h => nomatch h
  | -[n+1], _ => negSucc_lt_zero n

@[simp] theorem sign_eq_one_iff_pos {a : Int} : sign a = 1 ↔ 0 < a := ⟨pos_of_sign_eq_one, sign_eq_one_of_pos⟩

@[simp] theorem sign_eq_neg_one_iff_neg {a : Int} : sign a = -1 ↔ a < 0 :=
  ⟨neg_of_sign_eq_neg_one, sign_eq_neg_one_of_neg⟩

@[simp] theorem sign_eq_zero_iff_zero {a : Int} : sign a = 0 ↔ a = 0 :=
  ⟨eq_zero_of_sign_eq_zero, fun h => by rw [h, sign_zero]⟩

theorem sign_trichotomy (a : Int) : sign a = 1 ∨ sign a = 0 ∨ sign a = -1 :=
  match a with
  | ofNat 0 => .inr (.inl rfl)
  | ofNat (.succ _) => .inl rfl
  | -[_+1] => .inr (.inr rfl)

theorem natAbs_sign (z : Int) : z.sign.natAbs = if z = 0 then 0 else 1 :=
  match z with
  | ofNat 0 => rfl
  | ofNat (.succ _) => rfl
  | -[_+1] => rfl

theorem natAbs_sign_of_ne_zero {z : Int} (hz : z ≠ 0) : z.sign.natAbs = 1 := by rw [natAbs_sign, if_neg hz]

theorem sign_natCast_of_ne_zero {n : Nat} (hn : n ≠ 0) : Int.sign n = 1 :=
  sign_eq_one_of_pos (ofNat_pos.2 (Nat.pos_of_ne_zero hn))

end Int
