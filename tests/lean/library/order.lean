/-! Orders, divisibility, algebra by type classes, comparison, binary digits. -/

open Nat
example (a b : Nat) : min a b ≤ a := Nat.min_le_left a b
example (a b : Nat) : min a b = a ∨ min a b = b := by omega
example (a b : Int) : max a b = a ∨ max a b = b := by omega
example (a b c : Nat) (h : a ≤ b) (h' : b ≤ c) : a ≤ c := Nat.le_trans h h'
example (a b : Nat) : a ≤ b ∨ b ≤ a := Nat.le_total a b
example (a b : Nat) (h : a ≤ b) (h' : b ≤ a) : a = b := Nat.le_antisymm h h'
class PartialOrder' (α : Type u) extends LE α where
  refl : ∀ a : α, a ≤ a
  trans : ∀ a b c : α, a ≤ b → b ≤ c → a ≤ c
  antisymm : ∀ a b : α, a ≤ b → b ≤ a → a = b
instance : PartialOrder' Nat where
  refl := Nat.le_refl
  trans _ _ _ := Nat.le_trans
  antisymm _ _ := Nat.le_antisymm
instance [PartialOrder' α] : Trans (α := α) (· ≤ ·) (· ≤ ·) (· ≤ ·) := ⟨PartialOrder'.trans _ _ _⟩
example [PartialOrder' α] (a b c d : α) (h1 : a ≤ b) (h2 : b ≤ c) (h3 : c ≤ d) : a ≤ d := calc
  a ≤ b := h1
  _ ≤ c := h2
  _ ≤ d := h3
class CommRing' (R : Type u) extends Add R, Mul R, Zero R, One R, Neg R where
  add_assoc : ∀ a b c : R, a + b + c = a + (b + c)
  add_comm : ∀ a b : R, a + b = b + a
  add_zero : ∀ a : R, a + 0 = a
  neg_add : ∀ a : R, -a + a = 0
  mul_assoc : ∀ a b c : R, a * b * c = a * (b * c)
  mul_comm : ∀ a b : R, a * b = b * a
  mul_one : ∀ a : R, a * 1 = a
  left_distrib : ∀ a b c : R, a * (b + c) = a * b + a * c
namespace CommRing'
variable {R : Type u} [CommRing' R]
theorem zero_add (a : R) : 0 + a = a := by rw [add_comm, add_zero]
theorem add_left_cancel {a b c : R} (h : a + b = a + c) : b = c := by
  have := congrArg (-a + ·) h
  simpa [← add_assoc, neg_add, zero_add] using this
theorem mul_zero (a : R) : a * 0 = 0 := by
  apply add_left_cancel (a := a * 0)
  rw [← left_distrib, add_zero, add_zero]
end CommRing'
instance : CommRing' Int where
  add_assoc := Int.add_assoc
  add_comm := Int.add_comm
  add_zero := Int.add_zero
  neg_add := Int.add_left_neg
  mul_assoc := Int.mul_assoc
  mul_comm := Int.mul_comm
  mul_one := Int.mul_one
  left_distrib := Int.mul_add
example : Std.Associative (α := Nat) (· + ·) := inferInstance
example : Std.Commutative (α := Int) (· * ·) := inferInstance
example (r : Nat → Nat → Prop) [DecidableRel r] (a b : Nat) : Decidable (r a b) := inferInstance
example : WellFounded (fun a b : Nat => a < b) := Nat.lt_wfRel.wf
example (a b : Nat) (h : a < b) : a ≠ b := Nat.ne_of_lt h
example (a b : Nat) (h : a ≤ b) (hne : a ≠ b) : a < b := Nat.lt_of_le_of_ne h hne
example (a b c : Nat) (h : a < b) (hc : 0 < c) : a * c < b * c := Nat.mul_lt_mul_of_pos_right h hc
example (a b c : Nat) (h : a < b) (hc : 0 < c) : a * c < b * c := (Nat.mul_lt_mul_right hc).mpr h
example (a b c d : Nat) (h : a ≤ b) (hc : c ≤ d) : a * c ≤ b * d := Nat.mul_le_mul h hc
example (a b c d : Nat) (h : a ≤ b) (hc : c ≤ d) : a + c ≤ b + d := Nat.add_le_add h hc
example (a b : Nat) (h : a ≤ b) (n : Nat) : a ^ n ≤ b ^ n := Nat.pow_le_pow_left h n
example (a m n : Nat) (h : m ≤ n) (ha : 0 < a) : a ^ m ≤ a ^ n := Nat.pow_le_pow_right ha h
example (a m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := Nat.pow_add a m n
example (a m n : Nat) : (a ^ m) ^ n = a ^ (m * n) := (Nat.pow_mul a m n).symm
example (a b n : Nat) : (a * b) ^ n = a ^ n * b ^ n := Nat.mul_pow a b n
example (a b : Nat) (h : a ∣ b) (hb : 0 < b) : a ≤ b := Nat.le_of_dvd hb h
example (a b c : Nat) (h : a ∣ b) (h' : a ∣ c) : a ∣ b + c := Nat.dvd_add h h'
example (a b c : Nat) (h : a ∣ b) (h' : a ∣ b + c) : a ∣ c := (Nat.dvd_add_right h).mp h'
example (a b : Nat) (h : a ∣ b) (h' : b ∣ a) : a = b := Nat.dvd_antisymm h h'
example (a b : Nat) : Nat.gcd a b ∣ a := Nat.gcd_dvd_left a b
example (a b k : Nat) (h : k ∣ a) (h' : k ∣ b) : k ∣ Nat.gcd a b := Nat.dvd_gcd h h'
example (a b : Nat) : Nat.gcd a b = Nat.gcd b a := Nat.gcd_comm a b
example (k m n : Nat) (h : Nat.Coprime k n) (h' : k ∣ m * n) : k ∣ m := Nat.Coprime.dvd_of_dvd_mul_right h h'
example (a b : Nat) : Nat.gcd a b * Nat.lcm a b = a * b := Nat.gcd_mul_lcm a b
example (a b c : Nat) : (a + b) % c = (a % c + b % c) % c := Nat.add_mod a b c
example (a b c : Nat) : (a * b) % c = ((a % c) * (b % c)) % c := Nat.mul_mod a b c
example (a b : Int) : a.natAbs = b.natAbs ↔ a = b ∨ a = -b := Int.natAbs_eq_natAbs_iff
example (a b : Int) (h : a ∣ b) : ∃ c, b = a * c := h
example (a b : Int) : a % b + b * (a / b) = a := Int.emod_add_mul_ediv a b
example (a b : Int) (h : b ≠ 0) : 0 ≤ a % b := Int.emod_nonneg a h
example (a b : Int) (h : 0 < b) : a % b < b := Int.emod_lt_of_pos a h
example (a b c : Int) (h : a < b) (hc : 0 < c) : a * c < b * c := Int.mul_lt_mul_of_pos_right h hc
example (a b : Int) (h : a * b = 0) : a = 0 ∨ b = 0 := Int.mul_eq_zero.mp h
example (a b c : Int) (ha : a ≠ 0) (h : a * b = a * c) : b = c := Int.eq_of_mul_eq_mul_left ha h
example (x : Nat) : x.pred ≤ x := Nat.pred_le x
example (n : Nat) : n.sub n = 0 := Nat.sub_self n
example (n k : Nat) (h : k ≤ n) : n - k + k = n := Nat.sub_add_cancel h
example : Nat.log2 1024 = 10 := by decide
example (a b : Nat) : compare a b = .lt ↔ a < b := by simp [Nat.compare_eq_lt]
example (a b : Bool) : (a == b) = true ↔ a = b := by simp
example (a b : Nat) : (a == b) = decide (a = b) := rfl
example (a b : Nat) (h : (a == b) = true) : a = b := by simpa using h
example (a b : Nat) (h : a == b) : a = b := eq_of_beq h
example [BEq α] [LawfulBEq α] (a : α) : (a == a) = true := by simp
example (x : Nat) : x &&& 1 = x % 2 := Nat.and_one_is_mod x
example : 5 &&& 3 = 1 := by decide
example : 5 ||| 3 = 7 := rfl
example : 5 ^^^ 3 = 6 := by simp
example : 1 <<< 10 = 1024 := by decide
example : 1024 >>> 3 = 128 := rfl
