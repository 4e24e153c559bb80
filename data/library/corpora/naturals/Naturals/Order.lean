import Naturals.Arithmetic

/-!
# Order

Less-or-equal as the existence of a difference, strong induction and least elements, the larger of two numbers, and
sequences that grow.
-/

namespace Naturals

/-! ## Differences -/

theorem le_iff_exists_add {a b : Nat} : a ≤ b ↔ ∃ c, a + c = b := by
  constructor
  · intro h
    exact Nat.le.dest h
  · intro ⟨c, hc⟩
    rw [← hc]
    exact Nat.le_add_right a c

theorem le_of_add_le {a b c : Nat} (h : a + b ≤ c) : a ≤ c := by
  apply Nat.le_trans _ h
  exact Nat.le_add_right a b

theorem add_le_add_both {a b c d : Nat} (hab : a ≤ b) (hcd : c ≤ d) : a + c ≤ b + d := by
  obtain ⟨x, hx⟩ := Nat.le.dest hab
  obtain ⟨y, hy⟩ := Nat.le.dest hcd
  rw [← hx, ← hy, add_exchange]
  exact Nat.le_add_right _ _

theorem mul_le_mul_both {a b c d : Nat} (hab : a ≤ b) (hcd : c ≤ d) : a * c ≤ b * d := by
  obtain ⟨x, hx⟩ := Nat.le.dest hab
  obtain ⟨y, hy⟩ := Nat.le.dest hcd
  rw [← hx, ← hy, mul_foil, Nat.add_assoc]
  exact Nat.le_add_right _ _

theorem square_le_square {a b : Nat} (h : a ≤ b) : square a ≤ square b :=
  mul_le_mul_both h h

theorem le_square (n : Nat) : n ≤ square n := by
  cases n with
  | zero => exact Nat.le_refl 0
  | succ n => exact Nat.le_add_left _ _

theorem double_le_double {a b : Nat} (h : a ≤ b) : double a ≤ double b := by
  exact add_le_add_both h h

/-! ## Steps -/

theorem le_zero_iff {a : Nat} : a ≤ 0 ↔ a = 0 := by
  constructor
  · intro h
    exact Nat.le_antisymm h (Nat.zero_le a)
  · intro h
    exact Nat.le_of_eq h

theorem le_next_iff {a b : Nat} : a ≤ b + 1 ↔ a ≤ b ∨ a = b + 1 := by
  constructor
  · intro h
    cases h with
    | refl => exact Or.inr rfl
    | step h => exact Or.inl h
  · intro h
    cases h with
    | inl h => exact Nat.le_trans h (Nat.le_succ b)
    | inr h => exact Nat.le_of_eq h

theorem lt_next_iff_le {a b : Nat} : a < b + 1 ↔ a ≤ b :=
  ⟨Nat.le_of_succ_le_succ, Nat.succ_le_succ⟩

theorem pos_iff_ne_zero {n : Nat} : 0 < n ↔ n ≠ 0 := by
  cases n with
  | zero =>
    constructor
    · intro h
      exact absurd h (Nat.lt_irrefl 0)
    · intro h
      exact absurd rfl h
  | succ n =>
    constructor
    · intro _
      exact Nat.succ_ne_zero n
    · intro _
      exact Nat.succ_le_succ (Nat.zero_le n)

theorem not_lt_iff_le {a b : Nat} : ¬a < b ↔ b ≤ a := by
  constructor
  · intro h
    cases Nat.lt_or_ge a b with
    | inl hab => exact absurd hab h
    | inr hba => exact hba
  · intro hba hab
    exact Nat.lt_irrefl a (Nat.lt_of_lt_of_le hab hba)

theorem lt_trichotomy (a b : Nat) : a < b ∨ a = b ∨ b < a := by
  cases Nat.lt_or_ge a b with
  | inl h => exact Or.inl h
  | inr h =>
    right
    cases Nat.lt_or_ge b a with
    | inl h' => exact Or.inr h'
    | inr h' =>
      left
      exact Nat.le_antisymm h' h

theorem nothing_between {a b : Nat} (hab : a < b) (hba : b < a + 1) : False := by
  apply Nat.lt_irrefl a
  apply Nat.lt_of_lt_of_le hab
  exact lt_next_iff_le.mp hba

/-! ## Strong induction -/

theorem strong_induction {P : Nat → Prop} (h : ∀ n, (∀ m, m < n → P m) → P n) (n : Nat) : P n := by
  have below : ∀ k, ∀ m, m < k → P m := by
    intro k
    induction k with
    | zero =>
      intro m hm
      exact absurd hm (Nat.not_lt_zero m)
    | succ k ih =>
      intro m hm
      apply h
      intro j hj
      apply ih
      apply Nat.lt_of_lt_of_le hj
      exact lt_next_iff_le.mp hm
  exact below (n + 1) n (Nat.le_refl (n + 1))

/-- Every property of numbers that holds at all has a least case. -/
theorem exists_least {P : Nat → Prop} (h : ∃ n, P n) : ∃ n, P n ∧ ∀ m, P m → n ≤ m := by
  apply Classical.byContradiction
  intro hnone
  obtain ⟨n, hn⟩ := h
  have hall : ∀ k, ¬P k := by
    intro k
    apply strong_induction (P := fun k => ¬P k)
    intro k ih hk
    apply hnone
    refine ⟨k, hk, ?_⟩
    intro m hm
    rw [← not_lt_iff_le]
    intro hmk
    exact ih m hmk hm
  exact hall n hn

theorem two_step_induction {P : Nat → Prop} (h0 : P 0) (h1 : P 1) (h : ∀ n, P n → P (n + 1) → P (n + 2)) (n : Nat) :
    P n := by
  have both : ∀ k, P k ∧ P (k + 1) := by
    intro k
    induction k with
    | zero => exact ⟨h0, h1⟩
    | succ k ih => exact ⟨ih.right, h k ih.left ih.right⟩
  exact (both n).left

/-! ## The larger of two numbers -/

/-- The larger of `a` and `b`. -/
def larger (a b : Nat) : Nat := if a ≤ b then b else a

theorem larger_of_le {a b : Nat} (h : a ≤ b) : larger a b = b :=
  if_pos h

theorem larger_of_ge {a b : Nat} (h : b ≤ a) : larger a b = a := by
  unfold larger
  split
  · exact Nat.le_antisymm h ‹a ≤ b›
  · rfl

theorem larger_self (a : Nat) : larger a a = a := by
  rw [larger_of_le (Nat.le_refl a)]

theorem larger_comm (a b : Nat) : larger a b = larger b a := by
  cases Nat.le_total a b with
  | inl h => rw [larger_of_le h, larger_of_ge h]
  | inr h => rw [larger_of_ge h, larger_of_le h]

theorem le_larger_left (a b : Nat) : a ≤ larger a b := by
  unfold larger
  split
  · assumption
  · exact Nat.le_refl a

theorem le_larger_right (a b : Nat) : b ≤ larger a b := by
  rw [larger_comm]
  exact le_larger_left b a

theorem larger_le_iff {a b c : Nat} : larger a b ≤ c ↔ a ≤ c ∧ b ≤ c := by
  constructor
  · intro h
    constructor
    · exact Nat.le_trans (le_larger_left a b) h
    · exact Nat.le_trans (le_larger_right a b) h
  · intro h
    unfold larger
    split
    · exact h.right
    · exact h.left

theorem larger_assoc (a b c : Nat) : larger (larger a b) c = larger a (larger b c) := by
  apply Nat.le_antisymm
  · rw [larger_le_iff, larger_le_iff]
    refine ⟨⟨?_, ?_⟩, ?_⟩
    · exact le_larger_left _ _
    · exact Nat.le_trans (le_larger_left b c) (le_larger_right _ _)
    · exact Nat.le_trans (le_larger_right b c) (le_larger_right _ _)
  · rw [larger_le_iff, larger_le_iff]
    refine ⟨?_, ?_, ?_⟩
    · exact Nat.le_trans (le_larger_left a b) (le_larger_left _ _)
    · exact Nat.le_trans (le_larger_right a b) (le_larger_left _ _)
    · exact le_larger_right _ _

/-! ## Sequences that grow -/

/-- Every value is below the next. -/
def Increasing (f : Nat → Nat) : Prop := ∀ n, f n < f (n + 1)

theorem Increasing.add {f : Nat → Nat} (hf : Increasing f) (n k : Nat) : f n ≤ f (n + k) := by
  induction k with
  | zero => exact Nat.le_refl (f n)
  | succ k ih =>
    apply Nat.le_trans ih
    apply Nat.le_of_lt
    exact hf (n + k)

theorem Increasing.monotone {f : Nat → Nat} (hf : Increasing f) {a b : Nat} (h : a ≤ b) : f a ≤ f b := by
  obtain ⟨k, hk⟩ := Nat.le.dest h
  rw [← hk]
  exact hf.add a k

theorem Increasing.strict {f : Nat → Nat} (hf : Increasing f) {a b : Nat} (h : a < b) : f a < f b := by
  apply Nat.lt_of_lt_of_le (hf a)
  exact hf.monotone h

theorem Increasing.injective {f : Nat → Nat} (hf : Increasing f) {a b : Nat} (h : f a = f b) : a = b := by
  rcases lt_trichotomy a b with hab | hab | hba
  · have hlt : f a < f b := hf.strict hab
    rw [h] at hlt
    exact absurd hlt (Nat.lt_irrefl (f b))
  · exact hab
  · have hlt : f b < f a := hf.strict hba
    rw [h] at hlt
    exact absurd hlt (Nat.lt_irrefl (f b))

theorem Increasing.le_self {f : Nat → Nat} (hf : Increasing f) : ∀ n, n ≤ f n
  | 0 => Nat.zero_le (f 0)
  | n + 1 => Nat.lt_of_le_of_lt (hf.le_self n) (hf n)

theorem Increasing.comp {f g : Nat → Nat} (hf : Increasing f) (hg : Increasing g) : Increasing (fun n => f (g n)) := by
  intro n
  exact hf.strict (hg n)

/-- There is no endless descent. -/
theorem no_descent (f : Nat → Nat) : ¬∀ n, f (n + 1) < f n := by
  intro h
  have bound : ∀ n, f n + n ≤ f 0 := by
    intro n
    induction n with
    | zero => exact Nat.le_refl (f 0)
    | succ n ih =>
      apply Nat.le_trans _ ih
      show f (n + 1) + n + 1 ≤ f n + n
      rw [← next_add]
      exact add_le_add_both (h n) (Nat.le_refl n)
  have hbad : f 0 + 1 ≤ f 0 := by
    apply Nat.le_trans (Nat.le_add_left _ _)
    exact bound (f 0 + 1)
  exact Nat.lt_irrefl (f 0) hbad

end Naturals
