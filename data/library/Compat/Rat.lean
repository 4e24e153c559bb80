import Compat.Int

/-!
# Rational numbers

As in Lean's own library: fractions in lowest terms with a positive denominator, division by zero is zero.
Everything computes, so that equations and inequalities between numerals are decided.
-/

private theorem natAbs_tdiv_natCast (a : ℤ) (n : ℕ) : (a.tdiv n).natAbs = a.natAbs / n :=
  match a with
  | .ofNat _ => rfl
  | .negSucc m => Int.natAbs_neg (.ofNat (m.succ / n))

private theorem coprime_div_gcd {m n : ℕ} (h : 0 < m.gcd n) : (m / m.gcd n).Coprime (n / m.gcd n) := by
  have key := Nat.gcd_mul_left (m.gcd n) (m / m.gcd n) (n / m.gcd n)
  rw [Nat.mul_div_cancel' (Nat.gcd_dvd_left m n), Nat.mul_div_cancel' (Nat.gcd_dvd_right m n)] at key
  exact Nat.eq_of_mul_eq_mul_left h (key.symm.trans (Nat.mul_one _).symm)

private theorem coprime_mul {a b n : ℕ} (ha : a.Coprime n) (hb : b.Coprime n) : (a * b).Coprime n := by
  have hd := Nat.Coprime.dvd_of_dvd_mul_left
    (Nat.Coprime.coprime_dvd_left (Nat.gcd_dvd_right (a * b) n) ha.symm)
    (Nat.gcd_dvd_left (a * b) n)
  exact Nat.dvd_one.1 (hb ▸ Nat.dvd_gcd hd (Nat.gcd_dvd_right (a * b) n))

private theorem coprime_pow {a b : ℕ} (h : a.Coprime b) (n : ℕ) : (a ^ n).Coprime (b ^ n) := by
  have left (c : ℕ) (hc : a.Coprime c) : ∀ n, (a ^ n).Coprime c := fun n => by
    induction n with
    | zero => exact Nat.gcd_one_left c
    | succ n ih => exact coprime_mul ih hc
  have right : ∀ n, (b ^ n).Coprime a := fun n => by
    induction n with
    | zero => exact Nat.gcd_one_left a
    | succ n ih => exact coprime_mul ih h.symm
  exact left _ (right n).symm n

private theorem natAbs_pow (a : ℤ) (n : ℕ) : (a ^ n).natAbs = a.natAbs ^ n := by
  induction n with
  | zero => rw [Int.pow_zero, Nat.pow_zero]; rfl
  | succ n ih => rw [Int.pow_succ, Int.natAbs_mul, ih, Nat.pow_succ]

structure Rat where
  mk' ::
  num : ℤ
  den : ℕ := 1
  den_nz : den ≠ 0 := by decide
  reduced : num.natAbs.Coprime den := by decide
  deriving DecidableEq

notation "ℚ" => Rat

namespace Rat

theorem den_pos (q : ℚ) : 0 < q.den := Nat.pos_of_ne_zero q.den_nz

/-- The fraction `num / den` in lowest terms. -/
def normalize (num : ℤ) (den : ℕ := 1) (den_nz : den ≠ 0 := by decide) : ℚ where
  num := num.tdiv (num.natAbs.gcd den)
  den := den / num.natAbs.gcd den
  den_nz := fun h => by
    have hpos := Nat.gcd_pos_of_pos_right num.natAbs (Nat.pos_of_ne_zero den_nz)
    have hd := Nat.div_mul_cancel (Nat.gcd_dvd_right num.natAbs den)
    rw [h, Nat.zero_mul] at hd
    exact den_nz hd.symm
  reduced := by
    have hpos := Nat.gcd_pos_of_pos_right num.natAbs (Nat.pos_of_ne_zero den_nz)
    rw [natAbs_tdiv_natCast]
    exact coprime_div_gcd hpos

def _root_.mkRat (num : ℤ) (den : ℕ) : ℚ :=
  if den_nz : den = 0 then { num := 0 } else normalize num den den_nz

def divInt : ℤ → ℤ → ℚ
  | n, .ofNat d => mkRat n d
  | n, .negSucc d => normalize (-n) d.succ (Nat.succ_ne_zero d)

protected def ofInt (num : ℤ) : ℚ := { num, reduced := Nat.gcd_one_right _ }

instance : NatCast ℚ := ⟨fun n => Rat.ofInt n⟩
instance : IntCast ℚ := ⟨Rat.ofInt⟩
instance {n : ℕ} : OfNat ℚ n := ⟨n⟩
instance : Inhabited ℚ := ⟨0⟩

protected def add (a b : ℚ) : ℚ :=
  normalize (a.num * b.den + b.num * a.den) (a.den * b.den) (Nat.mul_ne_zero a.den_nz b.den_nz)
protected def mul (a b : ℚ) : ℚ :=
  normalize (a.num * b.num) (a.den * b.den) (Nat.mul_ne_zero a.den_nz b.den_nz)
protected def neg (a : ℚ) : ℚ := { a with num := -a.num, reduced := by rw [Int.natAbs_neg]; exact a.reduced }
protected def sub (a b : ℚ) : ℚ :=
  normalize (a.num * b.den - b.num * a.den) (a.den * b.den) (Nat.mul_ne_zero a.den_nz b.den_nz)
protected def inv (a : ℚ) : ℚ := divInt a.den a.num
protected def div (a b : ℚ) : ℚ := a.mul b.inv
protected def pow (a : ℚ) (n : ℕ) : ℚ where
  num := a.num ^ n
  den := a.den ^ n
  den_nz := Nat.ne_of_gt (Nat.pow_pos a.den_pos)
  reduced := by
    rw [natAbs_pow]
    exact coprime_pow a.reduced n

instance : Add ℚ := ⟨Rat.add⟩
instance : Mul ℚ := ⟨Rat.mul⟩
instance : Neg ℚ := ⟨Rat.neg⟩
instance : Sub ℚ := ⟨Rat.sub⟩
instance : Inv ℚ := ⟨Rat.inv⟩
instance : Div ℚ := ⟨Rat.div⟩
instance : NatPow ℚ := ⟨Rat.pow⟩

instance : LE ℚ := ⟨fun a b => a.num * b.den ≤ b.num * a.den⟩
instance : LT ℚ := ⟨fun a b => a.num * b.den < b.num * a.den⟩

instance (a b : ℚ) : Decidable (a ≤ b) := inferInstanceAs (Decidable (a.num * b.den ≤ b.num * a.den))
instance (a b : ℚ) : Decidable (a < b) := inferInstanceAs (Decidable (a.num * b.den < b.num * a.den))

instance : Max ℚ := ⟨fun a b => if a ≤ b then b else a⟩
instance : Min ℚ := ⟨fun a b => if a ≤ b then a else b⟩

def floor (a : ℚ) : ℤ := a.num / a.den
def ceil (a : ℚ) : ℤ := -(-a).floor

theorem le_iff (a b : ℚ) : a ≤ b ↔ a.num * b.den ≤ b.num * a.den := .rfl
theorem lt_iff (a b : ℚ) : a < b ↔ a.num * b.den < b.num * a.den := .rfl

@[ext] theorem ext : {p q : ℚ} → p.num = q.num → p.den = q.den → p = q
  | ⟨_, _, _, _⟩, ⟨_, _, _, _⟩, rfl, rfl => rfl

@[simp] theorem num_natCast (n : ℕ) : (n : ℚ).num = n := rfl
@[simp] theorem den_natCast (n : ℕ) : (n : ℚ).den = 1 := rfl
@[simp] theorem num_intCast (a : ℤ) : (a : ℚ).num = a := rfl
@[simp] theorem den_intCast (a : ℤ) : (a : ℚ).den = 1 := rfl
theorem intCast_inj {a b : ℤ} : (a : ℚ) = b ↔ a = b := ⟨congrArg Rat.num, fun h => h ▸ rfl⟩
theorem natCast_inj {a b : ℕ} : (a : ℚ) = b ↔ a = b :=
  ⟨fun h => Int.ofNat_inj.1 (congrArg Rat.num h), fun h => h ▸ rfl⟩

end Rat
