prelude
import Init.Int.Basic

/-!
# Integers: the ring

Every integer is a difference `subNatNat m n` of natural numbers, and such differences are added and multiplied by rules
about natural numbers. All ring laws follow from these rules by rearranging sums.
-/

open Nat (succ)

namespace Int

/-! ## Casts and constructors -/

@[simp] protected theorem neg_zero : -(0 : Int) = 0 := rfl
@[norm_cast] theorem ofNat_add (n m : Nat) : (↑(n + m) : Int) = n + m := rfl
@[norm_cast] theorem ofNat_mul (n m : Nat) : (↑(n * m) : Int) = n * m := rfl
@[norm_cast] theorem natCast_succ (n : Nat) : (succ n : Int) = n + 1 := rfl
theorem ofNat_succ (n : Nat) : (succ n : Int) = n + 1 := rfl
theorem neg_ofNat_zero : -((0 : Nat) : Int) = 0 := rfl
theorem neg_ofNat_succ (n : Nat) : -(succ n : Int) = -[n+1] := rfl
theorem neg_negSucc (n : Nat) : -(-[n+1]) = ((n + 1 : Nat) : Int) := rfl
theorem negOfNat_eq {n : Nat} : negOfNat n = -ofNat n := rfl
@[simp] theorem add_def {a b : Int} : Int.add a b = a + b := rfl
@[simp] theorem mul_def {a b : Int} : Int.mul a b = a * b := rfl
@[simp, norm_cast] theorem natCast_inj {m n : Nat} : ((m : Nat) : Int) = (n : Nat) ↔ m = n :=
  ⟨fun h => Int.noConfusion h id, congrArg _⟩
theorem ofNat_inj {m n : Nat} : ((m : Nat) : Int) = (n : Nat) ↔ m = n := natCast_inj
theorem ofNat_eq_zero {n : Nat} : ((n : Nat) : Int) = 0 ↔ n = 0 := natCast_inj
@[simp high] theorem natCast_eq_zero {n : Nat} : (n : Int) = 0 ↔ n = 0 := natCast_inj
theorem natCast_ne_zero {n : Nat} : ((n : Nat) : Int) ≠ 0 ↔ n ≠ 0 := not_congr natCast_inj
theorem ofNat_ne_zero {n : Nat} : ((n : Nat) : Int) ≠ 0 ↔ n ≠ 0 := natCast_ne_zero
theorem negSucc_inj {m n : Nat} : negSucc m = negSucc n ↔ m = n :=
  ⟨fun h => Int.noConfusion h id, congrArg _⟩
theorem negSucc_eq (n : Nat) : -[n+1] = -((n : Int) + 1) := rfl
theorem negSucc_coe (n : Nat) : -[n+1] = -↑(n + 1) := rfl
@[simp] theorem negSucc_ne_zero (n : Nat) : -[n+1] ≠ 0 := nofun
@[simp] theorem zero_ne_negSucc (n : Nat) : 0 ≠ -[n+1] := nofun
@[simp, norm_cast] theorem cast_ofNat_Int {n : Nat} :
    (Nat.cast (no_index (OfNat.ofNat n)) : Int) = OfNat.ofNat n := rfl
theorem natCast_zero : ((0 : Nat) : Int) = (0 : Int) := rfl
theorem natCast_one : ((1 : Nat) : Int) = (1 : Int) := rfl
@[simp, norm_cast] theorem natCast_add (a b : Nat) : ((a + b : Nat) : Int) = (a : Int) + (b : Int) := rfl
@[simp, norm_cast] theorem natCast_mul (a b : Nat) : ((a * b : Nat) : Int) = (a : Int) * (b : Int) := rfl

/-! ## Differences of natural numbers -/

theorem subNatNat_of_sub_eq_zero {m n : Nat} (h : n - m = 0) : subNatNat m n = ↑(m - n) := by
  unfold subNatNat
  rw [h]
  rfl

theorem subNatNat_of_sub_eq_succ {m n k : Nat} (h : n - m = succ k) : subNatNat m n = -[k+1] := by
  unfold subNatNat
  rw [h]

theorem subNatNat_add_add (m n k : Nat) : subNatNat (m + k) (n + k) = subNatNat m n := by
  unfold subNatNat
  rw [Nat.add_sub_add_right, Nat.add_sub_add_right]

theorem subNatNat_add_left {m n : Nat} : subNatNat (m + n) m = n := by
  rw [subNatNat_of_sub_eq_zero (Nat.sub_eq_zero_of_le (Nat.le_add_right m n)), Nat.add_sub_cancel_left]

theorem subNatNat_add_right {m n : Nat} : subNatNat m (m + n + 1) = negSucc n :=
  subNatNat_of_sub_eq_succ (Nat.add_sub_cancel_left m (n + 1))

theorem subNatNat_of_le {m n : Nat} (h : n ≤ m) : subNatNat m n = ↑(m - n) :=
  subNatNat_of_sub_eq_zero (Nat.sub_eq_zero_of_le h)

theorem subNatNat_of_lt {m n : Nat} (h : m < n) : subNatNat m n = -[Nat.pred (n - m) +1] :=
  subNatNat_of_sub_eq_succ (Nat.succ_pred_eq_of_pos (Nat.sub_pos_of_lt h)).symm

theorem subNatNat_self (n : Nat) : subNatNat n n = 0 := subNatNat_add_left (n := 0)

/-- A property of differences holds for `m - n` if it holds for `(n + i) - n` and for `m - (m + i + 1)`. -/
@[elab_as_elim] theorem subNatNat_elim (m n : Nat) (motive : Nat → Nat → Int → Prop)
    (hp : ∀ i n, motive (n + i) n i) (hn : ∀ i m, motive m (m + i + 1) -[i+1]) :
    motive m n (subNatNat m n) := by
  rcases Nat.lt_or_ge m n with h | h
  · obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_lt h
    rw [subNatNat_add_right]
    exact hn k m
  · obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le h
    rw [subNatNat_add_left]
    exact hp k n

private theorem difference_eq {a b c d : Nat} (h : a + d = c + b) : subNatNat a b = subNatNat c d := by
  rw [← subNatNat_add_add a b d, ← subNatNat_add_add c d b, h, Nat.add_comm b d]

@[simp] theorem subNat_eq_zero_iff {a b : Nat} : subNatNat a b = 0 ↔ a = b := by
  refine subNatNat_elim a b (fun a b i => i = 0 ↔ a = b) (fun i b => ?_) (fun i a => ?_)
  · rw [natCast_eq_zero, Nat.add_eq_left]
  · rw [Nat.add_assoc, Nat.left_eq_add]
    exact ⟨fun h => (negSucc_ne_zero i h).elim, fun h => (Nat.succ_ne_zero i h).elim⟩

theorem negOfNat_eq_subNatNat_zero (n : Nat) : negOfNat n = subNatNat 0 n := by cases n <;> rfl

private theorem natCast_eq_difference (n : Nat) : (n : Int) = subNatNat n 0 := by
  have h := subNatNat_add_left (m := 0) (n := n)
  rw [Nat.zero_add] at h
  exact h.symm

private theorem exists_difference (a : Int) : ∃ m n, a = subNatNat m n :=
  match a with
  | ofNat n => ⟨n, 0, natCast_eq_difference n⟩
  | negSucc n => ⟨0, n + 1, rfl⟩

private theorem neg_difference (a b : Nat) : -subNatNat a b = subNatNat b a := by
  rcases Nat.lt_or_ge a b with h | h
  · obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_lt h
    rw [subNatNat_add_right, Nat.add_assoc, subNatNat_add_left]
    rfl
  · obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le h
    rw [subNatNat_add_left]
    cases k with
    | zero => exact (subNatNat_self b).symm
    | succ k => exact subNatNat_add_right.symm

private theorem add_difference (a b c d : Nat) :
    subNatNat a b + subNatNat c d = subNatNat (a + c) (b + d) := by
  refine subNatNat_elim a b (fun a b i => i + subNatNat c d = subNatNat (a + c) (b + d)) ?_ ?_
  · intro i b
    refine subNatNat_elim c d (fun c d j => i + j = subNatNat (b + i + c) (b + d)) ?_ ?_
    · intro j d
      rw [Nat.add_add_add_comm, subNatNat_add_left]
      rfl
    · intro j c
      show subNatNat i (j + 1) = _
      exact difference_eq (by simp only [Nat.add_assoc, Nat.add_comm, Nat.add_left_comm])
  · intro i a
    refine subNatNat_elim c d (fun c d j => -[i+1] + j = subNatNat (a + c) (a + i + 1 + d)) ?_ ?_
    · intro j d
      show subNatNat j (i + 1) = _
      exact difference_eq (by simp only [Nat.add_assoc, Nat.add_comm, Nat.add_left_comm])
    · intro j c
      show subNatNat 0 (i + j + 1 + 1) = _
      exact difference_eq (by simp only [Nat.add_assoc, Nat.add_comm, Nat.add_left_comm, Nat.zero_add])

private theorem mul_difference (a b c d : Nat) :
    subNatNat a b * subNatNat c d = subNatNat (a * c + b * d) (a * d + b * c) := by
  refine subNatNat_elim a b (fun a b i => i * subNatNat c d = subNatNat (a * c + b * d) (a * d + b * c)) ?_ ?_
  · intro i b
    refine subNatNat_elim c d
      (fun c d j => i * j = subNatNat ((b + i) * c + b * d) ((b + i) * d + b * c)) ?_ ?_
    · intro j d
      show ((i * j : Nat) : Int) = _
      rw [natCast_eq_difference]
      refine difference_eq ?_
      simp only [Nat.mul_add, Nat.add_mul, Nat.add_assoc, Nat.add_comm, Nat.add_left_comm, Nat.add_zero]
    · intro j c
      show negOfNat (i * (j + 1)) = _
      rw [negOfNat_eq_subNatNat_zero]
      refine difference_eq ?_
      simp only [Nat.mul_add, Nat.add_mul, Nat.add_assoc, Nat.add_comm, Nat.add_left_comm, Nat.zero_add]
  · intro i a
    refine subNatNat_elim c d
      (fun c d j => -[i+1] * j = subNatNat (a * c + (a + i + 1) * d) (a * d + (a + i + 1) * c)) ?_ ?_
    · intro j d
      show negOfNat ((i + 1) * j) = _
      rw [negOfNat_eq_subNatNat_zero]
      refine difference_eq ?_
      simp only [Nat.mul_add, Nat.add_mul, Nat.add_assoc, Nat.add_comm, Nat.add_left_comm, Nat.zero_add]
    · intro j c
      show (((i + 1) * (j + 1) : Nat) : Int) = _
      rw [natCast_eq_difference]
      refine difference_eq ?_
      simp only [Nat.mul_add, Nat.add_mul, Nat.add_assoc, Nat.add_comm, Nat.add_left_comm, Nat.zero_add]

/-! ## Addition -/

protected theorem add_comm (a b : Int) : a + b = b + a := by
  obtain ⟨m, n, rfl⟩ := exists_difference a
  obtain ⟨k, l, rfl⟩ := exists_difference b
  rw [add_difference, add_difference, Nat.add_comm m, Nat.add_comm n]

instance : Std.Commutative (α := Int) (· + ·) := ⟨Int.add_comm⟩

@[simp] protected theorem add_zero : ∀ a : Int, a + 0 = a
  | ofNat _ => rfl
  | -[_+1] => rfl

@[simp] protected theorem zero_add (a : Int) : 0 + a = a := (Int.add_comm 0 a).trans (Int.add_zero a)

instance : Std.LawfulIdentity (α := Int) (· + ·) 0 where
  left_id := Int.zero_add
  right_id := Int.add_zero

protected theorem add_assoc (a b c : Int) : a + b + c = a + (b + c) := by
  obtain ⟨m, n, rfl⟩ := exists_difference a
  obtain ⟨k, l, rfl⟩ := exists_difference b
  obtain ⟨p, q, rfl⟩ := exists_difference c
  simp only [add_difference, Nat.add_assoc]

instance : Std.Associative (α := Int) (· + ·) := ⟨Int.add_assoc⟩

protected theorem add_left_comm (a b c : Int) : a + (b + c) = b + (a + c) := by
  rw [← Int.add_assoc, Int.add_comm a, Int.add_assoc]

protected theorem add_right_comm (a b c : Int) : a + b + c = a + c + b := by
  rw [Int.add_assoc, Int.add_comm b, ← Int.add_assoc]

protected theorem add_add_add_comm (a b c d : Int) : a + b + (c + d) = a + c + (b + d) := by
  rw [Int.add_assoc, Int.add_left_comm b, ← Int.add_assoc]

/-! ## Negation -/

@[simp] protected theorem neg_neg : ∀ a : Int, -(-a) = a
  | ofNat 0 => rfl
  | ofNat (succ _) => rfl
  | -[_+1] => rfl

@[simp] protected theorem neg_inj {a b : Int} : -a = -b ↔ a = b :=
  ⟨fun h => by rw [← Int.neg_neg a, ← Int.neg_neg b, h], congrArg _⟩

@[simp] protected theorem neg_eq_zero {a : Int} : -a = 0 ↔ a = 0 := Int.neg_inj (b := 0)

protected theorem neg_ne_zero {a : Int} : -a ≠ 0 ↔ a ≠ 0 := not_congr Int.neg_eq_zero

protected theorem sub_eq_add_neg {a b : Int} : a - b = a + -b := rfl

theorem add_neg_one (i : Int) : i + -1 = i - 1 := rfl
theorem add_neg_eq_sub {a b : Int} : a + -b = a - b := rfl

protected theorem add_left_neg (a : Int) : -a + a = 0 := by
  obtain ⟨m, n, rfl⟩ := exists_difference a
  rw [neg_difference, add_difference, Nat.add_comm, subNatNat_self]

protected theorem add_right_neg (a : Int) : a + -a = 0 := by rw [Int.add_comm, Int.add_left_neg]

protected theorem neg_eq_of_add_eq_zero {a b : Int} (h : a + b = 0) : -a = b := by
  rw [← Int.add_zero (-a), ← h, ← Int.add_assoc, Int.add_left_neg, Int.zero_add]

protected theorem eq_neg_of_eq_neg {a b : Int} (h : a = -b) : b = -a := by rw [h, Int.neg_neg]

protected theorem eq_neg_comm {a b : Int} : a = -b ↔ b = -a := ⟨Int.eq_neg_of_eq_neg, Int.eq_neg_of_eq_neg⟩

protected theorem neg_eq_comm {a b : Int} : -a = b ↔ -b = a := by rw [eq_comm, Int.eq_neg_comm, eq_comm]

protected theorem neg_add_cancel_left (a b : Int) : -a + (a + b) = b := by
  rw [← Int.add_assoc, Int.add_left_neg, Int.zero_add]

protected theorem add_neg_cancel_left (a b : Int) : a + (-a + b) = b := by
  rw [← Int.add_assoc, Int.add_right_neg, Int.zero_add]

protected theorem add_neg_cancel_right (a b : Int) : a + b + -b = a := by
  rw [Int.add_assoc, Int.add_right_neg, Int.add_zero]

protected theorem neg_add_cancel_right (a b : Int) : a + -b + b = a := by
  rw [Int.add_assoc, Int.add_left_neg, Int.add_zero]

protected theorem add_left_cancel {a b c : Int} (h : a + b = a + c) : b = c := by
  rw [← Int.neg_add_cancel_left a b, h, Int.neg_add_cancel_left]

protected theorem add_right_cancel {a b c : Int} (h : a + b = c + b) : a = c := by
  rw [← Int.add_neg_cancel_right a b, h, Int.add_neg_cancel_right]

protected theorem neg_add {a b : Int} : -(a + b) = -a + -b :=
  Int.neg_eq_of_add_eq_zero (by rw [Int.add_add_add_comm, Int.add_right_neg, Int.add_right_neg]; rfl)

/-- A property that is invariant under negation holds if it holds for natural numbers. -/
theorem wlog_sign {P : Int → Prop} (inv : ∀ a, P a ↔ P (-a)) (w : ∀ n : Nat, P n) (a : Int) : P a :=
  match a with
  | ofNat n => w n
  | negSucc n => (inv _).2 (w (n + 1))

/-! ## Subtraction -/

@[simp] theorem negSucc_sub_one (n : Nat) : -[n+1] - 1 = -[n + 1 +1] := rfl

@[simp] protected theorem sub_self (a : Int) : a - a = 0 := Int.add_right_neg a

@[simp] protected theorem sub_zero (a : Int) : a - 0 = a := Int.add_zero a

@[simp] protected theorem zero_sub (a : Int) : 0 - a = -a := Int.zero_add (-a)

protected theorem sub_eq_zero_of_eq {a b : Int} (h : a = b) : a - b = 0 := by rw [h, Int.sub_self]

@[simp] protected theorem sub_add_cancel (a b : Int) : a - b + b = a := Int.neg_add_cancel_right a b

@[simp] protected theorem add_sub_cancel (a b : Int) : a + b - b = a := Int.add_neg_cancel_right a b

protected theorem eq_of_sub_eq_zero {a b : Int} (h : a - b = 0) : a = b := by
  rw [← Int.sub_add_cancel a b, h, Int.zero_add]

protected theorem sub_eq_zero {a b : Int} : a - b = 0 ↔ a = b := ⟨Int.eq_of_sub_eq_zero, Int.sub_eq_zero_of_eq⟩

protected theorem sub_sub (a b c : Int) : a - b - c = a - (b + c) := by
  simp only [Int.sub_eq_add_neg, Int.add_assoc, Int.neg_add]

@[simp] protected theorem neg_sub (a b : Int) : -(a - b) = b - a := by
  simp only [Int.sub_eq_add_neg, Int.neg_add, Int.neg_neg, Int.add_comm]

protected theorem sub_sub_self (a b : Int) : a - (a - b) = b := by
  rw [Int.sub_eq_add_neg, Int.neg_sub, Int.sub_eq_add_neg, Int.add_left_comm, Int.add_right_neg, Int.add_zero]

@[simp] protected theorem sub_neg (a b : Int) : a - -b = a + b := by rw [Int.sub_eq_add_neg, Int.neg_neg]

protected theorem add_sub_assoc (a b c : Int) : a + b - c = a + (b - c) := Int.add_assoc a b (-c)

@[norm_cast] theorem ofNat_sub {m n : Nat} (h : m ≤ n) : ((n - m : Nat) : Int) = n - m := by
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le h
  rw [Nat.add_sub_cancel_left, natCast_add, Int.sub_eq_add_neg, Int.add_right_comm, Int.add_right_neg, Int.zero_add]

theorem natCast_sub {m n : Nat} (h : m ≤ n) : ((n - m : Nat) : Int) = n - m := ofNat_sub h

theorem negSucc_coe' (n : Nat) : -[n+1] = -↑n - 1 := by
  rw [Int.sub_eq_add_neg, ← Int.neg_add]
  rfl

protected theorem subNatNat_eq_coe {m n : Nat} : subNatNat m n = ↑m - ↑n := by
  rw [natCast_eq_difference m, natCast_eq_difference n, Int.sub_eq_add_neg, neg_difference, add_difference,
    Nat.add_zero, Nat.zero_add]

theorem toNat_sub (m n : Nat) : toNat (m - n) = m - n := by
  rw [← Int.subNatNat_eq_coe]
  rcases Nat.lt_or_ge m n with h | h
  · rw [subNatNat_of_lt h, Nat.sub_eq_zero_of_le (Nat.le_of_lt h)]
    rfl
  · rw [subNatNat_of_le h]
    rfl

@[simp] protected theorem add_left_inj {i j : Int} (k : Int) : (i + k = j + k) ↔ i = j :=
  ⟨Int.add_right_cancel, congrArg (· + k)⟩

@[simp] protected theorem add_right_inj {i j : Int} (k : Int) : (k + i = k + j) ↔ i = j :=
  ⟨Int.add_left_cancel, congrArg (k + ·)⟩

@[simp] protected theorem sub_right_inj {i j : Int} (k : Int) : (k - i = k - j) ↔ i = j :=
  (Int.add_right_inj k).trans Int.neg_inj

@[simp] protected theorem sub_left_inj {i j : Int} (k : Int) : (i - k = j - k) ↔ i = j := Int.add_left_inj (-k)

@[simp] protected theorem add_eq_left {a b : Int} : a + b = a ↔ b = 0 := by
  rw [← Int.add_right_inj a (i := b), Int.add_zero]
@[simp] protected theorem add_eq_right {a b : Int} : a + b = b ↔ a = 0 := by rw [Int.add_comm, Int.add_eq_left]
@[simp] protected theorem left_eq_add {a b : Int} : a = a + b ↔ b = 0 := eq_comm.trans Int.add_eq_left
@[simp] protected theorem right_eq_add {a b : Int} : b = a + b ↔ a = 0 := eq_comm.trans Int.add_eq_right

/-! ## Multiplication -/

@[simp] theorem ofNat_mul_negSucc (m n : Nat) : (m : Int) * -[n+1] = -↑(m * succ n) := rfl
@[simp] theorem negSucc_mul_ofNat (m n : Nat) : -[m+1] * n = -↑(succ m * n) := rfl
@[simp] theorem negSucc_mul_negSucc (m n : Nat) : -[m+1] * -[n+1] = succ m * succ n := rfl

protected theorem mul_comm (a b : Int) : a * b = b * a := by
  obtain ⟨m, n, rfl⟩ := exists_difference a
  obtain ⟨k, l, rfl⟩ := exists_difference b
  simp only [mul_difference, Nat.mul_comm, Nat.add_comm]

instance : Std.Commutative (α := Int) (· * ·) := ⟨Int.mul_comm⟩

protected theorem mul_assoc (a b c : Int) : a * b * c = a * (b * c) := by
  obtain ⟨m, n, rfl⟩ := exists_difference a
  obtain ⟨k, l, rfl⟩ := exists_difference b
  obtain ⟨p, q, rfl⟩ := exists_difference c
  simp only [mul_difference, Nat.mul_add, Nat.add_mul, Nat.mul_assoc, Nat.add_assoc, Nat.add_comm,
    Nat.add_left_comm]

instance : Std.Associative (α := Int) (· * ·) := ⟨Int.mul_assoc⟩

protected theorem mul_left_comm (a b c : Int) : a * (b * c) = b * (a * c) := by
  rw [← Int.mul_assoc, ← Int.mul_assoc, Int.mul_comm a]

protected theorem mul_right_comm (a b c : Int) : a * b * c = a * c * b := by
  rw [Int.mul_assoc, Int.mul_assoc, Int.mul_comm b]

@[simp] protected theorem mul_zero (a : Int) : a * 0 = 0 := by cases a <;> rfl

@[simp] protected theorem zero_mul (a : Int) : 0 * a = 0 := (Int.mul_comm 0 a).trans (Int.mul_zero a)

protected theorem mul_add (a b c : Int) : a * (b + c) = a * b + a * c := by
  obtain ⟨m, n, rfl⟩ := exists_difference a
  obtain ⟨k, l, rfl⟩ := exists_difference b
  obtain ⟨p, q, rfl⟩ := exists_difference c
  simp only [mul_difference, add_difference, Nat.mul_add, Nat.add_assoc, Nat.add_left_comm]

protected theorem add_mul (a b c : Int) : (a + b) * c = a * c + b * c := by
  rw [Int.mul_comm, Int.mul_add, Int.mul_comm c a, Int.mul_comm c b]

protected theorem neg_mul_eq_neg_mul (a b : Int) : -(a * b) = -a * b :=
  Int.neg_eq_of_add_eq_zero (by rw [← Int.add_mul, Int.add_right_neg, Int.zero_mul])

protected theorem neg_mul_eq_mul_neg (a b : Int) : -(a * b) = a * -b :=
  Int.neg_eq_of_add_eq_zero (by rw [← Int.mul_add, Int.add_right_neg, Int.mul_zero])

@[simp] protected theorem neg_mul (a b : Int) : -a * b = -(a * b) := (Int.neg_mul_eq_neg_mul a b).symm

@[simp] protected theorem mul_neg (a b : Int) : a * -b = -(a * b) := (Int.neg_mul_eq_mul_neg a b).symm

protected theorem neg_mul_neg (a b : Int) : -a * -b = a * b := by rw [Int.neg_mul, Int.mul_neg, Int.neg_neg]

protected theorem neg_mul_comm (a b : Int) : -a * b = a * -b := by rw [Int.neg_mul, Int.mul_neg]

protected theorem mul_sub (a b c : Int) : a * (b - c) = a * b - a * c := by
  rw [Int.sub_eq_add_neg, Int.mul_add, Int.mul_neg, Int.sub_eq_add_neg]

protected theorem sub_mul (a b c : Int) : (a - b) * c = a * c - b * c := by
  rw [Int.sub_eq_add_neg, Int.add_mul, Int.neg_mul, Int.sub_eq_add_neg]

@[simp] protected theorem mul_one : ∀ a : Int, a * 1 = a
  | ofNat n => congrArg ofNat (Nat.mul_one n)
  | -[n+1] => congrArg negOfNat (Nat.mul_one (n + 1))

@[simp] protected theorem one_mul (a : Int) : 1 * a = a := (Int.mul_comm 1 a).trans (Int.mul_one a)

instance : Std.LawfulIdentity (α := Int) (· * ·) 1 where
  left_id := Int.one_mul
  right_id := Int.mul_one

protected theorem mul_neg_one (a : Int) : a * -1 = -a := by rw [Int.mul_neg, Int.mul_one]

protected theorem neg_eq_neg_one_mul (a : Int) : -a = -1 * a := by rw [Int.neg_mul, Int.one_mul]

protected theorem mul_two (n : Int) : n * 2 = n + n := by rw [← Int.mul_one n, ← Int.mul_add, Int.mul_one]; rfl
protected theorem two_mul (n : Int) : 2 * n = n + n := by rw [Int.mul_comm, Int.mul_two]

@[simp] protected theorem mul_eq_zero {a b : Int} : a * b = 0 ↔ a = 0 ∨ b = 0 := by
  refine ⟨fun h => ?_, fun h => h.elim (fun h => by rw [h, Int.zero_mul]) fun h => by rw [h, Int.mul_zero]⟩
  cases a with
  | ofNat m =>
    cases b with
    | ofNat n => exact (Nat.mul_eq_zero.1 (natCast_inj.1 h)).imp natCast_inj.2 natCast_inj.2
    | negSucc n =>
      have h := natCast_inj.1 (Int.neg_eq_zero.1 h)
      exact Or.inl (natCast_inj.2 ((Nat.mul_eq_zero.1 h).resolve_right (Nat.succ_ne_zero n)))
  | negSucc m =>
    cases b with
    | ofNat n =>
      have h := natCast_inj.1 (Int.neg_eq_zero.1 h)
      exact Or.inr (natCast_inj.2 ((Nat.mul_eq_zero.1 h).resolve_left (Nat.succ_ne_zero m)))
    | negSucc n => exact (Nat.mul_ne_zero (Nat.succ_ne_zero m) (Nat.succ_ne_zero n) (natCast_inj.1 h)).elim

protected theorem mul_ne_zero {a b : Int} (a0 : a ≠ 0) (b0 : b ≠ 0) : a * b ≠ 0 := fun h =>
  (Int.mul_eq_zero.1 h).elim a0 b0

@[simp] protected theorem mul_ne_zero_iff {a b : Int} : a * b ≠ 0 ↔ a ≠ 0 ∧ b ≠ 0 := by
  rw [ne_eq, Int.mul_eq_zero, not_or]

protected theorem eq_of_mul_eq_mul_right {a b c : Int} (ha : a ≠ 0) (h : b * a = c * a) : b = c := by
  have h' : (b - c) * a = 0 := by rw [Int.sub_mul, h, Int.sub_self]
  exact Int.eq_of_sub_eq_zero ((Int.mul_eq_zero.1 h').resolve_right ha)

protected theorem eq_of_mul_eq_mul_left {a b c : Int} (ha : a ≠ 0) (h : a * b = a * c) : b = c :=
  Int.eq_of_mul_eq_mul_right ha (by rw [Int.mul_comm b, Int.mul_comm c, h])

theorem mul_eq_mul_left_iff {a b c : Int} (h : c ≠ 0) : c * a = c * b ↔ a = b :=
  ⟨Int.eq_of_mul_eq_mul_left h, congrArg (c * ·)⟩

theorem mul_eq_mul_right_iff {a b c : Int} (h : c ≠ 0) : a * c = b * c ↔ a = b :=
  ⟨Int.eq_of_mul_eq_mul_right h, congrArg (· * c)⟩

theorem eq_one_of_mul_eq_self_left {a b : Int} (Hpos : a ≠ 0) (H : b * a = a) : b = 1 :=
  Int.eq_of_mul_eq_mul_right Hpos (by rw [Int.one_mul, H])

theorem eq_one_of_mul_eq_self_right {a b : Int} (Hpos : b ≠ 0) (H : b * a = b) : a = 1 :=
  Int.eq_of_mul_eq_mul_left Hpos (by rw [Int.mul_one, H])

end Int
