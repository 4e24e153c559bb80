import Compat.Rat

/-!
# Integers modulo `n`

As in Mathlib `ZMod 0` is `ℤ`, and `ZMod (n + 1)` has the elements of `Fin (n + 1)`; the inverse comes from
Bézout's coefficients, and is the inverse modulo `n` where there is one.
-/

namespace Nat

/-- The steps of the extended Euclidean algorithm: `r = s * x + t * y`, until the remainder is zero. -/
private def xgcdFuel : (fuel r : ℕ) → (s t : ℤ) → (r' : ℕ) → (s' t' : ℤ) → ℤ × ℤ
  | 0, _, _, _, _, s', t' => (s', t')
  | fuel + 1, r, s, t, r', s', t' =>
    if r = 0 then (s', t')
    else let q := r' / r; xgcdFuel fuel (r' % r) (s' - q * s) (t' - q * t) r s t

/-- Bézout's coefficients: `gcd x y = x * gcdA x y + y * gcdB x y`. -/
def xgcd (x y : ℕ) : ℤ × ℤ := xgcdFuel (x + 1) x 1 0 y 0 1
def gcdA (x y : ℕ) : ℤ := (xgcd x y).1
def gcdB (x y : ℕ) : ℤ := (xgcd x y).2

private theorem xgcdFuel_spec (x y : ℕ) : ∀ (fuel r : ℕ) (s t : ℤ) (r' : ℕ) (s' t' : ℤ), r < fuel →
    (r : ℤ) = x * s + y * t → (r' : ℤ) = x * s' + y * t' →
    (gcd r r' : ℤ) = x * (xgcdFuel fuel r s t r' s' t').1 + y * (xgcdFuel fuel r s t r' s' t').2
  | fuel + 1, r, s, t, r', s', t', h, e, e' => by
    unfold xgcdFuel
    by_cases hr : r = 0
    · subst hr
      simpa using e'
    · have hlt := Nat.mod_lt r' (Nat.pos_of_ne_zero hr)
      rw [if_neg hr, gcd_rec]
      refine xgcdFuel_spec x y fuel (r' % r) _ _ r s t (by omega) ?_ e
      have hm : ((r' % r : ℕ) : ℤ) = r' - (r' / r : ℕ) * r := by
        have := Nat.mod_add_div r' r
        have hc := congrArg (Nat.cast : ℕ → ℤ) this
        rw [Int.natCast_add, Int.natCast_mul, Int.mul_comm] at hc
        omega
      rw [hm, e', e, Int.mul_add, Int.mul_sub, Int.mul_sub, Int.mul_left_comm,
        Int.mul_left_comm (_ : ℕ) (y : ℤ)]
      omega

theorem gcd_eq_gcd_ab (x y : ℕ) : (gcd x y : ℤ) = x * gcdA x y + y * gcdB x y :=
  xgcdFuel_spec x y (x + 1) x 1 0 y 0 1 (Nat.lt_succ_self x) (by simp) (by simp)

end Nat

def ZMod : ℕ → Type
  | 0 => ℤ
  | n + 1 => Fin (n + 1)

namespace ZMod
variable {n : ℕ}

/-- The class of an integer. -/
protected def ofInt : (n : ℕ) → ℤ → ZMod n
  | 0, a => a
  | n + 1, a => ⟨(a % (n + 1 : ℕ)).toNat, by
      have h := Int.emod_lt_of_pos a (b := (n + 1 : ℕ)) (by omega)
      have h' := Int.emod_nonneg a (b := (n + 1 : ℕ)) (by omega)
      omega⟩

/-- The least natural number in a class; the absolute value for `n = 0`. -/
def val : {n : ℕ} → ZMod n → ℕ
  | 0, a => Int.natAbs a
  | _ + 1, a => Fin.val a

/-- An integer in a class, the least natural one but for `n = 0`. -/
private def toInt : {n : ℕ} → ZMod n → ℤ
  | 0, a => a
  | _ + 1, a => Fin.val a

private theorem fin_ext {n : ℕ} : {a b : Fin n} → a.val = b.val → a = b
  | ⟨_, _⟩, ⟨_, _⟩, rfl => rfl

instance decidableEq : (n : ℕ) → DecidableEq (ZMod n)
  | 0 => inferInstanceAs (DecidableEq ℤ)
  | n + 1 => fun (a b : Fin (n + 1)) => decidable_of_iff (a.val = b.val) ⟨fin_ext, congrArg Fin.val⟩

protected def inv : (n : ℕ) → ZMod n → ZMod n
  | 0, a => Int.sign a
  | n + 1, a => ZMod.ofInt (n + 1) (Nat.gcdA (val a) (n + 1))

instance : IntCast (ZMod n) := ⟨ZMod.ofInt n⟩
instance : NatCast (ZMod n) := ⟨fun a => ZMod.ofInt n a⟩
instance {a : ℕ} : OfNat (ZMod n) a := ⟨a⟩
instance : Add (ZMod n) := ⟨fun a b => ZMod.ofInt n (a.toInt + b.toInt)⟩
instance : Mul (ZMod n) := ⟨fun a b => ZMod.ofInt n (a.toInt * b.toInt)⟩
instance : Neg (ZMod n) := ⟨fun a => ZMod.ofInt n (-a.toInt)⟩
instance : Sub (ZMod n) := ⟨fun a b => ZMod.ofInt n (a.toInt - b.toInt)⟩
instance : NatPow (ZMod n) := ⟨fun a k => ZMod.ofInt n (a.toInt ^ k)⟩
instance : Inv (ZMod n) := ⟨ZMod.inv n⟩

private theorem ofInt_eq_iff : ∀ {n : ℕ} {a b : ℤ}, ZMod.ofInt n a = ZMod.ofInt n b ↔ a % n = b % n
  | 0, a, b => by simp [ZMod.ofInt]; rfl
  | n + 1, a, b => by
    have ha := Int.emod_nonneg a (b := (n + 1 : ℕ)) (by omega)
    have hb := Int.emod_nonneg b (b := (n + 1 : ℕ)) (by omega)
    refine ⟨fun h => ?_, fun h => fin_ext (congrArg Int.toNat h)⟩
    have h := congrArg Fin.val h
    change (a % _).toNat = (b % _).toNat at h
    omega

theorem intCast_eq_intCast_iff (a b : ℤ) (c : ℕ) : (a : ZMod c) = (b : ZMod c) ↔ a ≡ b [ZMOD c] :=
  ofInt_eq_iff

theorem natCast_eq_natCast_iff (a b c : ℕ) : (a : ZMod c) = (b : ZMod c) ↔ a ≡ b [MOD c] := by
  refine (ofInt_eq_iff (a := a) (b := b)).trans ?_
  rw [Nat.ModEq]
  omega

end ZMod
