import Naturals.Order

/-!
# Parity

Even numbers as an inductive predicate, odd numbers by a witness, and a decision procedure that is proved right. Then
halves, which bring doubling back.
-/

namespace Naturals

/-- Zero is even, and so is everything two above an even number. -/
inductive Even : Nat → Prop where
  | zero : Even 0
  | next_next {n : Nat} : Even n → Even (n + 2)

/-- One more than twice something. -/
def Odd (n : Nat) : Prop := ∃ k, n = double k + 1

/-! ## Even and odd -/

theorem even_two : Even 2 :=
  .next_next .zero

theorem not_even_one : ¬Even 1 := by
  intro h
  cases h

theorem even_double (n : Nat) : Even (double n) := by
  induction n with
  | zero => exact Even.zero
  | succ n ih =>
    rw [double_next]
    exact Even.next_next ih

theorem even_iff_exists_double {n : Nat} : Even n ↔ ∃ k, n = double k := by
  constructor
  · intro h
    induction h with
    | zero => exact ⟨0, rfl⟩
    | next_next _ ih =>
      obtain ⟨k, hk⟩ := ih
      refine ⟨k + 1, ?_⟩
      rw [double_next, hk]
  · intro ⟨k, hk⟩
    rw [hk]
    exact even_double k

theorem Even.of_next_next {n : Nat} (h : Even (n + 2)) : Even n := by
  cases h with
  | next_next h => exact h

theorem even_next_next_iff {n : Nat} : Even (n + 2) ↔ Even n :=
  ⟨Even.of_next_next, Even.next_next⟩

theorem odd_one : Odd 1 :=
  ⟨0, rfl⟩

theorem Even.odd_next {n : Nat} (h : Even n) : Odd (n + 1) := by
  obtain ⟨k, hk⟩ := even_iff_exists_double.mp h
  exact ⟨k, by rw [hk]⟩

theorem Odd.even_next {n : Nat} (h : Odd n) : Even (n + 1) := by
  obtain ⟨k, hk⟩ := h
  rw [hk, ← double_next]
  exact even_double (k + 1)

theorem even_or_odd (n : Nat) : Even n ∨ Odd n := by
  induction n with
  | zero => exact Or.inl Even.zero
  | succ n ih =>
    cases ih with
    | inl h => exact Or.inr h.odd_next
    | inr h => exact Or.inl h.even_next

theorem not_even_and_odd {n : Nat} (he : Even n) (ho : Odd n) : False := by
  obtain ⟨j, hj⟩ := even_iff_exists_double.mp he
  obtain ⟨k, hk⟩ := ho
  apply double_ne_double_next j k
  rw [← hj, ← hk]

theorem odd_iff_not_even {n : Nat} : Odd n ↔ ¬Even n := by
  constructor
  · intro ho he
    exact not_even_and_odd he ho
  · intro hne
    cases even_or_odd n with
    | inl he => exact absurd he hne
    | inr ho => exact ho

/-! ## Sums and products -/

theorem Even.add {a b : Nat} (ha : Even a) (hb : Even b) : Even (a + b) := by
  induction hb with
  | zero => exact ha
  | next_next _ ih => exact Even.next_next ih

theorem Even.add_odd {a b : Nat} (ha : Even a) (hb : Odd b) : Odd (a + b) := by
  obtain ⟨j, hj⟩ := even_iff_exists_double.mp ha
  obtain ⟨k, hk⟩ := hb
  refine ⟨j + k, ?_⟩
  rw [hj, hk, double_add]
  rfl

theorem Odd.add {a b : Nat} (ha : Odd a) (hb : Odd b) : Even (a + b) := by
  obtain ⟨k, hk⟩ := hb
  have ha' : Even (a + 1) := ha.even_next
  have h : Even (a + 1 + double k) := ha'.add (even_double k)
  rw [next_add] at h
  rw [hk]
  exact h

theorem Even.of_add {a b : Nat} (hab : Even (a + b)) (hb : Even b) : Even a := by
  induction hb with
  | zero => exact hab
  | next_next _ ih =>
    apply ih
    exact hab.of_next_next

theorem Even.mul_left {b : Nat} (hb : Even b) (a : Nat) : Even (a * b) := by
  obtain ⟨k, hk⟩ := even_iff_exists_double.mp hb
  rw [hk, mul_double]
  exact even_double (a * k)

theorem Even.mul_right {a : Nat} (ha : Even a) (b : Nat) : Even (a * b) := by
  rw [Nat.mul_comm]
  exact ha.mul_left b

theorem Odd.mul {a b : Nat} (ha : Odd a) (hb : Odd b) : Odd (a * b) := by
  obtain ⟨k, hk⟩ := hb
  rw [hk, mul_next]
  apply Even.add_odd
  · apply Even.mul_left
    exact even_double k
  · exact ha

theorem even_mul_iff {a b : Nat} : Even (a * b) ↔ Even a ∨ Even b := by
  constructor
  · intro h
    cases even_or_odd a with
    | inl ha => exact Or.inl ha
    | inr ha =>
      cases even_or_odd b with
      | inl hb => exact Or.inr hb
      | inr hb => exact absurd (ha.mul hb) (fun ho => not_even_and_odd h ho)
  · intro h
    cases h with
    | inl ha => exact ha.mul_right b
    | inr hb => exact hb.mul_left a

theorem even_square_iff {n : Nat} : Even (square n) ↔ Even n := by
  constructor
  · intro h
    cases even_mul_iff.mp h <;> assumption
  · intro h
    exact h.mul_left n

theorem even_mul_next (n : Nat) : Even (n * (n + 1)) := by
  rw [even_mul_iff]
  cases even_or_odd n with
  | inl h => exact Or.inl h
  | inr h => exact Or.inr h.even_next

/-! ## Deciding -/

/-- Whether `n` is even, by counting down. -/
def isEven : Nat → Bool
  | 0 => true
  | n + 1 => Bool.not (isEven n)

theorem isEven_next_next (n : Nat) : isEven (n + 2) = isEven n := by
  show Bool.not (Bool.not (isEven n)) = isEven n
  cases isEven n <;> rfl

theorem isEven_of_even {n : Nat} (h : Even n) : isEven n = true := by
  induction h with
  | zero => rfl
  | next_next _ ih => rw [isEven_next_next, ih]

theorem isEven_of_odd {n : Nat} (h : Odd n) : isEven n = false := by
  obtain ⟨k, hk⟩ := h
  rw [hk]
  show Bool.not (isEven (double k)) = false
  rw [isEven_of_even (even_double k)]
  rfl

theorem isEven_iff {n : Nat} : isEven n = true ↔ Even n := by
  constructor
  · intro h
    cases even_or_odd n with
    | inl he => exact he
    | inr ho =>
      rw [isEven_of_odd ho] at h
      exact Bool.noConfusion h
  · exact isEven_of_even

instance decidableEven (n : Nat) : Decidable (Even n) :=
  if h : isEven n = true then
    .isTrue (isEven_iff.mp h)
  else
    .isFalse fun he => h (isEven_iff.mpr he)

example : Even 10 := by
  decide

/-! ## Halves -/

/-- Half of `n`, rounded down. -/
def half : Nat → Nat
  | 0 => 0
  | 1 => 0
  | n + 2 => half n + 1

theorem half_double (n : Nat) : half (double n) = n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [double_next]
    show half (double n) + 1 = n + 1
    rw [ih]

theorem half_double_next (n : Nat) : half (double n + 1) = n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [double_next]
    show half (double n + 1) + 1 = n + 1
    rw [ih]

theorem Even.double_half {n : Nat} (h : Even n) : double (half n) = n := by
  obtain ⟨k, hk⟩ := even_iff_exists_double.mp h
  rw [hk, half_double]

theorem half_le (n : Nat) : half n ≤ n := by
  cases even_or_odd n with
  | inl h =>
    obtain ⟨k, hk⟩ := even_iff_exists_double.mp h
    rw [hk, half_double]
    exact Nat.le_add_right k k
  | inr h =>
    obtain ⟨k, hk⟩ := h
    rw [hk, half_double_next]
    apply Nat.le_trans (Nat.le_add_right k k)
    exact Nat.le_succ (double k)

end Naturals
