prelude
import Init.Grind.Linear.Cooper

/-!
# Natural numbers as integers, for the linear solver of `grind`
-/

namespace Nat.ToInt
variable {a b : Nat} {a' b' : Int}

theorem toNat_nonneg (x : Nat) : (-1 : Int) * NatCast.natCast x ≤ 0 := by
  change (-1 : Int) * (x : Int) ≤ 0
  omega
theorem ofNat_toNat (a : Int) : (NatCast.natCast a.toNat : Int) = if a ≤ 0 then 0 else a := by
  change (a.toNat : Int) = _
  split <;> omega
theorem natCast_ofNat (n : Nat) : (NatCast.natCast (OfNat.ofNat n : Nat) : Int) = OfNat.ofNat n := rfl

theorem of_eq (ha : NatCast.natCast a = a') (hb : NatCast.natCast b = b') (h : a = b) : a' = b' := by
  rw [← ha, ← hb, h]
theorem of_diseq (ha : NatCast.natCast a = a') (hb : NatCast.natCast b = b') (h : a ≠ b) : a' ≠ b' := by
  rw [← ha, ← hb]
  exact fun h' => h (Int.ofNat.inj h')
theorem of_le (ha : NatCast.natCast a = a') (hb : NatCast.natCast b = b') (h : a ≤ b) : a' ≤ b' := by
  rw [← ha, ← hb]
  exact Int.ofNat_le.2 h
theorem of_not_le (ha : NatCast.natCast a = a') (hb : NatCast.natCast b = b') (h : ¬a ≤ b) : b' + 1 ≤ a' := by
  rw [← ha, ← hb]
  exact Int.ofNat_le.2 (Nat.lt_of_not_le h)
theorem of_dvd (d a : Nat) (d' a' : Int) (hd : NatCast.natCast d = d') (ha : NatCast.natCast a = a') (h : d ∣ a) :
    d' ∣ a' := by
  rw [← hd, ← ha]
  exact Int.ofNat_dvd.2 h

theorem add_congr (ha : NatCast.natCast a = a') (hb : NatCast.natCast b = b') : NatCast.natCast (a + b) = a' + b' := by
  rw [← ha, ← hb]
  rfl
theorem mul_congr (ha : NatCast.natCast a = a') (hb : NatCast.natCast b = b') : NatCast.natCast (a * b) = a' * b' := by
  rw [← ha, ← hb]
  rfl
theorem div_congr (ha : NatCast.natCast a = a') (hb : NatCast.natCast b = b') : NatCast.natCast (a / b) = a' / b' := by
  rw [← ha, ← hb]
  rfl
theorem mod_congr (ha : NatCast.natCast a = a') (hb : NatCast.natCast b = b') : NatCast.natCast (a % b) = a' % b' := by
  rw [← ha, ← hb]
  rfl
theorem pow_congr {a : Nat} (k : Nat) (a' : Int) (ha : NatCast.natCast a = a') : NatCast.natCast (a ^ k) = a' ^ k := by
  rw [← ha]
  rfl

theorem le_eq (ha : NatCast.natCast a = a') (hb : NatCast.natCast b = b') : (a ≤ b) = (a' ≤ b') := by
  rw [← ha, ← hb]
  exact propext Int.ofNat_le.symm
theorem lt_eq (ha : NatCast.natCast a = a') (hb : NatCast.natCast b = b') : (a < b) = (a' < b') := by
  rw [← ha, ← hb]
  exact propext Int.ofNat_lt.symm

end Nat.ToInt

namespace Int.Nonneg

theorem num (a : Int) (h : Int.Internal.Linear.leb 0 a = true) : a ≥ 0 := Int.Internal.Linear.le_of_leb h
theorem add (a b : Int) (ha : a ≥ 0) (hb : b ≥ 0) : a + b ≥ 0 := Int.add_nonneg ha hb
theorem mul (a b : Int) (ha : a ≥ 0) (hb : b ≥ 0) : a * b ≥ 0 := Int.mul_nonneg ha hb
theorem div (a b : Int) (ha : a ≥ 0) (hb : b ≥ 0) : a / b ≥ 0 := Int.ediv_nonneg ha hb
theorem mod (a b : Int) (ha : a ≥ 0) : a % b ≥ 0 := by
  by_cases hb : b = 0
  · rwa [hb, Int.emod_zero]
  · exact Int.emod_nonneg a hb
theorem pow (a : Int) (k : Nat) (ha : a ≥ 0) : a ^ k ≥ 0 := Int.pow_nonneg ha
theorem natCast (a : Nat) : (NatCast.natCast a : Int) ≥ 0 := Int.ofNat_zero_le a
theorem toPoly (e : Int) (he : e ≥ 0) : -1 * e ≤ 0 := by omega

end Int.Nonneg
