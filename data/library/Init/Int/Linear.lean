prelude
import Init.Omega

/-!
# Integers: linear laws of the order

What `omega` proves about sums, differences and negation, and the products that follow.
-/

namespace Int
variable {a b c d e f m n : Int}

/-! ## Moving summands from one side to the other -/

protected theorem sub_eq_iff_eq_add {b a c : Int} : a - b = c ↔ a = c + b := by omega
protected theorem sub_eq_iff_eq_add' {b a c : Int} : a - b = c ↔ a = b + c := by omega
protected theorem eq_sub_iff_add_eq {a b c : Int} : a = b - c ↔ a + c = b := by omega
protected theorem eq_sub_iff_add_eq' {a b c : Int} : a = b - c ↔ c + a = b := by omega
protected theorem eq_sub_of_add_eq (h : a + c = b) : a = b - c := by omega
protected theorem eq_sub_of_add_eq' (h : b + a = c) : a = c - b := by omega
protected theorem eq_add_of_sub_eq (h : a - c = b) : a = b + c := by omega
protected theorem sub_eq_of_eq_add (h : a = c + b) : a - b = c := by omega
protected theorem sub_eq_of_eq_add' (h : a = b + c) : a - b = c := by omega
protected theorem add_eq_of_eq_sub (h : a = c - b) : a + b = c := by omega
protected theorem eq_add_neg_of_add_eq (h : a + c = b) : a = b + -c := by omega
protected theorem add_sub_add_right (n k m : Int) : (n + k) - (m + k) = n - m := by omega
protected theorem add_sub_add_left (k n m : Int) : (k + n) - (k + m) = n - m := by omega
@[simp] protected theorem add_sub_cancel_left (a b : Int) : a + b - a = b := by omega
@[simp] protected theorem add_sub_cancel_right (a b : Int) : a + b - b = a := by omega
protected theorem sub_add_eq_sub_sub : ∀ a b c : Int, a - (b + c) = a - b - c := by omega
protected theorem sub_right_comm (a b c : Int) : a - b - c = a - c - b := by omega
protected theorem sub_add_comm (a b c : Int) : a - b + c = a + c - b := by omega
protected theorem sub_sub_eq_add_sub (a b c : Int) : a - (b - c) = a + c - b := by omega
protected theorem add_sub_right_comm (a b c : Int) : a + b - c = a - c + b := by omega
protected theorem neg_eq_iff_add_eq_zero : -a = b ↔ a + b = 0 := by omega
protected theorem add_eq_zero_iff_eq_neg : a + b = 0 ↔ a = -b := by omega
protected theorem add_eq_zero_iff_neg_eq : a + b = 0 ↔ -a = b := by omega

protected theorem sub_le_iff_le_add : a - b ≤ c ↔ a ≤ c + b := by omega
protected theorem le_sub_iff_add_le : a ≤ b - c ↔ a + c ≤ b := by omega
protected theorem add_le_iff_le_sub : a + b ≤ c ↔ a ≤ c - b := Int.le_sub_iff_add_le.symm
protected theorem le_add_iff_sub_le : a ≤ b + c ↔ a - c ≤ b := Int.sub_le_iff_le_add.symm
protected theorem add_le_zero_iff_le_neg : a + b ≤ 0 ↔ a ≤ -b := by omega
protected theorem add_le_zero_iff_le_neg' : a + b ≤ 0 ↔ b ≤ -a := by omega
protected theorem add_nonnneg_iff_neg_le : 0 ≤ a + b ↔ -b ≤ a := by omega
protected theorem add_nonnneg_iff_neg_le' : 0 ≤ a + b ↔ -a ≤ b := by omega
protected theorem add_lt_iff : a + b < c ↔ a < -b + c := by omega
protected theorem sub_lt_iff : a - b < c ↔ a < c + b := by omega
protected theorem lt_sub_iff_add_lt : a < b - c ↔ a + c < b := by omega
protected theorem sub_lt_iff_lt_add : a - b < c ↔ a < c + b := Int.sub_lt_iff

protected theorem add_le_of_le_neg_add (h : b ≤ -a + c) : a + b ≤ c := by omega
protected theorem le_neg_add_of_add_le (h : a + b ≤ c) : b ≤ -a + c := by omega
protected theorem add_le_of_le_sub_left (h : b ≤ c - a) : a + b ≤ c := by omega
protected theorem le_sub_left_of_add_le (h : a + b ≤ c) : b ≤ c - a := by omega
protected theorem add_le_of_le_sub_right (h : a ≤ c - b) : a + b ≤ c := Int.le_sub_iff_add_le.1 h
protected theorem le_sub_right_of_add_le (h : a + b ≤ c) : a ≤ c - b := Int.le_sub_iff_add_le.2 h
protected theorem le_add_of_neg_add_le (h : -b + a ≤ c) : a ≤ b + c := by omega
protected theorem neg_add_le_of_le_add (h : a ≤ b + c) : -b + a ≤ c := by omega
protected theorem le_add_of_sub_left_le (h : a - b ≤ c) : a ≤ b + c := by omega
protected theorem le_add_of_sub_right_le (h : a - c ≤ b) : a ≤ b + c := Int.sub_le_iff_le_add.1 h
protected theorem sub_right_le_of_le_add (h : a ≤ b + c) : a - c ≤ b := Int.sub_le_iff_le_add.2 h
protected theorem le_add_of_neg_add_le_left (h : -b + a ≤ c) : a ≤ b + c := Int.le_add_of_neg_add_le h
protected theorem neg_add_le_left_of_le_add (h : a ≤ b + c) : -b + a ≤ c := Int.neg_add_le_of_le_add h
protected theorem le_add_of_neg_add_le_right (h : -c + a ≤ b) : a ≤ b + c := by omega
protected theorem neg_add_le_right_of_le_add (h : a ≤ b + c) : -c + a ≤ b := by omega
protected theorem le_add_of_neg_le_sub_left (h : -a ≤ b - c) : c ≤ a + b := by omega
protected theorem neg_le_sub_left_of_le_add (h : c ≤ a + b) : -a ≤ b - c := by omega
protected theorem le_add_of_neg_le_sub_right (h : -b ≤ a - c) : c ≤ a + b := by omega
protected theorem neg_le_sub_right_of_le_add (h : c ≤ a + b) : -b ≤ a - c := by omega
protected theorem sub_le_of_sub_le (h : a - b ≤ c) : a - c ≤ b := by omega
protected theorem add_lt_of_lt_neg_add (h : b < -a + c) : a + b < c := by omega
protected theorem lt_neg_add_of_add_lt (h : a + b < c) : b < -a + c := by omega
protected theorem add_lt_of_lt_sub_left (h : b < c - a) : a + b < c := by omega
protected theorem lt_sub_left_of_add_lt (h : a + b < c) : b < c - a := by omega
protected theorem add_lt_of_lt_sub_right (h : a < c - b) : a + b < c := Int.lt_sub_iff_add_lt.1 h
protected theorem lt_sub_right_of_add_lt (h : a + b < c) : a < c - b := Int.lt_sub_iff_add_lt.2 h
protected theorem lt_add_of_neg_add_lt (h : -b + a < c) : a < b + c := by omega
protected theorem neg_add_lt_of_lt_add (h : a < b + c) : -b + a < c := by omega
protected theorem lt_add_of_sub_left_lt (h : a - b < c) : a < b + c := by omega
protected theorem sub_left_lt_of_lt_add (h : a < b + c) : a - b < c := by omega
protected theorem lt_add_of_sub_right_lt (h : a - c < b) : a < b + c := Int.sub_lt_iff.1 h
protected theorem sub_right_lt_of_lt_add (h : a < b + c) : a - c < b := Int.sub_lt_iff.2 h
protected theorem lt_add_of_neg_add_lt_left (h : -b + a < c) : a < b + c := Int.lt_add_of_neg_add_lt h
protected theorem neg_add_lt_left_of_lt_add (h : a < b + c) : -b + a < c := Int.neg_add_lt_of_lt_add h
protected theorem lt_add_of_neg_add_lt_right (h : -c + a < b) : a < b + c := by omega
protected theorem neg_add_lt_right_of_lt_add (h : a < b + c) : -c + a < b := by omega
protected theorem lt_add_of_neg_lt_sub_left (h : -a < b - c) : c < a + b := by omega
protected theorem neg_lt_sub_left_of_lt_add (h : c < a + b) : -a < b - c := by omega
protected theorem lt_add_of_neg_lt_sub_right (h : -b < a - c) : c < a + b := by omega
protected theorem neg_lt_sub_right_of_lt_add (h : c < a + b) : -b < a - c := by omega
protected theorem sub_lt_of_sub_lt (h : a - b < c) : a - c < b := by omega

/-! ## Differences -/

protected theorem sub_nonpos_of_le (h : a ≤ b) : a - b ≤ 0 := by omega
protected theorem le_of_sub_nonpos (h : a - b ≤ 0) : a ≤ b := by omega
protected theorem sub_neg_of_lt (h : a < b) : a - b < 0 := by omega
protected theorem lt_of_sub_neg (h : a - b < 0) : a < b := by omega
@[simp high] protected theorem sub_pos : 0 < a - b ↔ b < a := by omega
protected theorem sub_le_self (a : Int) (h : 0 ≤ b) : a - b ≤ a := by omega
protected theorem sub_le_sub_left (h : a ≤ b) (c : Int) : c - b ≤ c - a := by omega
protected theorem sub_le_sub_right (h : a ≤ b) (c : Int) : a - c ≤ b - c := by omega
protected theorem sub_le_sub (hab : a ≤ b) (hcd : c ≤ d) : a - d ≤ b - c := by omega
protected theorem le_of_sub_le_sub_left (h : c - a ≤ c - b) : b ≤ a := by omega
protected theorem le_of_sub_le_sub_right (h : a - c ≤ b - c) : a ≤ b := by omega
@[simp] protected theorem sub_le_sub_left_iff : c - a ≤ c - b ↔ b ≤ a := by omega
@[simp] protected theorem sub_le_sub_right_iff : a - c ≤ b - c ↔ a ≤ b := by omega
protected theorem sub_lt_sub_left (h : a < b) (c : Int) : c - b < c - a := by omega
protected theorem sub_lt_sub_right (h : a < b) (c : Int) : a - c < b - c := by omega
protected theorem sub_lt_sub (hab : a < b) (hcd : c < d) : a - d < b - c := by omega
protected theorem lt_of_sub_lt_sub_left (h : c - a < c - b) : b < a := by omega
protected theorem lt_of_sub_lt_sub_right (h : a - c < b - c) : a < b := by omega
@[simp] protected theorem sub_lt_sub_left_iff : c - a < c - b ↔ b < a := by omega
@[simp] protected theorem sub_lt_sub_right_iff : a - c < b - c ↔ a < b := by omega
protected theorem sub_lt_sub_of_le_of_lt (hab : a ≤ b) (hcd : c < d) : a - d < b - c := by omega
protected theorem sub_lt_sub_of_lt_of_le (hab : a < b) (hcd : c ≤ d) : a - d < b - c := by omega

/-! ## Sums -/

protected theorem lt_of_add_lt_add_left (h : a + b < a + c) : b < c := by omega
protected theorem lt_of_add_lt_add_right (h : a + b < c + b) : a < c := by omega
@[simp] protected theorem add_lt_add_iff_left {b c : Int} (a : Int) : a + b < a + c ↔ b < c := by omega
@[simp] protected theorem add_lt_add_iff_right {a b : Int} (c : Int) : a + c < b + c ↔ a < b := by omega
protected theorem add_lt_add (h₁ : a < b) (h₂ : c < d) : a + c < b + d := by omega
protected theorem add_lt_add_of_le_of_lt (h₁ : a ≤ b) (h₂ : c < d) : a + c < b + d := by omega
protected theorem add_lt_add_of_lt_of_le (h₁ : a < b) (h₂ : c ≤ d) : a + c < b + d := by omega
protected theorem add_le_add_three (h₁ : a ≤ d) (h₂ : b ≤ e) (h₃ : c ≤ f) : a + b + c ≤ d + e + f := by omega
protected theorem lt_add_of_pos_right (a : Int) (h : 0 < b) : a < a + b := by omega
protected theorem lt_add_of_pos_left (a : Int) (h : 0 < b) : a < b + a := by omega
protected theorem add_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a + b := by omega
protected theorem add_pos (ha : 0 < a) (hb : 0 < b) : 0 < a + b := by omega
protected theorem add_pos_of_pos_of_nonneg (ha : 0 < a) (hb : 0 ≤ b) : 0 < a + b := by omega
protected theorem add_pos_of_nonneg_of_pos (ha : 0 ≤ a) (hb : 0 < b) : 0 < a + b := by omega
protected theorem add_nonpos (ha : a ≤ 0) (hb : b ≤ 0) : a + b ≤ 0 := by omega
protected theorem add_neg (ha : a < 0) (hb : b < 0) : a + b < 0 := by omega
protected theorem add_neg_of_neg_of_nonpos (ha : a < 0) (hb : b ≤ 0) : a + b < 0 := by omega
protected theorem add_neg_of_nonpos_of_neg (ha : a ≤ 0) (hb : b < 0) : a + b < 0 := by omega
protected theorem lt_add_of_le_of_pos (hbc : b ≤ c) (ha : 0 < a) : b < c + a := by omega
theorem lt_add_one_of_le (H : a ≤ b) : a < b + 1 := by omega
theorem le_of_lt_add_one (H : a < b + 1) : a ≤ b := by omega
theorem sub_one_lt_of_le (H : a ≤ b) : a - 1 < b := by omega
theorem le_of_sub_one_lt (H : a - 1 < b) : a ≤ b := by omega
theorem le_sub_one_of_lt (H : a < b) : a ≤ b - 1 := by omega
theorem lt_of_le_sub_one (H : a ≤ b - 1) : a < b := by omega
theorem le_add_one (h : a ≤ b) : a ≤ b + 1 := by omega
theorem le_add_one_iff : m ≤ n + 1 ↔ m ≤ n ∨ m = n + 1 := by omega
theorem sub_one_lt_iff : m - 1 < n ↔ m ≤ n := by omega
theorem le_sub_one_iff : m ≤ n - 1 ↔ m < n := by omega
protected theorem le_iff_lt_add_one : a ≤ b ↔ a < b + 1 := by omega
@[simp] theorem succ_ofNat_pos (n : Nat) : 0 < (n : Int) + 1 := by omega
theorem not_ofNat_neg (n : Nat) : ¬((n : Int) < 0) := by omega
protected theorem exists_add_of_le {a b : Int} (h : a ≤ b) : ∃ c : Nat, b = a + c := ⟨(b - a).toNat, by omega⟩
theorem exists_eq_neg_ofNat {a : Int} (H : a ≤ 0) : ∃ n : Nat, a = -(n : Int) := ⟨(-a).toNat, by omega⟩
@[simp] theorem natCast_le_zero {n : Nat} : (n : Int) ≤ 0 ↔ n = 0 := by omega
@[simp] theorem neg_natCast_le_natCast (n m : Nat) : -(n : Int) ≤ (m : Int) := by omega
protected theorem zero_lt_one : (0 : Int) < 1 := by decide
protected theorem one_pos : 0 < (1 : Int) := by decide
protected theorem one_ne_zero : (1 : Int) ≠ 0 := by decide
protected theorem one_nonneg : 0 ≤ (1 : Int) := by decide

@[elab_as_elim] protected theorem induction_on {motive : Int → Prop} (i : Int) (zero : motive 0)
    (succ : ∀ i : Nat, motive i → motive (i + 1)) (pred : ∀ i : Nat, motive (-i) → motive (-i - 1)) : motive i := by
  have nonneg : ∀ n : Nat, motive n := fun n => by
    induction n with
    | zero => exact zero
    | succ n ih => exact succ n ih
  have nonpos : ∀ n : Nat, motive (-n) := fun n => by
    induction n with
    | zero => exact zero
    | succ n ih => exact (show -(n : Int) - 1 = -((n + 1 : Nat) : Int) by omega) ▸ pred n ih
  rcases natAbs_eq i with h | h <;> rw [h]
  · exact nonneg _
  · exact nonpos _

/-! ## Negation -/

@[simp] protected theorem neg_lt_neg_iff : -a < -b ↔ b < a := by omega
protected theorem neg_lt_neg (h : a < b) : -b < -a := Int.neg_lt_neg_iff.2 h
protected theorem le_of_neg_le_neg (h : -b ≤ -a) : a ≤ b := Int.neg_le_neg_iff.1 h
protected theorem lt_of_neg_lt_neg (h : -b < -a) : a < b := Int.neg_lt_neg_iff.1 h
@[simp] protected theorem neg_le_zero_iff : -a ≤ 0 ↔ 0 ≤ a := by omega
@[simp] protected theorem zero_le_neg_iff : 0 ≤ -a ↔ a ≤ 0 := by omega
@[simp] protected theorem neg_lt_zero_iff : -a < 0 ↔ 0 < a := by omega
@[simp] protected theorem zero_lt_neg_iff : 0 < -a ↔ a < 0 := by omega
protected theorem neg_neg_of_pos (h : 0 < a) : -a < 0 := by omega
protected theorem nonneg_of_neg_nonpos (h : -a ≤ 0) : 0 ≤ a := by omega
protected theorem nonpos_of_neg_nonneg (h : 0 ≤ -a) : a ≤ 0 := by omega
protected theorem pos_of_neg_neg (h : -a < 0) : 0 < a := by omega
protected theorem neg_of_neg_pos (h : 0 < -a) : a < 0 := by omega
protected theorem le_neg_of_le_neg (h : a ≤ -b) : b ≤ -a := by omega
protected theorem neg_le_of_neg_le (h : -a ≤ b) : -b ≤ a := by omega
protected theorem lt_neg_of_lt_neg (h : a < -b) : b < -a := by omega
protected theorem neg_lt_of_neg_lt (h : -a < b) : -b < a := by omega
@[simp high] protected theorem neg_pos : 0 < -a ↔ a < 0 := Int.zero_lt_neg_iff
@[simp high] protected theorem neg_nonneg : 0 ≤ -a ↔ a ≤ 0 := Int.zero_le_neg_iff
@[simp high] protected theorem neg_neg_iff_pos : -a < 0 ↔ 0 < a := Int.neg_lt_zero_iff
@[simp] protected theorem neg_nonpos_iff (i : Int) : -i ≤ 0 ↔ 0 ≤ i := by omega

/-! ## Minimum and maximum -/

@[simp] protected theorem neg_min_neg (a b : Int) : min (-a) (-b) = -max a b := by omega
@[simp] protected theorem neg_max_neg (a b : Int) : max (-a) (-b) = -min a b := by omega
@[simp] protected theorem min_add_right (a b c : Int) : min (a + c) (b + c) = min a b + c := by omega
@[simp] protected theorem min_add_left (a b c : Int) : min (a + b) (a + c) = a + min b c := by
  rw [Int.add_comm a b, Int.add_comm a c, Int.min_add_right, Int.add_comm]
@[simp] protected theorem max_add_right (a b c : Int) : max (a + c) (b + c) = max a b + c := by omega
@[simp] protected theorem max_add_left (a b c : Int) : max (a + b) (a + c) = a + max b c := by
  rw [Int.add_comm a b, Int.add_comm a c, Int.max_add_right, Int.add_comm]
protected theorem min_comm (a b : Int) : min a b = min b a := by omega
protected theorem max_comm (a b : Int) : max a b = max b a := by omega
protected theorem min_assoc (a b c : Int) : min (min a b) c = min a (min b c) :=
  Int.le_antisymm
    (Int.le_min.2 ⟨Int.le_trans (Int.min_le_left _ c) (Int.min_le_left a b),
      Int.le_min.2 ⟨Int.le_trans (Int.min_le_left _ c) (Int.min_le_right a b), Int.min_le_right _ c⟩⟩)
    (Int.le_min.2 ⟨Int.le_min.2 ⟨Int.min_le_left a _, Int.le_trans (Int.min_le_right a _) (Int.min_le_left b c)⟩,
      Int.le_trans (Int.min_le_right a _) (Int.min_le_right b c)⟩)

protected theorem max_assoc (a b c : Int) : max (max a b) c = max a (max b c) :=
  Int.le_antisymm
    (Int.max_le.2 ⟨Int.max_le.2 ⟨Int.le_max_left a _, Int.le_trans (Int.le_max_left b c) (Int.le_max_right a _)⟩,
      Int.le_trans (Int.le_max_right b c) (Int.le_max_right a _)⟩)
    (Int.max_le.2 ⟨Int.le_trans (Int.le_max_left a b) (Int.le_max_left _ c),
      Int.max_le.2 ⟨Int.le_trans (Int.le_max_right a b) (Int.le_max_left _ c), Int.le_max_right _ c⟩⟩)

@[simp] protected theorem min_self (a : Int) : min a a = a := by omega
@[simp] protected theorem max_self (a : Int) : max a a = a := by omega
protected theorem lt_min : a < min b c ↔ a < b ∧ a < c := by omega
protected theorem max_lt : max a b < c ↔ a < c ∧ b < c := by omega
protected theorem le_max_of_le_left (h : a ≤ b) : a ≤ max b c := by omega
protected theorem le_max_of_le_right (h : a ≤ c) : a ≤ max b c := by omega

private theorem min_le_min {a b c : Int} (h : b ≤ c) : min a b ≤ min a c :=
  Int.le_min.2 ⟨Int.min_le_left a b, Int.le_trans (Int.min_le_right a b) h⟩

private theorem max_le_max {a b c : Int} (h : b ≤ c) : max a b ≤ max a c :=
  Int.max_le.2 ⟨Int.le_max_left a c, Int.le_trans h (Int.le_max_right a c)⟩

protected theorem max_min_distrib_left (a b c : Int) : max a (min b c) = min (max a b) (max a c) :=
  (Int.le_total b c).elim (fun h => by rw [Int.min_eq_left h, Int.min_eq_left (max_le_max h)])
    fun h => by rw [Int.min_eq_right h, Int.min_eq_right (max_le_max h)]

protected theorem min_max_distrib_left (a b c : Int) : min a (max b c) = max (min a b) (min a c) :=
  (Int.le_total b c).elim (fun h => by rw [Int.max_eq_right h, Int.max_eq_right (min_le_min h)])
    fun h => by rw [Int.max_eq_left h, Int.max_eq_left (min_le_min h)]

protected theorem max_min_distrib_right (a b c : Int) : max (min a b) c = min (max a c) (max b c) := by
  rw [Int.max_comm, Int.max_min_distrib_left, Int.max_comm c a, Int.max_comm c b]

protected theorem min_max_distrib_right (a b c : Int) : min (max a b) c = max (min a c) (min b c) := by
  rw [Int.min_comm, Int.min_max_distrib_left, Int.min_comm c a, Int.min_comm c b]

protected theorem sub_min_sub_right (a b c : Int) : min (a - c) (b - c) = min a b - c := Int.min_add_right a b (-c)
protected theorem sub_max_sub_right (a b c : Int) : max (a - c) (b - c) = max a b - c := Int.max_add_right a b (-c)
protected theorem sub_min_sub_left (a b c : Int) : min (a - b) (a - c) = a - max b c :=
  (Int.min_add_left a (-b) (-c)).trans (congrArg (a + ·) (Int.neg_min_neg b c))
protected theorem sub_max_sub_left (a b c : Int) : max (a - b) (a - c) = a - min b c :=
  (Int.max_add_left a (-b) (-c)).trans (congrArg (a + ·) (Int.neg_max_neg b c))
instance : Std.Commutative (α := Int) min := ⟨Int.min_comm⟩
instance : Std.Commutative (α := Int) max := ⟨Int.max_comm⟩
instance : Std.Associative (α := Int) min := ⟨Int.min_assoc⟩
instance : Std.Associative (α := Int) max := ⟨Int.max_assoc⟩
instance : Std.IdempotentOp (α := Int) min := ⟨Int.min_self⟩
instance : Std.IdempotentOp (α := Int) max := ⟨Int.max_self⟩

/-! ## Products -/

protected theorem mul_le_mul (hac : a ≤ c) (hbd : b ≤ d) (nn_b : 0 ≤ b) (nn_c : 0 ≤ c) : a * b ≤ c * d :=
  Int.le_trans (Int.mul_le_mul_of_nonneg_right hac nn_b) (Int.mul_le_mul_of_nonneg_left hbd nn_c)

protected theorem mul_lt_mul (h₁ : a < c) (h₂ : b ≤ d) (h₃ : 0 < b) (h₄ : 0 ≤ c) : a * b < c * d :=
  Int.lt_of_lt_of_le (Int.mul_lt_mul_of_pos_right h₁ h₃) (Int.mul_le_mul_of_nonneg_left h₂ h₄)

protected theorem mul_lt_mul' (h₁ : a ≤ c) (h₂ : b < d) (h₃ : 0 ≤ b) (h₄ : 0 < c) : a * b < c * d :=
  Int.lt_of_le_of_lt (Int.mul_le_mul_of_nonneg_right h₁ h₃) (Int.mul_lt_mul_of_pos_left h₂ h₄)

protected theorem mul_nonpos_of_nonneg_of_nonpos (ha : 0 ≤ a) (hb : b ≤ 0) : a * b ≤ 0 :=
  Int.mul_zero a ▸ Int.mul_le_mul_of_nonneg_left hb ha

protected theorem mul_nonpos_of_nonpos_of_nonneg (ha : a ≤ 0) (hb : 0 ≤ b) : a * b ≤ 0 :=
  Int.mul_comm b a ▸ Int.mul_nonpos_of_nonneg_of_nonpos hb ha

protected theorem mul_nonneg_of_nonpos_of_nonpos (ha : a ≤ 0) (hb : b ≤ 0) : 0 ≤ a * b :=
  Int.mul_zero a ▸ Int.mul_le_mul_of_nonpos_left ha hb

protected theorem mul_neg_of_pos_of_neg (ha : 0 < a) (hb : b < 0) : a * b < 0 :=
  Int.mul_zero a ▸ Int.mul_lt_mul_of_pos_left hb ha

protected theorem mul_neg_of_neg_of_pos (ha : a < 0) (hb : 0 < b) : a * b < 0 :=
  Int.mul_comm b a ▸ Int.mul_neg_of_pos_of_neg hb ha

protected theorem mul_pos_of_neg_of_neg (ha : a < 0) (hb : b < 0) : 0 < a * b :=
  Int.neg_mul_neg a b ▸ Int.mul_pos (Int.neg_pos_of_neg ha) (Int.neg_pos_of_neg hb)

protected theorem mul_lt_mul_of_neg_left (h : b < a) (hc : c < 0) : c * a < c * b := by
  have h' := Int.mul_lt_mul_of_pos_left h (Int.neg_pos_of_neg hc)
  rw [Int.neg_mul, Int.neg_mul, Int.neg_lt_neg_iff] at h'
  exact h'

protected theorem mul_lt_mul_of_neg_right (h : b < a) (hc : c < 0) : a * c < b * c := by
  rw [Int.mul_comm a, Int.mul_comm b]
  exact Int.mul_lt_mul_of_neg_left h hc

protected theorem mul_self_le_mul_self (h1 : 0 ≤ a) (h2 : a ≤ b) : a * a ≤ b * b :=
  Int.mul_le_mul h2 h2 h1 (Int.le_trans h1 h2)

protected theorem mul_self_lt_mul_self (h1 : 0 ≤ a) (h2 : a < b) : a * a < b * b :=
  Int.mul_lt_mul' (Int.le_of_lt h2) h2 h1 (Int.lt_of_le_of_lt h1 h2)

protected theorem nonneg_of_mul_nonneg_left (h : 0 ≤ a * b) (hb : 0 < b) : 0 ≤ a :=
  Int.le_of_not_gt fun ha => Int.not_le_of_gt (Int.mul_neg_of_neg_of_pos ha hb) h

protected theorem nonneg_of_mul_nonneg_right (h : 0 ≤ a * b) (ha : 0 < a) : 0 ≤ b :=
  Int.le_of_not_gt fun hb => Int.not_le_of_gt (Int.mul_neg_of_pos_of_neg ha hb) h

protected theorem nonpos_of_mul_nonpos_left (h : a * b ≤ 0) (hb : 0 < b) : a ≤ 0 :=
  Int.le_of_not_gt fun ha : 0 < a => Int.not_le_of_gt (Int.mul_pos ha hb) h

protected theorem nonpos_of_mul_nonpos_right (h : a * b ≤ 0) (ha : 0 < a) : b ≤ 0 :=
  Int.le_of_not_gt fun hb : 0 < b => Int.not_le_of_gt (Int.mul_pos ha hb) h

protected theorem pos_of_mul_pos_left (h : 0 < a * b) (hb : 0 < b) : 0 < a :=
  Int.lt_of_not_ge fun ha => Int.not_lt_of_ge (Int.mul_nonpos_of_nonpos_of_nonneg ha (Int.le_of_lt hb)) h

protected theorem pos_of_mul_pos_right (h : 0 < a * b) (ha : 0 < a) : 0 < b :=
  Int.lt_of_not_ge fun hb => Int.not_lt_of_ge (Int.mul_nonpos_of_nonneg_of_nonpos (Int.le_of_lt ha) hb) h

protected theorem neg_of_mul_neg_left (h : a * b < 0) (hb : 0 < b) : a < 0 :=
  Int.lt_of_not_ge fun ha => Int.not_lt_of_ge (Int.mul_nonneg ha (Int.le_of_lt hb)) h

protected theorem neg_of_mul_neg_right (h : a * b < 0) (ha : 0 < a) : b < 0 :=
  Int.lt_of_not_ge fun hb => Int.not_lt_of_ge (Int.mul_nonneg (Int.le_of_lt ha) hb) h

protected theorem le_of_mul_le_mul_left (w : a * b ≤ a * c) (h : 0 < a) : b ≤ c :=
  Int.not_lt.1 fun h' => Int.not_le_of_gt (Int.mul_lt_mul_of_pos_left h' h) w

protected theorem le_of_mul_le_mul_right (w : b * a ≤ c * a) (h : 0 < a) : b ≤ c :=
  Int.not_lt.1 fun h' => Int.not_le_of_gt (Int.mul_lt_mul_of_pos_right h' h) w

protected theorem lt_of_mul_lt_mul_left (w : a * b < a * c) (h : 0 ≤ a) : b < c :=
  Int.lt_of_not_ge fun h' => Int.not_le_of_gt w (Int.mul_le_mul_of_nonneg_left h' h)

protected theorem lt_of_mul_lt_mul_right (w : b * a < c * a) (h : 0 ≤ a) : b < c :=
  Int.lt_of_not_ge fun h' => Int.not_le_of_gt w (Int.mul_le_mul_of_nonneg_right h' h)

protected theorem mul_le_mul_left (h : 0 < a) : a * b ≤ a * c ↔ b ≤ c :=
  ⟨fun w => Int.le_of_mul_le_mul_left w h, fun w => Int.mul_le_mul_of_nonneg_left w (Int.le_of_lt h)⟩

protected theorem mul_le_mul_right (h : 0 < a) : b * a ≤ c * a ↔ b ≤ c :=
  ⟨fun w => Int.le_of_mul_le_mul_right w h, fun w => Int.mul_le_mul_of_nonneg_right w (Int.le_of_lt h)⟩

protected theorem mul_lt_mul_left (h : 0 < a) : a * b < a * c ↔ b < c :=
  ⟨fun w => Int.lt_of_mul_lt_mul_left w (Int.le_of_lt h), fun w => Int.mul_lt_mul_of_pos_left w h⟩

protected theorem mul_lt_mul_right (h : 0 < a) : b * a < c * a ↔ b < c :=
  ⟨fun w => Int.lt_of_mul_lt_mul_right w (Int.le_of_lt h), fun w => Int.mul_lt_mul_of_pos_right w h⟩

end Int
