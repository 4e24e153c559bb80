prelude
import Init.Int
import Init.Array
import Init.List.Mem

/-!
# Bounded numbers: numerals and arithmetic

Arithmetic in `Fin n` is that of `Nat` modulo `n`, as in Lean's own library; there are numerals where `n` is not zero.
-/

universe u v w

/-- That `n` is not zero, for the search of instances. -/
class NeZero {R : Type u} [Zero R] (n : R) : Prop where
  out : n ≠ 0

theorem NeZero.ne {R : Type u} [Zero R] (n : R) [h : NeZero n] : n ≠ 0 := h.out
theorem NeZero.ne' {R : Type u} [Zero R] (n : R) [h : NeZero n] : 0 ≠ n := h.out.symm
theorem neZero_iff {R : Type u} [Zero R] {n : R} : NeZero n ↔ n ≠ 0 := ⟨fun h => h.out, fun h => ⟨h⟩⟩

instance Nat.instNeZeroSucc {n : Nat} : NeZero (n + 1) := ⟨succ_ne_zero n⟩

theorem Nat.pos_of_neZero (n : Nat) [NeZero n] : 0 < n := Nat.pos_of_ne_zero (NeZero.ne _)

namespace Fin
variable {n m : Nat}

protected theorem pos (i : Fin n) : 0 < n := Nat.lt_of_le_of_lt (Nat.zero_le _) i.isLt

theorem size_positive (i : Fin n) : 0 < n := i.pos

private theorem mod_lt_of {a b : Nat} (h : a < n) : b % n < n := Nat.mod_lt _ (Nat.lt_of_le_of_lt (Nat.zero_le _) h)

/-- The number itself. -/
@[coe, reducible] protected def toNat (i : Fin n) : Nat := i.val

def elim0 {α : Sort u} : Fin 0 → α
  | ⟨_, h⟩ => absurd h (Nat.not_lt_zero _)

/-! ## Arithmetic -/

/-- `a` modulo `n`. -/
protected def ofNat (n : Nat) [NeZero n] (a : Nat) : Fin n := ⟨a % n, Nat.mod_lt _ (Nat.pos_of_neZero n)⟩

protected def add : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨(a + b) % n, mod_lt_of h⟩

protected def mul : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨(a * b) % n, mod_lt_of h⟩

protected def sub : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨((n - b) + a) % n, mod_lt_of h⟩

protected def mod : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨a % b, Nat.lt_of_le_of_lt (Nat.mod_le _ _) h⟩

protected def div : Fin n → Fin n → Fin n
  | ⟨a, h⟩, ⟨b, _⟩ => ⟨a / b, Nat.lt_of_le_of_lt (Nat.div_le_self _ _) h⟩

protected def neg (a : Fin n) : Fin n := ⟨(n - a) % n, mod_lt_of a.isLt⟩

instance instOfNat {n : Nat} [NeZero n] {i : Nat} : OfNat (Fin n) i := ⟨Fin.ofNat n i⟩
instance instInhabited {n : Nat} [NeZero n] : Inhabited (Fin n) := ⟨0⟩
instance instAdd : Add (Fin n) := ⟨Fin.add⟩
instance instSub : Sub (Fin n) := ⟨Fin.sub⟩
instance instMul : Mul (Fin n) := ⟨Fin.mul⟩
instance instMod : Mod (Fin n) := ⟨Fin.mod⟩
instance instDiv : Div (Fin n) := ⟨Fin.div⟩
instance neg' (n : Nat) : Neg (Fin n) := ⟨Fin.neg⟩
instance instMax : Max (Fin n) := ⟨fun a b => if a ≤ b then b else a⟩
instance instMin : Min (Fin n) := ⟨fun a b => if a ≤ b then a else b⟩

/-! ## Between different bounds -/

/-- The greatest element. -/
@[inline] def last (n : Nat) : Fin (n + 1) := ⟨n, n.lt_succ_self⟩

def succ : Fin n → Fin (n + 1)
  | ⟨i, h⟩ => ⟨i + 1, Nat.succ_lt_succ h⟩

@[inline] def castLT (i : Fin m) (h : i.1 < n) : Fin n := ⟨i.1, h⟩
@[inline] def castLE (h : n ≤ m) (i : Fin n) : Fin m := ⟨i, Nat.lt_of_lt_of_le i.2 h⟩
@[inline] protected def cast (eq : n = m) (i : Fin n) : Fin m := ⟨i, eq ▸ i.2⟩
@[inline] def castAdd (m : Nat) : Fin n → Fin (n + m) := castLE (Nat.le_add_right n m)
@[inline] def castSucc : Fin n → Fin (n + 1) := castAdd 1
def addNat (i : Fin n) (m : Nat) : Fin (n + m) := ⟨i + m, Nat.add_lt_add_right i.2 _⟩
def natAdd (n : Nat) (i : Fin m) : Fin (n + m) := ⟨n + i, Nat.add_lt_add_left i.2 _⟩
@[inline] def rev (i : Fin n) : Fin n := ⟨n - (i + 1), by have := i.isLt; omega⟩
@[inline] def subNat (m : Nat) (i : Fin (n + m)) (h : m ≤ i) : Fin n := ⟨i - m, by have := i.isLt; omega⟩
@[inline] def pred {n : Nat} (i : Fin (n + 1)) (h : i ≠ 0) : Fin n :=
  subNat 1 i (Nat.pos_of_ne_zero fun e => h (eq_of_val_eq e))

/-! ## Values -/

@[simp] theorem is_lt (a : Fin n) : (a : Nat) < n := a.2
theorem prop (a : Fin n) : a.val < n := a.2
theorem is_le (i : Fin (n + 1)) : (i : Nat) ≤ n := Nat.le_of_lt_succ i.2
@[simp] theorem is_le' {a : Fin n} : (a : Nat) ≤ n := Nat.le_of_lt a.2
protected theorem eta (a : Fin n) (h : a.val < n) : (⟨a, h⟩ : Fin n) = a := rfl
@[simp] theorem val_mk {m n : Nat} (h : m < n) : (⟨m, h⟩ : Fin n).val = m := rfl
theorem val_ne_of_ne {i j : Fin n} (h : i ≠ j) : i.val ≠ j.val := fun e => h (eq_of_val_eq e)
theorem val_ne_iff {a b : Fin n} : a.1 ≠ b.1 ↔ a ≠ b := not_congr val_inj
theorem forall_iff {p : Fin n → Prop} : (∀ i, p i) ↔ ∀ i h, p ⟨i, h⟩ :=
  ⟨fun h i hi => h ⟨i, hi⟩, fun h ⟨i, hi⟩ => h i hi⟩
theorem exists_iff {p : Fin n → Prop} : (∃ i, p i) ↔ ∃ i h, p ⟨i, h⟩ :=
  ⟨fun ⟨⟨i, hi⟩, h⟩ => ⟨i, hi, h⟩, fun ⟨i, hi, h⟩ => ⟨⟨i, hi⟩, h⟩⟩

@[simp] theorem val_ofNat (n : Nat) [NeZero n] (a : Nat) : (Fin.ofNat n a).val = a % n := rfl
@[simp] theorem coe_ofNat_eq_mod (m n : Nat) [NeZero m] :
    ((no_index (OfNat.ofNat n) : Fin m) : Nat) = OfNat.ofNat n % m := rfl
@[simp] theorem ofNat_val_eq_self [NeZero n] (x : Fin n) : Fin.ofNat n x = x := Fin.ext (Nat.mod_eq_of_lt x.isLt)
@[simp] theorem val_zero (n : Nat) [NeZero n] : ((0 : Fin n) : Nat) = 0 := Nat.zero_mod n
theorem val_one (n : Nat) : ((1 : Fin (n + 2)) : Nat) = 1 := Nat.mod_eq_of_lt (Nat.succ_lt_succ n.succ_pos)
theorem val_add (a b : Fin n) : (a + b).val = (a.val + b.val) % n := rfl
theorem val_mul (a b : Fin n) : (a * b).val = (a.val * b.val) % n := rfl
theorem val_sub (a b : Fin n) : (a - b).val = ((n - b.val) + a.val) % n := rfl
theorem sub_def (a b : Fin n) : a - b = ⟨((n - b.val) + a.val) % n, Nat.mod_lt _ a.pos⟩ := rfl
theorem add_def (a b : Fin n) : a + b = ⟨(a + b) % n, Nat.mod_lt _ a.pos⟩ := rfl
theorem mul_def (a b : Fin n) : a * b = ⟨(a * b) % n, Nat.mod_lt _ a.pos⟩ := rfl
@[simp] theorem val_neg' (a : Fin n) : ((-a : Fin n) : Nat) = (n - a) % n := rfl
@[simp] theorem mod_val (a b : Fin n) : (a % b).val = a.val % b.val := rfl
@[simp] theorem div_val (a b : Fin n) : (a / b).val = a.val / b.val := rfl
@[simp] theorem val_last (n : Nat) : (last n).val = n := rfl
@[simp] theorem val_succ (j : Fin n) : (j.succ : Nat) = j + 1 := rfl
@[simp] theorem val_castSucc (i : Fin n) : (i.castSucc : Nat) = i := rfl
@[simp] theorem val_castLE (h : n ≤ m) (i : Fin n) : (castLE h i : Nat) = i := rfl
@[simp] theorem val_castAdd (m : Nat) (i : Fin n) : (castAdd m i : Nat) = i := rfl
@[simp] theorem val_castLT (i : Fin m) (h : i.1 < n) : (castLT i h : Nat) = i := rfl
@[simp] theorem val_cast (h : n = m) (i : Fin n) : (i.cast h : Nat) = i := rfl
@[simp] theorem val_addNat (m : Nat) (i : Fin n) : (addNat i m : Nat) = i + m := rfl
@[simp] theorem val_natAdd (n : Nat) {m : Nat} (i : Fin m) : (natAdd n i : Nat) = n + i := rfl
@[simp] theorem val_rev (i : Fin n) : (rev i : Nat) = n - (i + 1) := rfl
@[simp] theorem val_subNat (i : Fin (n + m)) (h : m ≤ i) : (i.subNat m h : Nat) = i - m := rfl
@[simp] theorem val_pred (j : Fin (n + 1)) (h : j ≠ 0) : (j.pred h : Nat) = j - 1 := rfl
@[simp] theorem zero_eta : (⟨0, Nat.zero_lt_succ _⟩ : Fin (n + 1)) = 0 := rfl
@[simp] theorem rev_rev (i : Fin n) : rev (rev i) = i := Fin.ext (by have := i.isLt; simp; omega)

@[simp] theorem succ_ne_zero (k : Fin n) : k.succ ≠ 0 := fun h => absurd (congrArg val h) (Nat.succ_ne_zero k)
theorem zero_ne_succ (k : Fin n) : 0 ≠ k.succ := (succ_ne_zero k).symm
@[simp] theorem succ_inj {a b : Fin n} : a.succ = b.succ ↔ a = b := by simp [Fin.ext_iff]
@[simp] theorem castSucc_inj {a b : Fin n} : a.castSucc = b.castSucc ↔ a = b := by simp [Fin.ext_iff]
@[simp] theorem succ_lt_succ_iff {a b : Fin n} : a.succ < b.succ ↔ a < b := Nat.succ_lt_succ_iff
@[simp] theorem succ_le_succ_iff {a b : Fin n} : a.succ ≤ b.succ ↔ a ≤ b := Nat.succ_le_succ_iff
@[simp] theorem succ_pred : ∀ (i : Fin (n + 1)) (h : i ≠ 0), (i.pred h).succ = i
  | ⟨0, _⟩, hi => absurd rfl hi
  | ⟨_ + 1, _⟩, _ => rfl
@[simp] theorem pred_succ (i : Fin n) {h : i.succ ≠ 0} : i.succ.pred h = i := rfl
theorem le_last (i : Fin (n + 1)) : i ≤ last n := Nat.le_of_lt_succ i.is_lt
theorem castSucc_lt_last (a : Fin n) : castSucc a < last n := a.is_lt
theorem castSucc_lt_succ {i : Fin n} : i.castSucc < i.succ := Nat.lt_succ_self i.val
@[simp] theorem zero_le [NeZero n] (a : Fin n) : 0 ≤ a := by
  show (0 : Fin n).val ≤ a.val
  rw [val_zero]
  exact Nat.zero_le _
theorem succ_pos (a : Fin n) : (0 : Fin (n + 1)) < a.succ := Nat.zero_lt_succ _
theorem pos_iff_ne_zero {a : Fin (n + 1)} : 0 < a ↔ a ≠ 0 := by
  rw [lt_def, val_zero, Nat.pos_iff_ne_zero, ne_eq, ne_eq, Fin.ext_iff, val_zero]
theorem eq_zero_or_eq_succ {n : Nat} : ∀ i : Fin (n + 1), i = 0 ∨ ∃ j : Fin n, i = j.succ
  | ⟨0, _⟩ => .inl rfl
  | ⟨j + 1, h⟩ => .inr ⟨⟨j, Nat.lt_of_succ_lt_succ h⟩, rfl⟩
theorem eq_zero : ∀ n : Fin 1, n = 0
  | ⟨0, _⟩ => rfl

/-! ## Laws -/

@[simp] protected theorem add_zero [NeZero n] (k : Fin n) : k + 0 = k :=
  Fin.ext (by rw [val_add, val_zero, Nat.add_zero, Nat.mod_eq_of_lt k.isLt])
protected theorem add_comm (a b : Fin n) : a + b = b + a := Fin.ext (by rw [val_add, val_add, Nat.add_comm])
@[simp] protected theorem zero_add [NeZero n] (k : Fin n) : 0 + k = k := by rw [Fin.add_comm, Fin.add_zero]
protected theorem add_assoc (a b c : Fin n) : a + b + c = a + (b + c) :=
  Fin.ext (by simp only [val_add, Nat.mod_add_mod, Nat.add_mod_mod, Nat.add_assoc])
protected theorem mul_comm (a b : Fin n) : a * b = b * a := Fin.ext (by rw [val_mul, val_mul, Nat.mul_comm])
protected theorem mul_assoc (a b c : Fin n) : a * b * c = a * (b * c) :=
  Fin.ext (by simp only [val_mul, Nat.mod_mul_mod, Nat.mul_mod_mod, Nat.mul_assoc])
@[simp] protected theorem mul_zero [NeZero n] (k : Fin n) : k * 0 = 0 :=
  Fin.ext (by rw [val_mul, val_zero, Nat.mul_zero, Nat.zero_mod])
@[simp] protected theorem zero_mul [NeZero n] (k : Fin n) : 0 * k = 0 := by rw [Fin.mul_comm, Fin.mul_zero]
protected theorem mul_one [i : NeZero n] (k : Fin n) : k * 1 = k := by
  match n, i with
  | n + 1, _ =>
    match n with
    | 0 => exact (eq_zero _).trans (eq_zero k).symm
    | n + 1 => exact Fin.ext (by rw [val_mul, val_one, Nat.mul_one, Nat.mod_eq_of_lt k.isLt])
protected theorem one_mul [NeZero n] (k : Fin n) : 1 * k = k := by rw [Fin.mul_comm, Fin.mul_one]
protected theorem sub_self [NeZero n] {x : Fin n} : x - x = 0 := Fin.ext (by
  rw [val_sub, val_zero, Nat.sub_add_cancel (Nat.le_of_lt x.isLt), Nat.mod_self])

/-! ## Order -/

protected theorem le_refl (a : Fin n) : a ≤ a := Nat.le_refl _
protected theorem le_trans {a b c : Fin n} : a ≤ b → b ≤ c → a ≤ c := Nat.le_trans
protected theorem lt_trans {a b c : Fin n} : a < b → b < c → a < c := Nat.lt_trans
protected theorem le_antisymm {x y : Fin n} (h1 : x ≤ y) (h2 : y ≤ x) : x = y := Fin.ext (Nat.le_antisymm h1 h2)
protected theorem le_total (x y : Fin n) : x ≤ y ∨ y ≤ x := Nat.le_total x y
protected theorem lt_irrefl (a : Fin n) : ¬a < a := Nat.lt_irrefl a.val
protected theorem le_of_lt {a b : Fin n} (h : a < b) : a ≤ b := Nat.le_of_lt h
protected theorem not_le {a b : Fin n} : ¬a ≤ b ↔ b < a := Nat.not_le
protected theorem not_lt {a b : Fin n} : ¬a < b ↔ b ≤ a := Nat.not_lt
protected theorem ne_of_lt {a b : Fin n} (h : a < b) : a ≠ b := fun e => Nat.ne_of_lt h (congrArg val e)
protected theorem lt_iff_le_and_ne {a b : Fin n} : a < b ↔ a ≤ b ∧ a ≠ b := by
  rw [← val_ne_iff]
  exact Nat.lt_iff_le_and_ne

/-! ## Induction -/

/-- `0` and the successors. -/
@[elab_as_elim] def cases {motive : Fin (n + 1) → Sort u} (zero : motive 0) (succ : ∀ i : Fin n, motive i.succ) :
    ∀ i : Fin (n + 1), motive i
  | ⟨0, _⟩ => zero
  | ⟨i + 1, h⟩ => succ ⟨i, Nat.lt_of_succ_lt_succ h⟩

@[simp] theorem cases_zero {motive : Fin (n + 1) → Sort u} {zero : motive 0} {succ : ∀ i : Fin n, motive i.succ} :
    @cases n motive zero succ 0 = zero := rfl
@[simp] theorem cases_succ {motive : Fin (n + 1) → Sort u} {zero : motive 0} {succ : ∀ i : Fin n, motive i.succ}
    (i : Fin n) : @cases n motive zero succ i.succ = succ i := by cases i; rfl

@[elab_as_elim] def induction {motive : Fin (n + 1) → Sort u} (zero : motive 0)
    (succ : ∀ i : Fin n, motive (castSucc i) → motive i.succ) : ∀ i : Fin (n + 1), motive i
  | ⟨i, hi⟩ => go i hi
where
  go : ∀ (i : Nat) (hi : i < n + 1), motive ⟨i, hi⟩
    | 0, _ => zero
    | i + 1, hi => succ ⟨i, Nat.lt_of_succ_lt_succ hi⟩ (go i (Nat.lt_of_succ_lt hi))

/-- The last element and the others. -/
@[elab_as_elim] def lastCases {n : Nat} {motive : Fin (n + 1) → Sort u} (last : motive (Fin.last n))
    (cast : ∀ i : Fin n, motive (castSucc i)) (i : Fin (n + 1)) : motive i :=
  if hi : i = Fin.last n then cast_motive hi.symm last
  else cast ⟨i, Nat.lt_of_le_of_ne (Nat.le_of_lt_succ i.2) fun h => hi (Fin.ext h)⟩
where
  cast_motive {a b : Fin (n + 1)} (h : a = b) (x : motive a) : motive b := h ▸ x

theorem forall_fin_succ {p : Fin (n + 1) → Prop} : (∀ i, p i) ↔ p 0 ∧ ∀ i : Fin n, p i.succ :=
  ⟨fun h => ⟨h 0, fun i => h i.succ⟩, fun h i => Fin.cases h.1 h.2 i⟩
theorem exists_fin_succ {p : Fin (n + 1) → Prop} : (∃ i, p i) ↔ p 0 ∨ ∃ i : Fin n, p i.succ :=
  ⟨fun ⟨i, h⟩ => (eq_zero_or_eq_succ i).elim (fun e => .inl (e ▸ h)) fun ⟨j, e⟩ => .inr ⟨j, e ▸ h⟩,
    fun h => h.elim (fun h => ⟨0, h⟩) fun ⟨i, h⟩ => ⟨i.succ, h⟩⟩
theorem forall_fin_one {p : Fin 1 → Prop} : (∀ i, p i) ↔ p 0 := ⟨fun h => h 0, fun h i => eq_zero i ▸ h⟩
theorem exists_fin_one {p : Fin 1 → Prop} : (∃ i, p i) ↔ p 0 := ⟨fun ⟨i, h⟩ => eq_zero i ▸ h, fun h => ⟨0, h⟩⟩
theorem forall_fin_two {p : Fin 2 → Prop} : (∀ i, p i) ↔ p 0 ∧ p 1 := forall_fin_succ.trans (and_congr_right fun _ => forall_fin_one)
theorem exists_fin_two {p : Fin 2 → Prop} : (∃ i, p i) ↔ p 0 ∨ p 1 := exists_fin_succ.trans (or_congr_right exists_fin_one)

/-! ## Folds -/

/-- `f (.. (f (f init 0) 1) ..) (n - 1)`. -/
def foldl {α : Type u} (n : Nat) (f : α → Fin n → α) (init : α) : α := go n (Nat.le_refl n) init
where
  /-- The last `k` elements. -/
  go : (k : Nat) → k ≤ n → α → α
    | 0, _, x => x
    | k + 1, h, x => go k (Nat.le_of_succ_le h) (f x ⟨n - (k + 1), by omega⟩)

/-- `f 0 (f 1 (.. (f (n - 1) init)))`. -/
def foldr {α : Type u} (n : Nat) (f : Fin n → α → α) (init : α) : α := go n (Nat.le_refl n) init
where
  /-- The first `k` elements. -/
  go : (k : Nat) → k ≤ n → α → α
    | 0, _, x => x
    | k + 1, h, x => go k (Nat.le_of_succ_le h) (f ⟨k, h⟩ x)

end Fin

/-! ## Decidability -/

namespace Nat

/-- Whether `p` holds below `m`, for an `m` up to `n`. The predicate stays the same from step to step, so that a
thousand steps cost a thousand evaluations. -/
private def decidableBelow {n : Nat} (p : ∀ k, k < n → Prop) [∀ k h, Decidable (p k h)] :
    (m : Nat) → (hm : m ≤ n) → Decidable (∀ k (h : k < m), p k (Nat.lt_of_lt_of_le h hm))
  | 0, _ => isTrue fun _ h => absurd h (Nat.not_lt_zero _)
  | m + 1, hm =>
    have hmn : m < n := hm
    if hp : p m hmn then
      match decidableBelow p m (Nat.le_of_succ_le hm) with
      | isFalse h => isFalse fun h' => h fun k hk => h' k (Nat.lt_succ_of_lt hk)
      | isTrue h => isTrue fun k hk =>
        if e : k = m then by subst e; exact hp
        else h k (Nat.lt_of_le_of_ne (Nat.le_of_lt_succ hk) e)
    else isFalse fun h' => hp (h' m (Nat.lt_succ_self m))

instance decidableBallLT (n : Nat) (P : ∀ k, k < n → Prop) [∀ n h, Decidable (P n h)] : Decidable (∀ n h, P n h) :=
  decidableBelow P n (Nat.le_refl n)

instance decidableForallFin {n : Nat} (P : Fin n → Prop) [DecidablePred P] : Decidable (∀ i, P i) :=
  decidable_of_iff (∀ k h, P ⟨k, h⟩) ⟨fun h ⟨k, hk⟩ => h k hk, fun h k hk => h ⟨k, hk⟩⟩

instance decidableBallLE (n : Nat) (P : ∀ k, k ≤ n → Prop) [∀ n h, Decidable (P n h)] : Decidable (∀ n h, P n h) :=
  decidable_of_iff (∀ (k : Nat) (h : k < n + 1), P k (Nat.le_of_lt_succ h))
    ⟨fun h k hk => h k (Nat.lt_succ_of_le hk), fun h k _ => h k _⟩

private theorem exists_of_not_all_not {α : Sort u} {p : α → Prop} (h : ¬∀ x, ¬p x) : ∃ x, p x :=
  Classical.byContradiction fun h' => h fun x hx => h' ⟨x, hx⟩

instance decidableExistsLT {p : Nat → Prop} [h : DecidablePred p] : DecidablePred fun n => ∃ m, m < n ∧ p m := fun n =>
  decidable_of_iff (¬∀ m, m < n → ¬p m)
    ⟨fun h => (exists_of_not_all_not fun h' => h fun m hm hp => h' m ⟨hm, hp⟩), fun ⟨m, hm, hp⟩ h => h m hm hp⟩

instance decidableExistsLE {p : Nat → Prop} [DecidablePred p] : DecidablePred fun n => ∃ m, m ≤ n ∧ p m := fun n =>
  decidable_of_iff (∃ m, m < n + 1 ∧ p m)
    ⟨fun ⟨m, hm, hp⟩ => ⟨m, Nat.le_of_lt_succ hm, hp⟩, fun ⟨m, hm, hp⟩ => ⟨m, Nat.lt_succ_of_le hm, hp⟩⟩

instance decidableExistsFin {n : Nat} (P : Fin n → Prop) [DecidablePred P] : Decidable (∃ i, P i) :=
  decidable_of_iff (¬∀ i, ¬P i) ⟨exists_of_not_all_not, fun ⟨i, hi⟩ h => h i hi⟩

end Nat

/-! ## What `omega` uses -/

namespace Lean.Omega.Fin

theorem ofNat_val_add {n : Nat} {x y : Fin n} : ((x + y).val : Int) = ((x.val : Int) + (y.val : Int)) % (n : Int) := rfl
theorem ofNat_val_mul {n : Nat} {x y : Fin n} : ((x * y).val : Int) = ((x.val : Int) * (y.val : Int)) % (n : Int) := rfl
theorem ofNat_val_sub {n : Nat} {x y : Fin n} :
    ((x - y).val : Int) = (((n - y.val : Nat) : Int) + (x.val : Int)) % (n : Int) := rfl
theorem ofNat_val_natCast {n x y : Nat} (h : y = x % (n + 1)) :
    @Nat.cast Int _ (@OfNat.ofNat (Fin (n + 1)) x _).val = OfNat.ofNat y := by
  rw [h]
  rfl

end Lean.Omega.Fin
