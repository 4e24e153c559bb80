import Compat.Notation

/-!
# Commutative monoids and rings, parity, absolute value

A small part of Mathlib's hierarchy: what sums and products over finite sets ask for. The names of the laws
are Mathlib's; classes between these four are left out.
-/

universe u

class AddCommMonoid (M : Type u) extends Add M, Zero M where
  protected add_assoc : ∀ a b c : M, a + b + c = a + (b + c)
  protected add_comm : ∀ a b : M, a + b = b + a
  protected zero_add : ∀ a : M, 0 + a = a

class CommMonoid (M : Type u) extends Mul M, One M where
  protected mul_assoc : ∀ a b c : M, a * b * c = a * (b * c)
  protected mul_comm : ∀ a b : M, a * b = b * a
  protected one_mul : ∀ a : M, 1 * a = a

class CommSemiring (R : Type u) extends AddCommMonoid R, CommMonoid R where
  protected mul_add : ∀ a b c : R, a * (b + c) = a * b + a * c
  protected mul_zero : ∀ a : R, a * 0 = 0

class CommRing (R : Type u) extends CommSemiring R, Neg R, Sub R where
  protected neg_add_cancel : ∀ a : R, -a + a = 0
  protected sub_eq_add_neg : ∀ a b : R, a - b = a + -b

instance : CommSemiring ℕ where
  zero := 0
  one := 1
  add_assoc := Nat.add_assoc
  add_comm := Nat.add_comm
  zero_add := Nat.zero_add
  mul_assoc := Nat.mul_assoc
  mul_comm := Nat.mul_comm
  one_mul := Nat.one_mul
  mul_add := Nat.mul_add
  mul_zero := Nat.mul_zero

instance : CommRing ℤ where
  zero := 0
  one := 1
  add_assoc := Int.add_assoc
  add_comm := Int.add_comm
  zero_add := Int.zero_add
  mul_assoc := Int.mul_assoc
  mul_comm := Int.mul_comm
  one_mul := Int.one_mul
  mul_add := Int.mul_add
  mul_zero := Int.mul_zero
  neg_add_cancel := Int.add_left_neg
  sub_eq_add_neg _ _ := Int.sub_eq_add_neg

/-! ## Laws -/

section AddCommMonoid
variable {M : Type u} [AddCommMonoid M]

theorem add_assoc (a b c : M) : a + b + c = a + (b + c) := AddCommMonoid.add_assoc a b c
theorem add_comm (a b : M) : a + b = b + a := AddCommMonoid.add_comm a b
@[simp] theorem zero_add (a : M) : 0 + a = a := AddCommMonoid.zero_add a
@[simp] theorem add_zero (a : M) : a + 0 = a := by rw [add_comm, zero_add]
theorem add_left_comm (a b c : M) : a + (b + c) = b + (a + c) := by rw [← add_assoc, add_comm a, add_assoc]
theorem add_add_add_comm (a b c d : M) : a + b + (c + d) = a + c + (b + d) := by
  rw [add_assoc, add_left_comm b, ← add_assoc]

end AddCommMonoid

section CommMonoid
variable {M : Type u} [CommMonoid M]

theorem mul_assoc (a b c : M) : a * b * c = a * (b * c) := CommMonoid.mul_assoc a b c
theorem mul_comm (a b : M) : a * b = b * a := CommMonoid.mul_comm a b
@[simp] theorem one_mul (a : M) : 1 * a = a := CommMonoid.one_mul a
@[simp] theorem mul_one (a : M) : a * 1 = a := by rw [mul_comm, one_mul]
theorem mul_left_comm (a b c : M) : a * (b * c) = b * (a * c) := by rw [← mul_assoc, mul_comm a, mul_assoc]
theorem mul_mul_mul_comm (a b c d : M) : a * b * (c * d) = a * c * (b * d) := by
  rw [mul_assoc, mul_left_comm b, ← mul_assoc]

end CommMonoid

section CommSemiring
variable {R : Type u} [CommSemiring R]

theorem mul_add (a b c : R) : a * (b + c) = a * b + a * c := CommSemiring.mul_add a b c
theorem add_mul (a b c : R) : (a + b) * c = a * c + b * c := by rw [mul_comm, mul_add, mul_comm c, mul_comm c]
@[simp] theorem mul_zero (a : R) : a * 0 = 0 := CommSemiring.mul_zero a
@[simp] theorem zero_mul (a : R) : 0 * a = 0 := by rw [mul_comm, mul_zero]

end CommSemiring

section CommRing
variable {R : Type u} [CommRing R]

theorem neg_add_cancel (a : R) : -a + a = 0 := CommRing.neg_add_cancel a
theorem add_neg_cancel (a : R) : a + -a = 0 := by rw [add_comm, neg_add_cancel]
theorem sub_eq_add_neg (a b : R) : a - b = a + -b := CommRing.sub_eq_add_neg a b
theorem sub_self (a : R) : a - a = 0 := by rw [sub_eq_add_neg, add_neg_cancel]

end CommRing

/-! ## Parity -/

section Parity
variable {α : Type u} [Add α]

def Even (a : α) : Prop := ∃ r, a = r + r

def Odd [Mul α] [OfNat α 1] [OfNat α 2] (a : α) : Prop := ∃ m, a = 2 * m + 1

end Parity

namespace Nat

theorem even_iff {n : ℕ} : Even n ↔ n % 2 = 0 := ⟨fun ⟨r, h⟩ => by omega, fun h => ⟨n / 2, by omega⟩⟩
theorem odd_iff {n : ℕ} : Odd n ↔ n % 2 = 1 := ⟨fun ⟨r, h⟩ => by omega, fun h => ⟨n / 2, by omega⟩⟩
theorem not_even_iff {n : ℕ} : ¬Even n ↔ n % 2 = 1 := by rw [even_iff]; omega
theorem not_odd_iff {n : ℕ} : ¬Odd n ↔ n % 2 = 0 := by rw [odd_iff]; omega
theorem not_even_iff_odd {n : ℕ} : ¬Even n ↔ Odd n := by rw [not_even_iff, odd_iff]
theorem not_odd_iff_even {n : ℕ} : ¬Odd n ↔ Even n := by rw [not_odd_iff, even_iff]
theorem even_or_odd (n : ℕ) : Even n ∨ Odd n := by rw [even_iff, odd_iff]; omega
theorem even_iff_two_dvd {n : ℕ} : Even n ↔ 2 ∣ n := by rw [even_iff]; omega
theorem even_add_one {n : ℕ} : Even (n + 1) ↔ ¬Even n := by rw [even_iff, even_iff]; omega
theorem even_add {m n : ℕ} : Even (m + n) ↔ (Even m ↔ Even n) := by rw [even_iff, even_iff, even_iff]; omega

instance : DecidablePred (Even : ℕ → Prop) := fun _ => decidable_of_iff _ even_iff.symm
instance : DecidablePred (Odd : ℕ → Prop) := fun _ => decidable_of_iff _ odd_iff.symm

end Nat

namespace Int

theorem even_iff {n : ℤ} : Even n ↔ n % 2 = 0 := ⟨fun ⟨r, h⟩ => by omega, fun h => ⟨n / 2, by omega⟩⟩
theorem odd_iff {n : ℤ} : Odd n ↔ n % 2 = 1 := ⟨fun ⟨r, h⟩ => by omega, fun h => ⟨n / 2, by omega⟩⟩
theorem not_even_iff {n : ℤ} : ¬Even n ↔ n % 2 = 1 := by rw [even_iff]; omega
theorem not_odd_iff {n : ℤ} : ¬Odd n ↔ n % 2 = 0 := by rw [odd_iff]; omega
theorem not_even_iff_odd {n : ℤ} : ¬Even n ↔ Odd n := by rw [not_even_iff, odd_iff]
theorem not_odd_iff_even {n : ℤ} : ¬Odd n ↔ Even n := by rw [not_odd_iff, even_iff]
theorem even_or_odd (n : ℤ) : Even n ∨ Odd n := by rw [even_iff, odd_iff]; omega

instance : DecidablePred (Even : ℤ → Prop) := fun _ => decidable_of_iff _ even_iff.symm
instance : DecidablePred (Odd : ℤ → Prop) := fun _ => decidable_of_iff _ odd_iff.symm

end Int

/-! ## Absolute value -/

/-- Also written `|a|`. -/
def abs {α : Type u} [Max α] [Neg α] (a : α) : α := max a (-a)

macro:max atomic("|" noWs) a:term noWs "|" : term => `(abs $a)

theorem abs_of_nonneg {a : ℤ} (h : 0 ≤ a) : |a| = a := by unfold abs; omega
theorem abs_of_nonpos {a : ℤ} (h : a ≤ 0) : |a| = -a := by unfold abs; omega
theorem abs_nonneg (a : ℤ) : 0 ≤ |a| := by unfold abs; omega
@[simp] theorem abs_neg (a : ℤ) : |-a| = |a| := by unfold abs; omega
theorem abs_le {a b : ℤ} : |a| ≤ b ↔ -b ≤ a ∧ a ≤ b := by unfold abs; omega
theorem abs_lt {a b : ℤ} : |a| < b ↔ -b < a ∧ a < b := by unfold abs; omega
theorem abs_eq_zero {a : ℤ} : |a| = 0 ↔ a = 0 := by unfold abs; omega
theorem abs_sub_comm (a b : ℤ) : |a - b| = |b - a| := by unfold abs; omega
theorem Int.abs_eq_natAbs (a : ℤ) : |a| = a.natAbs := by unfold abs; omega
