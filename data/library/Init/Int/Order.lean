prelude
import Init.Int.Lemmas

/-!
# Integers: the order

`a ≤ b` says that `b - a` is a natural number. What the tactic `omega` itself rests on is here; lemmas that it proves
follow in `Init.Int.Linear`.
-/

namespace Int

/-! ## The order and natural numbers -/

theorem nonneg_def {a : Int} : NonNeg a ↔ ∃ n : Nat, a = n :=
  ⟨fun ⟨n⟩ => ⟨n, rfl⟩, fun ⟨n, h⟩ => h ▸ ⟨n⟩⟩

theorem NonNeg.elim {a : Int} : NonNeg a → ∃ n : Nat, a = n := nonneg_def.1

theorem nonneg_or_nonneg_neg : ∀ a : Int, NonNeg a ∨ NonNeg (-a)
  | ofNat n => .inl ⟨n⟩
  | -[n+1] => .inr ⟨n + 1⟩

theorem le_def {a b : Int} : a ≤ b ↔ NonNeg (b - a) := .rfl

theorem lt_iff_add_one_le {a b : Int} : a < b ↔ a + 1 ≤ b := .rfl

theorem le.intro_sub {a b : Int} (n : Nat) (h : b - a = n) : a ≤ b := nonneg_def.2 ⟨n, h⟩

theorem le.intro {a b : Int} (n : Nat) (h : a + n = b) : a ≤ b :=
  le.intro_sub n (by rw [← h, Int.add_comm, Int.add_sub_cancel])

theorem le.dest_sub {a b : Int} (h : a ≤ b) : ∃ n : Nat, b - a = n := nonneg_def.1 h

theorem le.dest {a b : Int} (h : a ≤ b) : ∃ n : Nat, a + n = b :=
  (le.dest_sub h).imp fun _ h => by rw [← h, Int.add_comm, Int.sub_add_cancel]

@[simp, norm_cast] theorem ofNat_le {m n : Nat} : (↑m : Int) ≤ ↑n ↔ m ≤ n :=
  ⟨fun h => (le.dest h).elim fun _ hk => Nat.le.intro (natCast_inj.1 hk),
    fun h => (Nat.le.dest h).elim fun _ hk => le.intro _ (congrArg _ hk)⟩

theorem natCast_le_natCast {m n : Nat} : (↑m : Int) ≤ ↑n ↔ m ≤ n := ofNat_le

@[simp, norm_cast] theorem ofNat_lt {n m : Nat} : (↑n : Int) < ↑m ↔ n < m := ofNat_le (m := n + 1)

theorem natCast_lt_natCast {n m : Nat} : (↑n : Int) < ↑m ↔ n < m := ofNat_lt

@[simp] theorem ofNat_zero_le (n : Nat) : 0 ≤ (↑n : Int) := ofNat_le.2 n.zero_le

theorem natCast_nonneg (n : Nat) : 0 ≤ (n : Int) := ofNat_zero_le n

theorem ofNat_nonneg (n : Nat) : 0 ≤ (n : Int) := ofNat_zero_le n

@[simp, norm_cast] theorem natCast_pos {n : Nat} : (0 : Int) < n ↔ 0 < n := ofNat_lt

theorem ofNat_pos {n : Nat} : 0 < (↑n : Int) ↔ 0 < n := ofNat_lt

theorem ofNat_succ_pos (n : Nat) : 0 < (Nat.succ n : Int) := ofNat_lt.2 (Nat.succ_pos n)

theorem eq_ofNat_of_zero_le {a : Int} (h : 0 ≤ a) : ∃ n : Nat, a = n :=
  (le.dest h).imp fun _ h => by rw [← h, Int.zero_add]

theorem eq_succ_of_zero_lt {a : Int} (h : 0 < a) : ∃ n : Nat, a = n + 1 :=
  (le.dest h).imp fun _ h => by rw [← h, Int.zero_add, Int.add_comm]

theorem lt_add_succ (a : Int) (n : Nat) : a < a + (n + 1) :=
  le.intro n (by rw [Int.add_assoc, Int.add_comm 1])

theorem lt.intro {a b : Int} {n : Nat} (h : a + (n + 1) = b) : a < b := h ▸ lt_add_succ a n

theorem lt.dest {a b : Int} (h : a < b) : ∃ n : Nat, a + Nat.succ n = b :=
  (le.dest h).imp fun n h => by rw [← h, natCast_succ, Int.add_assoc, Int.add_comm 1]

/-! ## A linear order -/

@[simp, refl] protected theorem le_refl (a : Int) : a ≤ a := le.intro 0 (Int.add_zero a)

protected theorem le_rfl {a : Int} : a ≤ a := a.le_refl

protected theorem le_of_eq {a b : Int} (hab : a = b) : a ≤ b := hab ▸ a.le_refl

protected theorem ge_of_eq {a b : Int} (hab : a = b) : b ≤ a := hab ▸ a.le_refl

protected theorem le_trans {a b c : Int} (h₁ : a ≤ b) (h₂ : b ≤ c) : a ≤ c := by
  obtain ⟨n, rfl⟩ := le.dest h₁
  obtain ⟨m, rfl⟩ := le.dest h₂
  exact le.intro (n + m) (Int.add_assoc a n m).symm

protected theorem le_antisymm {a b : Int} (h₁ : a ≤ b) (h₂ : b ≤ a) : a = b := by
  obtain ⟨n, rfl⟩ := le.dest h₁
  obtain ⟨m, h⟩ := le.dest h₂
  rw [Int.add_assoc, Int.add_eq_left] at h
  have hn : n = 0 := Nat.eq_zero_of_add_eq_zero_right (natCast_inj.1 h)
  rw [hn]
  exact (Int.add_zero a).symm

protected theorem le_antisymm_iff {a b : Int} : a = b ↔ a ≤ b ∧ b ≤ a :=
  ⟨fun h => ⟨Int.le_of_eq h, Int.ge_of_eq h⟩, fun h => Int.le_antisymm h.1 h.2⟩

protected theorem le_total (a b : Int) : a ≤ b ∨ b ≤ a :=
  (nonneg_or_nonneg_neg (b - a)).imp_right fun h => by
    rw [Int.neg_sub] at h
    exact h

protected theorem lt_succ (a : Int) : a < a + 1 := Int.le_refl _

protected theorem le_of_lt {a b : Int} (h : a < b) : a ≤ b :=
  Int.le_trans (le.intro 1 rfl) h

@[simp] protected theorem lt_irrefl (a : Int) : ¬a < a := fun h => by
  obtain ⟨n, h⟩ := lt.dest h
  exact Nat.succ_ne_zero n (natCast_inj.1 (Int.add_eq_left.1 h))

protected theorem lt_of_lt_of_le {a b c : Int} (h₁ : a < b) (h₂ : b ≤ c) : a < c := Int.le_trans h₁ h₂

protected theorem ne_of_lt {a b : Int} (h : a < b) : a ≠ b := fun e => Int.lt_irrefl b (e ▸ h)

protected theorem ne_of_gt {a b : Int} (h : b < a) : a ≠ b := (Int.ne_of_lt h).symm

protected theorem not_le_of_gt {a b : Int} (h : b < a) : ¬a ≤ b := fun h' =>
  Int.lt_irrefl b (Int.lt_of_lt_of_le h h')

protected theorem not_lt_of_ge {a b : Int} (h : b ≤ a) : ¬a < b := fun h' => Int.not_le_of_gt h' h

protected theorem lt_iff_le_and_ne {a b : Int} : a < b ↔ a ≤ b ∧ a ≠ b := by
  refine ⟨fun h => ⟨Int.le_of_lt h, Int.ne_of_lt h⟩, fun ⟨h, hne⟩ => ?_⟩
  obtain ⟨n, rfl⟩ := le.dest h
  cases n with
  | zero => exact (hne (Int.add_zero a).symm).elim
  | succ n => exact lt_add_succ a n

protected theorem lt_of_not_ge {a b : Int} (h : ¬a ≤ b) : b < a :=
  Int.lt_iff_le_and_ne.2 ⟨(Int.le_total a b).resolve_left h, fun e => h (Int.ge_of_eq e)⟩

@[simp] protected theorem not_le {a b : Int} : ¬a ≤ b ↔ b < a := ⟨Int.lt_of_not_ge, Int.not_le_of_gt⟩

@[simp] protected theorem not_lt {a b : Int} : ¬a < b ↔ b ≤ a :=
  ⟨fun h => Decidable.byContradiction fun h' => h (Int.lt_of_not_ge h'), Int.not_lt_of_ge⟩

protected theorem le_of_not_gt {a b : Int} (h : ¬a > b) : a ≤ b := Int.not_lt.1 h

protected theorem le_of_not_le {a b : Int} : ¬a ≤ b → b ≤ a := (Int.le_total a b).resolve_left

protected theorem lt_iff_le_not_le {a b : Int} : a < b ↔ a ≤ b ∧ ¬b ≤ a :=
  ⟨fun h => ⟨Int.le_of_lt h, Int.not_le_of_gt h⟩, fun h => Int.lt_of_not_ge h.2⟩

protected theorem lt_of_le_of_lt {a b c : Int} (h₁ : a ≤ b) (h₂ : b < c) : a < c :=
  Int.lt_of_not_ge fun h => Int.not_le_of_gt h₂ (Int.le_trans h h₁)

protected theorem lt_trans {a b c : Int} (h₁ : a < b) (h₂ : b < c) : a < c :=
  Int.lt_of_lt_of_le h₁ (Int.le_of_lt h₂)

protected theorem lt_asymm {a b : Int} (h : a < b) : ¬b < a := fun h' => Int.lt_irrefl a (Int.lt_trans h h')

protected theorem lt_or_le (a b : Int) : a < b ∨ b ≤ a :=
  (Decidable.em (b ≤ a)).elim .inr fun h => .inl (Int.lt_of_not_ge h)

protected theorem le_or_lt (a b : Int) : a ≤ b ∨ b < a := (Int.lt_or_le b a).symm

protected theorem lt_trichotomy (a b : Int) : a < b ∨ a = b ∨ b < a :=
  (Int.lt_or_le a b).imp_right fun h =>
    (Decidable.em (a = b)).imp_right fun hne => Int.lt_iff_le_and_ne.2 ⟨h, fun e => hne e.symm⟩

protected theorem lt_or_gt_of_ne {a b : Int} (h : a ≠ b) : a < b ∨ b < a :=
  (Int.lt_trichotomy a b).imp_right fun h' => h'.resolve_left h

protected theorem ne_iff_lt_or_gt {a b : Int} : a ≠ b ↔ a < b ∨ b < a :=
  ⟨Int.lt_or_gt_of_ne, fun h => h.elim Int.ne_of_lt Int.ne_of_gt⟩

protected theorem lt_or_lt_of_ne {a b : Int} : a ≠ b → a < b ∨ b < a := Int.lt_or_gt_of_ne

protected theorem eq_iff_le_and_ge {x y : Int} : x = y ↔ x ≤ y ∧ y ≤ x := Int.le_antisymm_iff

protected theorem le_iff_lt_or_eq {a b : Int} : a ≤ b ↔ a < b ∨ a = b :=
  ⟨fun h => (Decidable.em (a = b)).elim .inr fun hne => .inl (Int.lt_iff_le_and_ne.2 ⟨h, hne⟩),
    fun h => h.elim Int.le_of_lt Int.le_of_eq⟩

protected theorem le_iff_eq_or_lt {a b : Int} : a ≤ b ↔ a = b ∨ a < b := by rw [Int.le_iff_lt_or_eq, or_comm]

instance : Trans (α := Int) (· ≤ ·) (· ≤ ·) (· ≤ ·) := ⟨Int.le_trans⟩
instance : Trans (α := Int) (· < ·) (· ≤ ·) (· < ·) := ⟨Int.lt_of_lt_of_le⟩
instance : Trans (α := Int) (· ≤ ·) (· < ·) (· < ·) := ⟨Int.lt_of_le_of_lt⟩
instance : Trans (α := Int) (· < ·) (· < ·) (· < ·) := ⟨Int.lt_trans⟩

/-! ## Addition and negation -/

protected theorem add_le_add_left {a b : Int} (h : a ≤ b) (c : Int) : c + a ≤ c + b :=
  (le.dest h).elim fun n h => le.intro n (by rw [Int.add_assoc, h])

protected theorem add_le_add_right {a b : Int} (h : a ≤ b) (c : Int) : a + c ≤ b + c := by
  rw [Int.add_comm a, Int.add_comm b]
  exact Int.add_le_add_left h c

protected theorem add_lt_add_left {a b : Int} (h : a < b) (c : Int) : c + a < c + b := by
  rw [Int.lt_iff_add_one_le, Int.add_assoc]
  exact Int.add_le_add_left h c

protected theorem add_lt_add_right {a b : Int} (h : a < b) (c : Int) : a + c < b + c := by
  rw [Int.add_comm a, Int.add_comm b]
  exact Int.add_lt_add_left h c

protected theorem add_le_add {a b c d : Int} (h₁ : a ≤ b) (h₂ : c ≤ d) : a + c ≤ b + d :=
  Int.le_trans (Int.add_le_add_right h₁ c) (Int.add_le_add_left h₂ b)

protected theorem le_of_add_le_add_left {a b c : Int} (h : a + b ≤ a + c) : b ≤ c := by
  have h' := Int.add_le_add_left h (-a)
  rw [Int.neg_add_cancel_left, Int.neg_add_cancel_left] at h'
  exact h'

protected theorem le_of_add_le_add_right {a b c : Int} (h : a + b ≤ c + b) : a ≤ c :=
  Int.le_of_add_le_add_left (a := b) (by rw [Int.add_comm b a, Int.add_comm b c]; exact h)

@[simp] protected theorem add_le_add_iff_left {b c : Int} (a : Int) : a + b ≤ a + c ↔ b ≤ c :=
  ⟨Int.le_of_add_le_add_left, fun h => Int.add_le_add_left h a⟩

@[simp] protected theorem add_le_add_iff_right {a b : Int} (c : Int) : a + c ≤ b + c ↔ a ≤ b :=
  ⟨Int.le_of_add_le_add_right, fun h => Int.add_le_add_right h c⟩

protected theorem le_add_of_nonneg_right {a b : Int} (h : 0 ≤ b) : a ≤ a + b := by
  have h' := Int.add_le_add_left h a
  rw [Int.add_zero] at h'
  exact h'

protected theorem le_add_of_nonneg_left {a b : Int} (h : 0 ≤ b) : a ≤ b + a := by
  rw [Int.add_comm]
  exact Int.le_add_of_nonneg_right h

protected theorem sub_nonneg_of_le {a b : Int} (h : b ≤ a) : 0 ≤ a - b := by
  have h' := Int.add_le_add_right h (-b)
  rw [Int.add_right_neg] at h'
  exact h'

protected theorem le_of_sub_nonneg {a b : Int} (h : 0 ≤ a - b) : b ≤ a := by
  have h' := Int.add_le_add_right h b
  rw [Int.zero_add, Int.sub_add_cancel] at h'
  exact h'

@[simp high] protected theorem sub_nonneg {a b : Int} : 0 ≤ a - b ↔ b ≤ a :=
  ⟨Int.le_of_sub_nonneg, Int.sub_nonneg_of_le⟩

protected theorem neg_le_neg {a b : Int} (h : a ≤ b) : -b ≤ -a :=
  Int.le_of_sub_nonneg (by
    rw [Int.sub_neg, Int.add_comm]
    exact Int.sub_nonneg_of_le h)

@[simp] protected theorem neg_le_neg_iff {a b : Int} : -a ≤ -b ↔ b ≤ a :=
  ⟨fun h => by
    have h' := Int.neg_le_neg h
    rw [Int.neg_neg, Int.neg_neg] at h'
    exact h', Int.neg_le_neg⟩

protected theorem neg_nonneg_of_nonpos {a : Int} (h : a ≤ 0) : 0 ≤ -a := Int.neg_le_neg h

protected theorem neg_nonpos_of_nonneg {a : Int} (h : 0 ≤ a) : -a ≤ 0 := Int.neg_le_neg h

protected theorem sub_left_le_of_le_add {a b c : Int} (h : a ≤ b + c) : a - b ≤ c := by
  have h' := Int.add_le_add_left h (-b)
  rw [Int.neg_add_cancel_left, Int.add_comm] at h'
  exact h'

protected theorem sub_pos_of_lt {a b : Int} (h : b < a) : 0 < a - b := by
  have h' := Int.add_lt_add_right h (-b)
  rw [Int.add_right_neg] at h'
  exact h'

protected theorem lt_of_sub_pos {a b : Int} (h : 0 < a - b) : b < a := by
  have h' := Int.add_lt_add_right h b
  rw [Int.zero_add, Int.sub_add_cancel] at h'
  exact h'

protected theorem neg_pos_of_neg {a : Int} (h : a < 0) : 0 < -a := by
  have h' := Int.sub_pos_of_lt h
  rw [Int.zero_sub] at h'
  exact h'

protected theorem sub_lt_self (a : Int) {b : Int} (h : 0 < b) : a - b < a :=
  Int.lt_of_sub_pos (by rw [Int.sub_sub_self]; exact h)

theorem add_one_le_of_lt {a b : Int} (H : a < b) : a + 1 ≤ b := H

theorem lt_of_add_one_le {a b : Int} (H : a + 1 ≤ b) : a < b := H

theorem add_one_le_iff {a b : Int} : a + 1 ≤ b ↔ a < b := .rfl

theorem lt_add_one_iff {a b : Int} : a < b + 1 ↔ a ≤ b := Int.add_le_add_iff_right 1

theorem not_le_eq (a b : Int) : (¬(a ≤ b)) = (b + 1 ≤ a) := propext Int.not_le
theorem not_ge_eq (a b : Int) : (¬(a ≥ b)) = (a + 1 ≤ b) := propext Int.not_le
theorem not_lt_eq (a b : Int) : (¬(a < b)) = (b ≤ a) := propext Int.not_lt
theorem not_gt_eq (a b : Int) : (¬(a > b)) = (a ≤ b) := propext Int.not_lt

@[simp] theorem negSucc_lt_zero (n : Nat) : -[n+1] < 0 :=
  Int.lt_of_not_ge fun h => nomatch (eq_ofNat_of_zero_le h)

theorem negSucc_le_zero (n : Nat) : -[n+1] ≤ 0 := Int.le_of_lt (negSucc_lt_zero n)

@[simp] theorem negSucc_not_nonneg (n : Nat) : 0 ≤ -[n+1] ↔ False :=
  ⟨Int.not_le_of_gt (negSucc_lt_zero n), False.elim⟩

@[simp] theorem negSucc_not_pos (n : Nat) : 0 < -[n+1] ↔ False :=
  ⟨Int.not_lt_of_ge (negSucc_le_zero n), False.elim⟩

theorem eq_negSucc_of_lt_zero : ∀ {a : Int}, a < 0 → ∃ n : Nat, a = -[n+1]
  | ofNat n, h => absurd h (Int.not_lt_of_ge (ofNat_zero_le n))
  | -[n+1], _ => ⟨n, rfl⟩

/-! ## Minimum and maximum -/

protected theorem min_def (n m : Int) : min n m = if n ≤ m then n else m := rfl

protected theorem max_def (n m : Int) : max n m = if n ≤ m then m else n := rfl

protected theorem min_eq_left {a b : Int} (h : a ≤ b) : min a b = a := if_pos h

protected theorem max_eq_right {a b : Int} (h : a ≤ b) : max a b = b := if_pos h

protected theorem min_eq_right {a b : Int} (h : b ≤ a) : min a b = b := by
  rw [Int.min_def]
  split
  · exact Int.le_antisymm ‹_› h
  · rfl

protected theorem max_eq_left {a b : Int} (h : b ≤ a) : max a b = a := by
  rw [Int.max_def]
  split
  · exact Int.le_antisymm h ‹_›
  · rfl

protected theorem min_le_left (a b : Int) : min a b ≤ a := by
  rw [Int.min_def]
  split
  · exact Int.le_refl a
  · exact Int.le_of_not_le ‹_›

protected theorem min_le_right (a b : Int) : min a b ≤ b := by
  rw [Int.min_def]
  split
  · assumption
  · exact Int.le_refl b

protected theorem le_max_left (a b : Int) : a ≤ max a b := by
  rw [Int.max_def]
  split
  · assumption
  · exact Int.le_refl a

protected theorem le_max_right (a b : Int) : b ≤ max a b := by
  rw [Int.max_def]
  split
  · exact Int.le_refl b
  · exact Int.le_of_not_le ‹_›

protected theorem le_min {a b c : Int} : a ≤ min b c ↔ a ≤ b ∧ a ≤ c :=
  ⟨fun h => ⟨Int.le_trans h (Int.min_le_left b c), Int.le_trans h (Int.min_le_right b c)⟩, fun ⟨h₁, h₂⟩ => by
    rw [Int.min_def]
    split <;> assumption⟩

protected theorem max_le {a b c : Int} : max a b ≤ c ↔ a ≤ c ∧ b ≤ c :=
  ⟨fun h => ⟨Int.le_trans (Int.le_max_left a b) h, Int.le_trans (Int.le_max_right a b) h⟩, fun ⟨h₁, h₂⟩ => by
    rw [Int.max_def]
    split <;> assumption⟩

/-! ## Multiplication -/

protected theorem mul_nonneg {a b : Int} (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b := by
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le ha
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le hb
  exact natCast_nonneg (n * m)

protected theorem mul_pos {a b : Int} (ha : 0 < a) (hb : 0 < b) : 0 < a * b := by
  obtain ⟨n, rfl⟩ := eq_succ_of_zero_lt ha
  obtain ⟨m, rfl⟩ := eq_succ_of_zero_lt hb
  exact ofNat_lt.2 (Nat.mul_pos (Nat.succ_pos n) (Nat.succ_pos m))

protected theorem mul_lt_mul_of_pos_left {a b c : Int} (h₁ : a < b) (h₂ : 0 < c) : c * a < c * b :=
  Int.lt_of_sub_pos (by
    rw [← Int.mul_sub]
    exact Int.mul_pos h₂ (Int.sub_pos_of_lt h₁))

protected theorem mul_lt_mul_of_pos_right {a b c : Int} (h₁ : a < b) (h₂ : 0 < c) : a * c < b * c := by
  rw [Int.mul_comm a, Int.mul_comm b]
  exact Int.mul_lt_mul_of_pos_left h₁ h₂

protected theorem mul_le_mul_of_nonneg_left {a b c : Int} (h₁ : a ≤ b) (h₂ : 0 ≤ c) : c * a ≤ c * b :=
  Int.le_of_sub_nonneg (by
    rw [← Int.mul_sub]
    exact Int.mul_nonneg h₂ (Int.sub_nonneg_of_le h₁))

protected theorem mul_le_mul_of_nonneg_right {a b c : Int} (h₁ : a ≤ b) (h₂ : 0 ≤ c) : a * c ≤ b * c := by
  rw [Int.mul_comm a, Int.mul_comm b]
  exact Int.mul_le_mul_of_nonneg_left h₁ h₂

protected theorem mul_le_mul_of_nonpos_left {a b c : Int} (ha : a ≤ 0) (h : c ≤ b) : a * b ≤ a * c := by
  have h' := Int.mul_le_mul_of_nonneg_left h (Int.neg_nonneg_of_nonpos ha)
  rw [Int.neg_mul, Int.neg_mul, Int.neg_le_neg_iff] at h'
  exact h'

protected theorem mul_le_mul_of_nonpos_right {a b c : Int} (h : b ≤ a) (hc : c ≤ 0) : a * c ≤ b * c := by
  rw [Int.mul_comm a, Int.mul_comm b]
  exact Int.mul_le_mul_of_nonpos_left hc h

/-! ## Absolute value and natural part -/

@[simp, norm_cast] theorem natAbs_natCast (n : Nat) : natAbs ↑n = n := rfl
@[simp] theorem natAbs_ofNat' (n : Nat) : natAbs (ofNat n) = n := rfl
@[simp] theorem natAbs_negSucc (n : Nat) : natAbs -[n+1] = n.succ := rfl
@[simp] theorem natAbs_zero : natAbs (0 : Int) = (0 : Nat) := rfl
@[simp] theorem natAbs_one : natAbs (1 : Int) = (1 : Nat) := rfl

@[simp] theorem natAbs_eq_zero {a : Int} : natAbs a = 0 ↔ a = 0 :=
  match a with
  | ofNat _ => natCast_inj.symm
  | -[n+1] => ⟨fun h => absurd h (Nat.succ_ne_zero n), fun h => absurd h (negSucc_ne_zero n)⟩

@[simp] theorem natAbs_pos {a : Int} : 0 < natAbs a ↔ a ≠ 0 := by rw [Nat.pos_iff_ne_zero, ne_eq, natAbs_eq_zero]

@[simp] theorem natAbs_neg : ∀ a : Int, natAbs (-a) = natAbs a
  | ofNat 0 => rfl
  | ofNat (.succ _) => rfl
  | -[_+1] => rfl

theorem natAbs_eq : ∀ a : Int, a = natAbs a ∨ a = -↑(natAbs a)
  | ofNat _ => .inl rfl
  | -[_+1] => .inr rfl

theorem natAbs_negOfNat (n : Nat) : natAbs (negOfNat n) = n := by cases n <;> rfl

theorem natAbs_mul (a b : Int) : natAbs (a * b) = natAbs a * natAbs b :=
  match a, b with
  | ofNat _, ofNat _ => rfl
  | ofNat _, -[_+1] => natAbs_negOfNat _
  | -[_+1], ofNat _ => natAbs_negOfNat _
  | -[_+1], -[_+1] => rfl

theorem natAbs_of_nonneg {a : Int} (H : 0 ≤ a) : (natAbs a : Int) = a :=
  (eq_ofNat_of_zero_le H).elim fun _ h => h ▸ rfl

theorem ofNat_natAbs_of_nonpos {a : Int} (H : a ≤ 0) : (natAbs a : Int) = -a := by
  rw [← natAbs_neg, natAbs_of_nonneg (Int.neg_nonneg_of_nonpos H)]

theorem eq_natAbs_of_nonneg {a : Int} (h : 0 ≤ a) : a = natAbs a := (natAbs_of_nonneg h).symm

theorem le_natAbs {a : Int} : a ≤ natAbs a :=
  match a with
  | ofNat n => Int.le_refl n
  | -[n+1] => Int.le_trans (negSucc_le_zero n) (ofNat_zero_le _)

theorem toNat_eq_max : ∀ a : Int, (toNat a : Int) = max a 0
  | ofNat n => (Int.max_eq_left (ofNat_zero_le n)).symm
  | -[n+1] => (Int.max_eq_right (negSucc_le_zero n)).symm

@[simp] theorem toNat_natCast (n : Nat) : toNat ↑n = n := rfl

end Int
