import Compat.Rat

/-!
# The rational numbers are an ordered field

Every operation gives the fraction with its value in lowest terms, and two such fractions are equal if their
cross products are. So each law is a law of integers. `Rat.Represents q a b` says that `q` is `a / b`.
-/

namespace Rat

protected def Represents (q : ℚ) (a b : ℤ) : Prop := b ≠ 0 ∧ q.num * b = a * q.den

private theorem den_ne_zero (q : ℚ) : (q.den : ℤ) ≠ 0 := fun h => q.den_nz (Int.ofNat_inj.1 h)

private theorem tdiv_mul_cancel : {a : ℤ} → {n : ℕ} → n ∣ a.natAbs → a.tdiv n * n = a
  | .ofNat _, _, h => congrArg Int.ofNat (Nat.div_mul_cancel h)
  | .negSucc m, n, h => by
    show -Int.ofNat (m.succ / n) * n = _
    rw [Int.neg_mul]
    exact congrArg (fun k : ℕ => -(k : ℤ)) (Nat.div_mul_cancel h)

private theorem den_dvd {p q : ℚ} (h : p.num * q.den = q.num * p.den) : p.den ∣ q.den := by
  have abs := congrArg Int.natAbs h
  rw [Int.natAbs_mul, Int.natAbs_mul, Int.natAbs_natCast, Int.natAbs_natCast] at abs
  exact p.reduced.symm.dvd_of_dvd_mul_left ⟨q.num.natAbs, abs.trans (Nat.mul_comm _ _)⟩

theorem eq_iff_mul_eq_mul {p q : ℚ} : p = q ↔ p.num * q.den = q.num * p.den := by
  refine ⟨fun h => h ▸ rfl, fun h => ?_⟩
  have den : p.den = q.den := Nat.dvd_antisymm (den_dvd h) (den_dvd h.symm)
  rw [den] at h
  exact ext (Int.eq_of_mul_eq_mul_right q.den_ne_zero h) den

namespace Represents

theorem self (q : ℚ) : q.Represents q.num q.den := ⟨q.den_ne_zero, rfl⟩

theorem change {q : ℚ} {a b c d : ℤ} (h : q.Represents a b) (hd : d ≠ 0) (e : a * d = c * b) :
    q.Represents c d := by
  refine ⟨hd, Int.eq_of_mul_eq_mul_right h.1 ?_⟩
  calc q.num * d * b = q.num * b * d := by ac_rfl
    _ = a * d * q.den := by rw [h.2]; ac_rfl
    _ = c * q.den * b := by rw [e]; ac_rfl

theorem unique {p q : ℚ} {a b : ℤ} (hp : p.Represents a b) (hq : q.Represents a b) : p = q := by
  refine eq_iff_mul_eq_mul.2 (Int.eq_of_mul_eq_mul_right hp.1 ?_)
  calc p.num * q.den * b = p.num * b * q.den := by ac_rfl
    _ = q.num * b * p.den := by rw [hp.2, hq.2]; ac_rfl
    _ = q.num * p.den * b := by ac_rfl

theorem normalize (a : ℤ) (b : ℕ) (h : b ≠ 0) : (normalize a b h).Represents a b := by
  refine ⟨fun e => h (Int.ofNat_inj.1 e), ?_⟩
  have ha : a.tdiv (a.natAbs.gcd b) * (a.natAbs.gcd b : ℕ) = a :=
    tdiv_mul_cancel (Nat.gcd_dvd_left a.natAbs b)
  have hb : ((b / a.natAbs.gcd b : ℕ) : ℤ) * (a.natAbs.gcd b : ℕ) = b := by
    rw [← Int.natCast_mul, Nat.div_mul_cancel (Nat.gcd_dvd_right a.natAbs b)]
  show a.tdiv (a.natAbs.gcd b) * (b : ℤ) = a * ((b / a.natAbs.gcd b : ℕ) : ℤ)
  calc a.tdiv (a.natAbs.gcd b) * (b : ℤ)
      = a.tdiv (a.natAbs.gcd b) * (((b / a.natAbs.gcd b : ℕ) : ℤ) * (a.natAbs.gcd b : ℕ)) := by rw [hb]
    _ = a.tdiv (a.natAbs.gcd b) * (a.natAbs.gcd b : ℕ) * ((b / a.natAbs.gcd b : ℕ) : ℤ) := by ac_rfl
    _ = a * ((b / a.natAbs.gcd b : ℕ) : ℤ) := by rw [ha]

variable {p q : ℚ} {a b c d : ℤ}

theorem add (hp : p.Represents a b) (hq : q.Represents c d) : (p + q).Represents (a * d + c * b) (b * d) := by
  refine (normalize _ _ (Nat.mul_ne_zero p.den_nz q.den_nz)).change (Int.mul_ne_zero hp.1 hq.1) ?_
  rw [Int.natCast_mul, Int.add_mul, Int.add_mul]
  have h₁ : p.num * q.den * (b * d) = a * d * (p.den * q.den) := by
    calc p.num * q.den * (b * d) = p.num * b * (q.den * d) := by ac_rfl
      _ = a * d * (p.den * q.den) := by rw [hp.2]; ac_rfl
  have h₂ : q.num * p.den * (b * d) = c * b * (p.den * q.den) := by
    calc q.num * p.den * (b * d) = q.num * d * (p.den * b) := by ac_rfl
      _ = c * b * (p.den * q.den) := by rw [hq.2]; ac_rfl
  rw [h₁, h₂]

theorem mul (hp : p.Represents a b) (hq : q.Represents c d) : (p * q).Represents (a * c) (b * d) := by
  refine (normalize _ _ (Nat.mul_ne_zero p.den_nz q.den_nz)).change (Int.mul_ne_zero hp.1 hq.1) ?_
  rw [Int.natCast_mul]
  calc p.num * q.num * (b * d) = p.num * b * (q.num * d) := by ac_rfl
    _ = a * c * (p.den * q.den) := by rw [hp.2, hq.2]; ac_rfl

theorem neg (hp : p.Represents a b) : (-p).Represents (-a) b := by
  refine ⟨hp.1, ?_⟩
  show -p.num * b = -a * p.den
  rw [Int.neg_mul, Int.neg_mul, hp.2]

end Represents

protected theorem add_comm (a b : ℚ) : a + b = b + a := by
  refine ((Represents.self a).add (Represents.self b)).unique ?_
  rw [Int.add_comm, Int.mul_comm (a.den : ℤ)]
  exact (Represents.self b).add (Represents.self a)

protected theorem add_assoc (a b c : ℚ) : a + b + c = a + (b + c) := by
  refine (((Represents.self a).add (Represents.self b)).add (Represents.self c)).unique
    (((Represents.self a).add ((Represents.self b).add (Represents.self c))).change ?_ ?_)
  · exact Int.mul_ne_zero (Int.mul_ne_zero a.den_ne_zero b.den_ne_zero) c.den_ne_zero
  · simp only [Int.add_mul]
    ac_rfl

protected theorem zero_add (a : ℚ) : 0 + a = a :=
  (((Represents.self 0).add (Represents.self a)).change a.den_ne_zero (by
    show (0 * (a.den : ℤ) + a.num * 1) * a.den = a.num * (1 * a.den)
    rw [Int.zero_mul, Int.zero_add, Int.mul_one, Int.one_mul])).unique (.self a)

protected theorem mul_comm (a b : ℚ) : a * b = b * a := by
  refine ((Represents.self a).mul (Represents.self b)).unique ?_
  rw [Int.mul_comm, Int.mul_comm (a.den : ℤ)]
  exact (Represents.self b).mul (Represents.self a)

protected theorem mul_assoc (a b c : ℚ) : a * b * c = a * (b * c) := by
  refine (((Represents.self a).mul (Represents.self b)).mul (Represents.self c)).unique ?_
  rw [Int.mul_assoc, Int.mul_assoc]
  exact (Represents.self a).mul ((Represents.self b).mul (Represents.self c))

protected theorem one_mul (a : ℚ) : 1 * a = a := by
  refine ((Represents.self 1).mul (Represents.self a)).unique ?_
  show a.Represents (1 * a.num) (1 * a.den)
  rw [Int.one_mul, Int.one_mul]
  exact .self a

protected theorem mul_zero (a : ℚ) : a * 0 = 0 :=
  (((Represents.self a).mul (Represents.self 0)).change (d := 1) (by decide) (by
    show a.num * 0 * 1 = 0 * ((a.den : ℤ) * 1)
    rw [Int.mul_zero, Int.zero_mul, Int.zero_mul])).unique (.self 0)

protected theorem mul_add (a b c : ℚ) : a * (b + c) = a * b + a * c := by
  refine ((Represents.self a).mul ((Represents.self b).add (Represents.self c))).unique
    ((((Represents.self a).mul (Represents.self b)).add
      ((Represents.self a).mul (Represents.self c))).change ?_ ?_)
  · exact Int.mul_ne_zero a.den_ne_zero (Int.mul_ne_zero b.den_ne_zero c.den_ne_zero)
  · simp only [Int.add_mul, Int.mul_add]
    ac_rfl

protected theorem neg_add_cancel (a : ℚ) : -a + a = 0 :=
  (((Represents.self a).neg.add (Represents.self a)).change (d := 1) (by decide) (by
    show (-a.num * a.den + a.num * a.den) * 1 = 0 * ((a.den : ℤ) * a.den)
    rw [← Int.add_mul, Int.add_left_neg, Int.zero_mul, Int.zero_mul, Int.zero_mul])).unique (.self 0)

protected theorem sub_eq_add_neg (a b : ℚ) : a - b = a + -b := by
  refine (Represents.normalize _ _ (Nat.mul_ne_zero a.den_nz b.den_nz)).unique ?_
  rw [Int.natCast_mul, Int.sub_eq_add_neg, ← Int.neg_mul]
  exact (Represents.self a).add (Represents.self b).neg

theorem num_ne_zero {q : ℚ} : q.num ≠ 0 ↔ q ≠ 0 :=
  not_congr ⟨fun h => eq_iff_mul_eq_mul.2 (by rw [h, Int.zero_mul]; exact (Int.zero_mul _).symm),
    fun h => h ▸ rfl⟩

private theorem represents_divInt (d : ℤ) : ∀ n : ℤ, n ≠ 0 → (divInt d n).Represents (d * n.sign) n.natAbs
  | .ofNat 0, h => absurd rfl h
  | .ofNat (n + 1), _ => by
    show (mkRat d (n + 1)).Represents _ _
    rw [mkRat, dif_neg (Nat.succ_ne_zero n)]
    exact (Int.mul_one d).symm ▸ Represents.normalize d (n + 1) (Nat.succ_ne_zero n)
  | .negSucc n, _ => by
    show (normalize (-d) (n + 1) (Nat.succ_ne_zero n)).Represents (d * -1) _
    rw [Int.mul_neg, Int.mul_one]
    exact Represents.normalize (-d) (n + 1) (Nat.succ_ne_zero n)

theorem Represents.inv {q : ℚ} (h : q ≠ 0) : q⁻¹.Represents q.den q.num := by
  refine (represents_divInt q.den q.num (num_ne_zero.2 h)).change (num_ne_zero.2 h) ?_
  rw [Int.mul_assoc, Int.sign_mul_self]

protected theorem mul_inv_cancel (a : ℚ) (h : a ≠ 0) : a * a⁻¹ = 1 :=
  (((Represents.self a).mul (Represents.inv h)).change (d := 1) (by decide) (by
    show a.num * a.den * 1 = 1 * ((a.den : ℤ) * a.num)
    rw [Int.mul_one, Int.one_mul, Int.mul_comm])).unique (.self 1)

protected theorem div_def (a b : ℚ) : a / b = a * b⁻¹ := rfl

instance : CommRing ℚ where
  zero := 0
  one := 1
  add_assoc := Rat.add_assoc
  add_comm := Rat.add_comm
  zero_add := Rat.zero_add
  mul_assoc := Rat.mul_assoc
  mul_comm := Rat.mul_comm
  one_mul := Rat.one_mul
  mul_add := Rat.mul_add
  mul_zero := Rat.mul_zero
  neg_add_cancel := Rat.neg_add_cancel
  sub_eq_add_neg := Rat.sub_eq_add_neg

/-! ## Casts -/

@[norm_cast] theorem intCast_add (a b : ℤ) : ((a + b : ℤ) : ℚ) = a + b := by
  refine (Represents.self (a + b : ℤ)).unique
    (((Represents.self a).add (Represents.self b)).change (d := 1) (by decide) ?_)
  show (a * 1 + b * 1) * 1 = (a + b) * 1
  simp only [Int.mul_one]

@[norm_cast] theorem intCast_mul (a b : ℤ) : ((a * b : ℤ) : ℚ) = a * b :=
  (Represents.self (a * b : ℤ)).unique ((Represents.self a).mul (Represents.self b))

@[norm_cast] theorem natCast_add (a b : ℕ) : ((a + b : ℕ) : ℚ) = a + b := intCast_add a b
@[norm_cast] theorem natCast_mul (a b : ℕ) : ((a * b : ℕ) : ℚ) = a * b := intCast_mul a b

/-! ## Order -/

protected theorem le_refl (a : ℚ) : a ≤ a := Int.le_refl _
protected theorem le_total (a b : ℚ) : a ≤ b ∨ b ≤ a := Int.le_total _ _
protected theorem le_antisymm {a b : ℚ} (h₁ : a ≤ b) (h₂ : b ≤ a) : a = b :=
  eq_iff_mul_eq_mul.2 (Int.le_antisymm h₁ h₂)
protected theorem not_le {a b : ℚ} : ¬a ≤ b ↔ b < a := Int.not_le
protected theorem not_lt {a b : ℚ} : ¬a < b ↔ b ≤ a := Int.not_lt
protected theorem lt_irrefl (a : ℚ) : ¬a < a := Int.lt_irrefl _
protected theorem le_of_lt {a b : ℚ} (h : a < b) : a ≤ b := Int.le_of_lt h

protected theorem le_trans {a b c : ℚ} (h₁ : a ≤ b) (h₂ : b ≤ c) : a ≤ c := by
  have positive (q : ℚ) : (0 : ℤ) < q.den := Int.natCast_pos.2 q.den_pos
  refine Int.le_of_mul_le_mul_right (a := b.den) ?_ (positive b)
  calc a.num * c.den * b.den = a.num * b.den * c.den := by ac_rfl
    _ ≤ b.num * a.den * c.den := Int.mul_le_mul_of_nonneg_right h₁ (Int.le_of_lt (positive c))
    _ = b.num * c.den * a.den := by ac_rfl
    _ ≤ c.num * b.den * a.den := Int.mul_le_mul_of_nonneg_right h₂ (Int.le_of_lt (positive a))
    _ = c.num * a.den * b.den := by ac_rfl

end Rat
