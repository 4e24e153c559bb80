import Naturals.Sums

/-!
# Divisibility

Divisors, division with remainder and its uniqueness, and a first word on primes.
-/

namespace Naturals

/-- `b` is a multiple of `a`. -/
def Divides (a b : Nat) : Prop := ∃ k, b = a * k

/-! ## The order of divisibility -/

theorem Divides.refl (a : Nat) : Divides a a :=
  ⟨1, (Nat.mul_one a).symm⟩

theorem one_divides (a : Nat) : Divides 1 a := by
  exists a
  rw [Nat.one_mul]

theorem divides_zero (a : Nat) : Divides a 0 :=
  ⟨0, rfl⟩

theorem zero_divides_iff {a : Nat} : Divides 0 a ↔ a = 0 := by
  constructor
  · intro ⟨k, hk⟩
    rw [hk, Nat.zero_mul]
  · intro h
    rw [h]
    exact divides_zero 0

theorem Divides.trans {a b c : Nat} (hab : Divides a b) (hbc : Divides b c) : Divides a c := by
  obtain ⟨j, hj⟩ := hab
  obtain ⟨k, hk⟩ := hbc
  exists j * k
  rw [hk, hj, Nat.mul_assoc]

instance : Trans Divides Divides Divides where
  trans := Divides.trans

theorem Divides.le {a b : Nat} (h : Divides a b) (hb : b ≠ 0) : a ≤ b := by
  obtain ⟨k, hk⟩ := h
  cases k with
  | zero => exact absurd hk hb
  | succ k =>
    rw [hk]
    exact Nat.le_add_left _ _

theorem Divides.antisymm {a b : Nat} (hab : Divides a b) (hba : Divides b a) : a = b := by
  cases b with
  | zero => exact zero_divides_iff.mp hba
  | succ b =>
    cases a with
    | zero => exact (zero_divides_iff.mp hab).symm
    | succ a =>
      apply Nat.le_antisymm
      · exact hab.le (Nat.succ_ne_zero b)
      · exact hba.le (Nat.succ_ne_zero a)

theorem divides_one_iff {a : Nat} : Divides a 1 ↔ a = 1 := by
  constructor
  · intro h
    exact h.antisymm (one_divides a)
  · intro h
    rw [h]
    exact Divides.refl 1

/-! ## Sums and products -/

theorem Divides.mul_right {a b : Nat} (h : Divides a b) (c : Nat) : Divides a (b * c) := by
  apply h.trans
  exact ⟨c, rfl⟩

theorem Divides.mul_left {a b : Nat} (h : Divides a b) (c : Nat) : Divides a (c * b) := by
  rw [Nat.mul_comm]
  exact h.mul_right c

theorem Divides.add {a b c : Nat} (hb : Divides a b) (hc : Divides a c) : Divides a (b + c) := by
  obtain ⟨j, hj⟩ := hb
  obtain ⟨k, hk⟩ := hc
  exists j + k
  rw [hj, hk, Nat.mul_add]

theorem Divides.mul_both {a b c d : Nat} (hab : Divides a b) (hcd : Divides c d) : Divides (a * c) (b * d) := by
  obtain ⟨j, hj⟩ := hab
  obtain ⟨k, hk⟩ := hcd
  refine ⟨j * k, ?_⟩
  rw [hj, hk, mul_exchange]

theorem Divides.of_mul_left {a b c : Nat} (h : Divides (a * b) c) : Divides a c :=
  Divides.trans ⟨b, rfl⟩ h

theorem divides_double_mul (a b : Nat) : Divides a (double (b * a)) :=
  calc
    Divides a (b * a) := (Divides.refl a).mul_left b
    Divides _ (b * a + b * a) := (Divides.refl _).add (Divides.refl _)

/-- What divides a sum and one of its terms divides the other. -/
theorem Divides.of_add {a b c : Nat} (hbc : Divides a (b + c)) (hb : Divides a b) : Divides a c := by
  obtain ⟨j, hj⟩ := hb
  obtain ⟨k, hk⟩ := hbc
  cases Nat.le_total j k with
  | inl h =>
    obtain ⟨i, hi⟩ := Nat.le.dest h
    have hbi : b + c = b + a * i := by
      rw [hk, ← hi, Nat.mul_add, hj]
    exact ⟨i, Nat.add_left_cancel hbi⟩
  | inr h =>
    obtain ⟨i, hi⟩ := Nat.le.dest h
    rw [hj, ← hi, Nat.mul_add, Nat.add_assoc] at hk
    have hz : a * i + c = 0 := eq_zero_of_add_eq_self hk
    rw [(eq_zero_of_add_eq_zero hz).right]
    exact divides_zero a

theorem divides_sum {a : Nat} {f : Nat → Nat} (h : ∀ i, Divides a (f i)) (n : Nat) : Divides a (sum f n) := by
  induction n with
  | zero => exact divides_zero a
  | succ n ih => exact ih.add (h n)

theorem Divides.power {a b : Nat} (h : Divides a b) (n : Nat) : Divides (power a n) (power b n) := by
  obtain ⟨k, hk⟩ := h
  exists Naturals.power k n
  rw [hk, mul_power]

theorem divides_factorial {k n : Nat} (h : k ≤ n) : Divides (k + 1) (factorial (n + 1)) := by
  induction h with
  | refl => exact ⟨factorial k, rfl⟩
  | step _ ih => exact ih.mul_left _

theorem two_divides_iff_even {n : Nat} : Divides 2 n ↔ Even n := by
  constructor
  · intro ⟨k, hk⟩
    rw [hk, ← double_eq_two_mul]
    exact even_double k
  · intro h
    obtain ⟨k, hk⟩ := even_iff_exists_double.mp h
    exists k
    rw [hk, double_eq_two_mul]

/-! ## Division with remainder -/

theorem exists_quotient_remainder (a b : Nat) (hb : 0 < b) : ∃ q r, a = b * q + r ∧ r < b := by
  induction a with
  | zero => exact ⟨0, 0, rfl, hb⟩
  | succ a ih =>
    obtain ⟨q, r, ha, hr⟩ := ih
    cases Nat.lt_or_ge (r + 1) b with
    | inl h =>
      refine ⟨q, r + 1, ?_, h⟩
      rw [ha]
      rfl
    | inr h =>
      refine ⟨q + 1, 0, ?_, hb⟩
      have hrb : r + 1 = b := Nat.le_antisymm hr h
      rw [mul_next, ha, Nat.add_assoc, hrb]
      rfl

theorem quotient_le_of_le {b q r q' r' : Nat} (h : b * q + r = b * q' + r') (hr' : r' < b) : q ≤ q' := by
  rw [← not_lt_iff_le]
  intro hq
  obtain ⟨k, hk⟩ := Nat.le.dest hq
  have hk' : q = q' + (k + 1) := by
    rw [← hk]
    exact next_add q' k
  rw [hk', Nat.mul_add, Nat.add_assoc] at h
  have hr : b * (k + 1) + r = r' := Nat.add_left_cancel h
  have hle : b ≤ r' := by
    rw [← hr]
    apply Nat.le_trans _ (Nat.le_add_right _ _)
    exact Nat.le_add_left b (b * k)
  exact Nat.lt_irrefl b (Nat.lt_of_le_of_lt hle hr')

theorem quotient_remainder_unique {b q r q' r' : Nat} (h : b * q + r = b * q' + r') (hr : r < b) (hr' : r' < b) :
    q = q' ∧ r = r' := by
  have hq : q = q' := by
    apply Nat.le_antisymm
    · exact quotient_le_of_le h hr'
    · exact quotient_le_of_le h.symm hr
  subst hq
  constructor
  · rfl
  · exact Nat.add_left_cancel h

/-! ## Primes -/

/-- More than one, and divided by one and itself only. -/
def Prime (p : Nat) : Prop := 1 < p ∧ ∀ d, Divides d p → d = 1 ∨ d = p

theorem Prime.ne_one {p : Nat} (hp : Prime p) : p ≠ 1 := by
  intro h
  have hlt : 1 < p := hp.left
  rw [h] at hlt
  exact Nat.lt_irrefl 1 hlt

theorem prime_two : Prime 2 := by
  constructor
  · exact Nat.le_refl 2
  · intro d hd
    have hle : d ≤ 2 := hd.le (Nat.succ_ne_zero 1)
    rcases le_next_iff.mp hle with hle | heq
    · rcases le_next_iff.mp hle with hle | heq
      · rw [le_zero_iff.mp hle, zero_divides_iff] at hd
        exact absurd hd (Nat.succ_ne_zero 1)
      · exact Or.inl heq
    · exact Or.inr heq

/-- One prime divides another only where they are the same. -/
theorem Prime.eq_of_divides {p q : Nat} (hp : Prime p) (hq : Prime q) (h : Divides p q) : p = q := by
  cases hq.right p h with
  | inl h1 => exact absurd h1 hp.ne_one
  | inr hpq => exact hpq

theorem exists_prime_divisor {n : Nat} (hn : 1 < n) : ∃ p, Prime p ∧ Divides p n := by
  have h : ∃ d, 1 < d ∧ Divides d n := ⟨n, hn, Divides.refl n⟩
  obtain ⟨p, ⟨hp, hpn⟩, hleast⟩ := exists_least h
  refine ⟨p, ⟨hp, ?_⟩, hpn⟩
  intro d hd
  rcases lt_trichotomy d 1 with hlt | heq | hgt
  · have hd0 : d = 0 := le_zero_iff.mp (lt_next_iff_le.mp hlt)
    rw [hd0] at hd
    right
    rw [hd0, zero_divides_iff.mp hd]
  · exact Or.inl heq
  · right
    apply Nat.le_antisymm
    · apply hd.le
      rw [← pos_iff_ne_zero]
      exact Nat.lt_of_le_of_lt (Nat.zero_le 1) hp
    · exact hleast d ⟨hgt, hd.trans hpn⟩

end Naturals
