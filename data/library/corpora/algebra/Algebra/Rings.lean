import Algebra.Homomorphisms

/-!
# Rings

A type class of rings with the usual signs, its elementary laws, units, idempotent and nilpotent elements, Boolean
rings, ideals, and domains.
-/

namespace Algebra

universe u v

/-- Addition, negation and multiplication with the laws that the integers have, but for the order of factors. -/
class Ring (α : Type u) extends Add α, Mul α, Neg α where
  zero : α
  one : α
  add_assoc (a b c : α) : a + b + c = a + (b + c)
  add_comm (a b : α) : a + b = b + a
  zero_add (a : α) : zero + a = a
  neg_add (a : α) : -a + a = zero
  mul_assoc (a b c : α) : a * b * c = a * (b * c)
  one_mul (a : α) : one * a = a
  mul_one (a : α) : a * one = a
  mul_add (a b c : α) : a * (b + c) = a * b + a * c
  add_mul (a b c : α) : (a + b) * c = a * c + b * c

namespace Ring

section Laws

variable {α : Type u} [Ring α]

/-! ## Addition -/

theorem add_zero (a : α) : a + zero = a := by
  rw [add_comm, zero_add]

theorem add_neg (a : α) : a + -a = zero := by
  rw [add_comm, neg_add]

theorem add_left_comm (a b c : α) : a + (b + c) = b + (a + c) := by
  rw [← add_assoc, add_comm a, add_assoc]

theorem add_exchange (a b c d : α) : a + b + (c + d) = a + c + (b + d) := by
  rw [add_assoc, add_left_comm b, ← add_assoc]

theorem add_left_cancel {a b c : α} (h : a + b = a + c) : b = c := by
  rw [← zero_add b, ← neg_add a, add_assoc, h, ← add_assoc, neg_add, zero_add]

theorem eq_neg_of_add_eq_zero {a b : α} (h : a + b = zero) : b = -a := by
  apply add_left_cancel (a := a)
  rw [h, add_neg]

theorem neg_neg (a : α) : -(-a) = a :=
  (eq_neg_of_add_eq_zero (neg_add a)).symm

theorem neg_zero : -(zero : α) = zero :=
  (eq_neg_of_add_eq_zero (zero_add zero)).symm

theorem neg_add_eq (a b : α) : -(a + b) = -a + -b := by
  symm
  apply eq_neg_of_add_eq_zero
  rw [add_exchange, add_neg, add_neg, zero_add]

theorem eq_zero_of_add_self_eq {a : α} (h : a + a = a) : a = zero := by
  apply add_left_cancel (a := a)
  rw [h, add_zero]

theorem add_neg_eq_zero_iff {a b : α} : a + -b = zero ↔ a = b := by
  constructor
  · intro h
    rw [← neg_neg b, eq_neg_of_add_eq_zero h, neg_neg]
  · intro h
    rw [h, add_neg]

/-! ## Multiplication -/

theorem mul_zero (a : α) : a * zero = zero := by
  apply eq_zero_of_add_self_eq
  rw [← mul_add, zero_add]

theorem zero_mul (a : α) : zero * a = zero := by
  apply eq_zero_of_add_self_eq
  rw [← add_mul, zero_add]

theorem neg_mul (a b : α) : -a * b = -(a * b) := by
  apply eq_neg_of_add_eq_zero
  rw [← add_mul, add_neg, zero_mul]

theorem mul_neg (a b : α) : a * -b = -(a * b) := by
  apply eq_neg_of_add_eq_zero
  rw [← mul_add, add_neg, mul_zero]

theorem neg_mul_neg (a b : α) : -a * -b = a * b := by
  rw [neg_mul, mul_neg, neg_neg]

theorem neg_one_mul (a : α) : -one * a = -a := by
  rw [neg_mul, one_mul]

theorem neg_one_mul_neg_one : -one * -one = (one : α) := by
  rw [neg_mul_neg, one_mul]

/-- A ring in which one is nothing has one element. -/
theorem eq_of_one_eq_zero (h : (one : α) = zero) (a b : α) : a = b := by
  rw [← one_mul a, ← one_mul b, h, zero_mul, zero_mul]

theorem square_add (a b : α) : (a + b) * (a + b) = a * a + a * b + (b * a + b * b) := by
  rw [add_mul, mul_add, mul_add]

theorem difference_of_squares {a b : α} (h : a * b = b * a) : (a + b) * (a + -b) = a * a + -(b * b) := by
  rw [add_mul, mul_add, mul_add, mul_neg, mul_neg, h, add_assoc, ← add_assoc (-(b * a)), neg_add, zero_add]

theorem eq_one_of_left_neutral {e : α} (h : ∀ a, e * a = a) : e = one := by
  rw [← mul_one e, h]

/-! ## Units, idempotent and nilpotent elements -/

/-- `a` has an inverse from both sides. -/
def IsUnit (a : α) : Prop := ∃ b, a * b = one ∧ b * a = one

theorem isUnit_one : IsUnit (one : α) :=
  ⟨one, one_mul one, one_mul one⟩

theorem isUnit_neg_one : IsUnit (-one : α) :=
  ⟨-one, neg_one_mul_neg_one, neg_one_mul_neg_one⟩

theorem IsUnit.mul {a b : α} (ha : IsUnit a) (hb : IsUnit b) : IsUnit (a * b) := by
  obtain ⟨c, hac, hca⟩ := ha
  obtain ⟨d, hbd, hdb⟩ := hb
  refine ⟨d * c, ?_, ?_⟩
  · rw [mul_assoc, ← mul_assoc b, hbd, one_mul, hac]
  · rw [mul_assoc, ← mul_assoc c, hca, one_mul, hdb]

theorem IsUnit.neg {a : α} (h : IsUnit a) : IsUnit (-a) := by
  rw [← neg_one_mul]
  exact isUnit_neg_one.mul h

theorem IsUnit.mul_left_cancel {a b c : α} (ha : IsUnit a) (h : a * b = a * c) : b = c := by
  obtain ⟨d, _, hda⟩ := ha
  rw [← one_mul b, ← hda, mul_assoc, h, ← mul_assoc, hda, one_mul]

theorem not_isUnit_zero (h : (one : α) ≠ zero) : ¬IsUnit (zero : α) := by
  intro ⟨b, hb, _⟩
  rw [zero_mul] at hb
  exact h hb.symm

theorem idempotent_complement {e : α} (h : e * e = e) : (one + -e) * (one + -e) = one + -e := by
  rw [mul_add, mul_one, mul_neg, add_mul, one_mul, neg_mul, h, add_neg, neg_zero, add_zero]

theorem idempotent_mul_complement {e : α} (h : e * e = e) : e * (one + -e) = zero := by
  rw [mul_add, mul_one, mul_neg, h, add_neg]

theorem eq_one_of_idempotent_unit {e : α} (h : e * e = e) (hu : IsUnit e) : e = one := by
  apply hu.mul_left_cancel
  rw [h, mul_one]

/-- One minus an element whose square vanishes can be inverted. -/
theorem isUnit_one_add_of_square_zero {a : α} (h : a * a = zero) : IsUnit (one + a) := by
  refine ⟨one + -a, ?_, ?_⟩
  · rw [add_mul, one_mul, mul_add, mul_one, mul_neg, h, neg_zero, add_zero, add_assoc, neg_add, add_zero]
  · rw [add_mul, one_mul, mul_add, mul_one, neg_mul, h, neg_zero, add_zero, add_assoc, add_neg, add_zero]

/-! ## Boolean rings -/

theorem add_self_of_boolean (h : ∀ a : α, a * a = a) (a : α) : a + a = zero := by
  apply eq_zero_of_add_self_eq
  have hs := square_add a a
  rw [h, h] at hs
  exact hs.symm

theorem neg_eq_self_of_boolean (h : ∀ a : α, a * a = a) (a : α) : -a = a :=
  (eq_neg_of_add_eq_zero (add_self_of_boolean h a)).symm

/-- Boolean rings are commutative. -/
theorem mul_comm_of_boolean (h : ∀ a : α, a * a = a) (a b : α) : a * b = b * a := by
  have hs := square_add a b
  rw [h, h, h, add_assoc, ← add_assoc (a * b)] at hs
  have hb : b = a * b + b * a + b := add_left_cancel hs
  have hz : a * b + b * a = zero := by
    rw [add_comm _ b] at hb
    apply add_left_cancel (a := b)
    rw [← hb, add_zero]
  rw [← neg_eq_self_of_boolean h (b * a)]
  apply eq_neg_of_add_eq_zero
  rw [add_comm, hz]

/-! ## Ideals -/

/-- A set that contains zero and sums, and products with everything from the left. -/
structure IsLeftIdeal (I : α → Prop) : Prop where
  zero : I zero
  add {a b : α} : I a → I b → I (a + b)
  mul (r : α) {a : α} : I a → I (r * a)

theorem IsLeftIdeal.neg {I : α → Prop} (hI : IsLeftIdeal I) {a : α} (ha : I a) : I (-a) := by
  rw [← neg_one_mul]
  exact hI.mul (-one) ha

theorem IsLeftIdeal.all_of_unit {I : α → Prop} (hI : IsLeftIdeal I) {a : α} (ha : I a) (hu : IsUnit a) (b : α) :
    I b := by
  obtain ⟨c, _, hca⟩ := hu
  have h := hI.mul b (hI.mul c ha)
  rw [hca, mul_one] at h
  exact h

theorem isLeftIdeal_multiples (a : α) : IsLeftIdeal (fun b => ∃ r, b = r * a) := by
  constructor
  · exact ⟨Ring.zero, (zero_mul a).symm⟩
  · rintro b c ⟨r, hr⟩ ⟨s, hs⟩
    exists r + s
    rw [hr, hs, add_mul]
  · rintro r b ⟨s, hs⟩
    exists r * s
    rw [hs, mul_assoc]

theorem isLeftIdeal_annihilator (a : α) : IsLeftIdeal (fun b => b * a = Ring.zero) := by
  constructor
  · exact zero_mul a
  · intro b c hb hc
    rw [add_mul, hb, hc, zero_add]
  · intro r b hb
    rw [mul_assoc, hb, mul_zero]

theorem IsLeftIdeal.sum {I J : α → Prop} (hI : IsLeftIdeal I) (hJ : IsLeftIdeal J) :
    IsLeftIdeal (fun c => ∃ a b, I a ∧ J b ∧ c = a + b) := by
  constructor
  · exact ⟨Ring.zero, Ring.zero, hI.zero, hJ.zero, (zero_add _).symm⟩
  · rintro c d ⟨a, b, ha, hb, hc⟩ ⟨a', b', ha', hb', hd⟩
    refine ⟨a + a', b + b', hI.add ha ha', hJ.add hb hb', ?_⟩
    rw [hc, hd, add_exchange]
  · rintro r c ⟨a, b, ha, hb, hc⟩
    refine ⟨r * a, r * b, hI.mul r ha, hJ.mul r hb, ?_⟩
    rw [hc, mul_add]

end Laws

/-! ## Domains -/

section Domain

variable {α : Type u} [Ring α]

/-- Without divisors of zero. -/
def IsDomain (α : Type u) [Ring α] : Prop := ∀ a b : α, a * b = zero → a = zero ∨ b = zero

theorem IsDomain.mul_left_cancel (h : IsDomain α) {a b c : α} (ha : a ≠ zero) (habc : a * b = a * c) : b = c := by
  rw [← add_neg_eq_zero_iff]
  have hz : a * (b + -c) = zero := by
    rw [mul_add, mul_neg, habc, add_neg]
  rcases h _ _ hz with h0 | h0
  · exact absurd h0 ha
  · exact h0

theorem IsDomain.eq_zero_of_square (h : IsDomain α) {a : α} (ha : a * a = zero) : a = zero := by
  cases h a a ha with
  | inl h => exact h
  | inr h => exact h

theorem IsDomain.idempotent (h : IsDomain α) {e : α} (he : e * e = e) : e = zero ∨ e = one := by
  rcases h _ _ (idempotent_mul_complement he) with h0 | h1
  · exact Or.inl h0
  · right
    exact (add_neg_eq_zero_iff.mp h1).symm

end Domain

instance ints : Ring Int where
  zero := 0
  one := 1
  add_assoc := Int.add_assoc
  add_comm := Int.add_comm
  zero_add := Int.zero_add
  neg_add := Int.add_left_neg
  mul_assoc := Int.mul_assoc
  one_mul := Int.one_mul
  mul_one := Int.mul_one
  mul_add := Int.mul_add
  add_mul := Int.add_mul

theorem isDomain_int : IsDomain Int := by
  intro a b h
  exact Int.mul_eq_zero.mp h

end Ring

end Algebra
