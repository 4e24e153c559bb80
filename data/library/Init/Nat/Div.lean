prelude
import Init.Nat.Sub

/-!
# Division, divisibility, powers

Everything follows from the two recursion equations `Nat.div_eq` and `Nat.mod_eq`.
-/

open LeanLoop (divFuel modFuel)

namespace Nat

/-! ## The recursion equations -/

private theorem divFuel_eq {y : Nat} (hy : 0 < y) : ∀ (fuel x : Nat), x ≤ fuel →
    divFuel y fuel x = if y ≤ x then divFuel y (x - y) (x - y) + 1 else 0 := by
  have stable : ∀ fuel fuel' x : Nat, x ≤ fuel → x ≤ fuel' → divFuel y fuel x = divFuel y fuel' x := by
    intro fuel
    induction fuel with
    | zero =>
      intro fuel' x h _
      have hx : x = 0 := eq_zero_of_le_zero h
      subst hx
      cases fuel' with
      | zero => rfl
      | succ fuel' => exact (if_neg (Nat.not_le_of_gt hy)).symm
    | succ fuel ih =>
      intro fuel' x h h'
      cases fuel' with
      | zero =>
        have hx : x = 0 := eq_zero_of_le_zero h'
        subst hx
        exact if_neg (Nat.not_le_of_gt hy)
      | succ fuel' =>
        by_cases hyx : y ≤ x
        · have hx : 0 < x := Nat.lt_of_lt_of_le hy hyx
          have hlt : x - y < x := Nat.sub_lt hx hy
          have step := ih fuel' (x - y) (le_of_lt_succ (Nat.lt_of_lt_of_le hlt h))
            (le_of_lt_succ (Nat.lt_of_lt_of_le hlt h'))
          exact (if_pos hyx).trans ((congrArg succ step).trans (if_pos hyx).symm)
        · exact (if_neg hyx).trans (if_neg hyx).symm
  intro fuel x h
  rw [stable fuel (x + 1) x h (le_succ x)]
  by_cases hyx : y ≤ x
  · rw [if_pos hyx]
    exact (if_pos hyx).trans (congrArg succ (stable x (x - y) (x - y) (Nat.sub_le x y) (Nat.le_refl _)))
  · rw [if_neg hyx]
    exact if_neg hyx

theorem div_eq (x y : Nat) : x / y = if 0 < y ∧ y ≤ x then (x - y) / y + 1 else 0 := by
  cases y with
  | zero => rw [if_neg fun h => Nat.lt_irrefl 0 h.1]; rfl
  | succ y =>
    have h := divFuel_eq (succ_pos y) x x (Nat.le_refl x)
    by_cases hyx : y + 1 ≤ x
    · rw [if_pos ⟨succ_pos y, hyx⟩]
      exact h.trans (if_pos hyx)
    · rw [if_neg fun h => hyx h.2]
      exact h.trans (if_neg hyx)

private theorem modFuel_eq {y : Nat} (hy : 0 < y) : ∀ (fuel x : Nat), x ≤ fuel →
    modFuel y fuel x = if y ≤ x then modFuel y (x - y) (x - y) else x := by
  have stable : ∀ fuel fuel' x : Nat, x ≤ fuel → x ≤ fuel' → modFuel y fuel x = modFuel y fuel' x := by
    intro fuel
    induction fuel with
    | zero =>
      intro fuel' x h _
      have hx : x = 0 := eq_zero_of_le_zero h
      subst hx
      cases fuel' with
      | zero => rfl
      | succ fuel' => exact (if_neg (Nat.not_le_of_gt hy)).symm
    | succ fuel ih =>
      intro fuel' x h h'
      cases fuel' with
      | zero =>
        have hx : x = 0 := eq_zero_of_le_zero h'
        subst hx
        exact if_neg (Nat.not_le_of_gt hy)
      | succ fuel' =>
        by_cases hyx : y ≤ x
        · have hx : 0 < x := Nat.lt_of_lt_of_le hy hyx
          have hlt : x - y < x := Nat.sub_lt hx hy
          have step := ih fuel' (x - y) (le_of_lt_succ (Nat.lt_of_lt_of_le hlt h))
            (le_of_lt_succ (Nat.lt_of_lt_of_le hlt h'))
          exact (if_pos hyx).trans (step.trans (if_pos hyx).symm)
        · exact (if_neg hyx).trans (if_neg hyx).symm
  intro fuel x h
  rw [stable fuel (x + 1) x h (le_succ x)]
  by_cases hyx : y ≤ x
  · rw [if_pos hyx]
    exact (if_pos hyx).trans (stable x (x - y) (x - y) (Nat.sub_le x y) (Nat.le_refl _))
  · rw [if_neg hyx]
    exact if_neg hyx

theorem mod_eq (x y : Nat) : x % y = if 0 < y ∧ y ≤ x then (x - y) % y else x := by
  cases y with
  | zero => rw [if_neg fun h => Nat.lt_irrefl 0 h.1]; rfl
  | succ y =>
    have h := modFuel_eq (succ_pos y) x x (Nat.le_refl x)
    by_cases hyx : y + 1 ≤ x
    · rw [if_pos ⟨succ_pos y, hyx⟩]
      exact h.trans (if_pos hyx)
    · rw [if_neg fun h => hyx h.2]
      exact h.trans (if_neg hyx)

/-- Induction along the recursion of division by `y`. -/
private theorem div_induction {motive : Nat → Prop} {y : Nat} (hy : 0 < y)
    (small : ∀ x, x < y → motive x) (large : ∀ x, motive x → motive (x + y)) (x : Nat) : motive x := by
  induction x using Nat.strongRecOn with
  | ind x ih =>
    by_cases h : y ≤ x
    · have h' := large (x - y) (ih _ (Nat.sub_lt (Nat.lt_of_lt_of_le hy h) hy))
      rw [Nat.sub_add_cancel h] at h'
      exact h'
    · exact small x (Nat.lt_of_not_le h)

/-! ## Quotient and remainder -/

@[simp] protected theorem div_zero (a : Nat) : a / 0 = 0 := rfl
@[simp] theorem mod_zero (a : Nat) : a % 0 = a := rfl
theorem div_eq_of_lt {a b : Nat} (h : a < b) : a / b = 0 := by
  rw [div_eq, if_neg fun h' => Nat.not_le_of_gt h h'.2]
theorem mod_eq_of_lt {a b : Nat} (h : a < b) : a % b = a := by
  rw [mod_eq, if_neg fun h' => Nat.not_le_of_gt h h'.2]
@[simp] protected theorem zero_div (b : Nat) : 0 / b = 0 := by
  cases b with
  | zero => rfl
  | succ b => exact div_eq_of_lt (succ_pos b)
@[simp] theorem zero_mod (b : Nat) : 0 % b = 0 := by
  cases b with
  | zero => rfl
  | succ b => exact mod_eq_of_lt (succ_pos b)
@[simp] theorem add_div_right (x : Nat) {z : Nat} (h : 0 < z) : (x + z) / z = x / z + 1 := by
  rw [div_eq, if_pos ⟨h, le_add_left z x⟩, Nat.add_sub_cancel]
@[simp] theorem add_div_left (x : Nat) {z : Nat} (h : 0 < z) : (z + x) / z = x / z + 1 := by
  rw [Nat.add_comm, add_div_right x h]
@[simp] theorem add_mod_right (x z : Nat) : (x + z) % z = x % z := by
  cases z with
  | zero => rfl
  | succ z => rw [mod_eq, if_pos ⟨succ_pos z, le_add_left _ x⟩, Nat.add_sub_cancel]
@[simp] theorem add_mod_left (x z : Nat) : (x + z) % x = z % x := by rw [Nat.add_comm, add_mod_right]
@[simp] theorem add_mul_mod_self_left (a b n : Nat) : (a + b * n) % b = a % b := by
  induction n with
  | zero => rfl
  | succ n ih => rw [mul_add_one, ← Nat.add_assoc, add_mod_right, ih]
@[simp] theorem add_mul_mod_self_right (a b n : Nat) : (a + b * n) % n = a % n := by
  rw [Nat.mul_comm, add_mul_mod_self_left]
@[simp] theorem mul_mod_right (m n : Nat) : (m * n) % m = 0 := by
  have h := add_mul_mod_self_left 0 m n
  rw [Nat.zero_add, zero_mod] at h
  exact h
@[simp] theorem mul_mod_left (m n : Nat) : (m * n) % n = 0 := by rw [Nat.mul_comm, mul_mod_right]
@[simp] theorem mod_self (n : Nat) : n % n = 0 := by
  have h := add_mod_right 0 n
  rw [Nat.zero_add, zero_mod] at h
  exact h
theorem mod_lt (x : Nat) {y : Nat} (h : y > 0) : x % y < y := by
  induction x using div_induction h with
  | small x hx => rw [mod_eq_of_lt hx]; exact hx
  | large x ih => rw [add_mod_right]; exact ih
theorem mod_le (x y : Nat) : x % y ≤ x := by
  cases y with
  | zero => exact Nat.le_refl x
  | succ y =>
    induction x using div_induction (succ_pos y) with
    | small x hx => exact Nat.le_of_eq (mod_eq_of_lt hx)
    | large x ih => rw [add_mod_right]; exact le_add_right_of_le ih
@[simp] theorem mod_mod (a n : Nat) : (a % n) % n = a % n := by
  cases n with
  | zero => rfl
  | succ n => exact mod_eq_of_lt (mod_lt a (succ_pos n))
@[simp] theorem mod_one (x : Nat) : x % 1 = 0 := lt_one_iff.1 (mod_lt x zero_lt_one)
theorem div_add_mod (m k : Nat) : k * (m / k) + m % k = m := by
  cases k with
  | zero => rw [Nat.zero_mul, Nat.zero_add]; rfl
  | succ k =>
    induction m using div_induction (succ_pos k) with
    | small x hx => rw [div_eq_of_lt hx, mod_eq_of_lt hx, Nat.mul_zero, Nat.zero_add]
    | large x ih =>
      rw [add_div_right x (succ_pos k), add_mod_right, mul_add_one, Nat.add_right_comm, ih]
theorem mod_add_div (m k : Nat) : m % k + k * (m / k) = m := by rw [Nat.add_comm, div_add_mod]
theorem mod_add_div' (m k : Nat) : m % k + (m / k) * k = m := by rw [Nat.mul_comm, mod_add_div]
theorem div_add_mod' (a b : Nat) : a / b * b + a % b = a := by rw [Nat.mul_comm, div_add_mod]
theorem mod_def (m k : Nat) : m % k = m - k * (m / k) :=
  Nat.eq_sub_of_add_eq (mod_add_div m k)
theorem mul_div_le (m n : Nat) : n * (m / n) ≤ m := le.intro (div_add_mod m n)
theorem div_mul_le_self (m n : Nat) : m / n * n ≤ m := Nat.mul_comm n (m / n) ▸ mul_div_le m n
theorem le_div_iff_mul_le {k x y : Nat} (hk : 0 < k) : x ≤ y / k ↔ x * k ≤ y := by
  constructor
  · intro h
    exact Nat.le_trans (Nat.mul_le_mul_right k h) (div_mul_le_self y k)
  · intro h
    refine Nat.ge_of_not_lt fun h' => Nat.not_le_of_gt ?_ h
    have h₁ : k * (y / k) + k ≤ x * k := by
      rw [← mul_add_one, Nat.mul_comm]
      exact Nat.mul_le_mul_right k h'
    have h₂ := Nat.add_lt_add_left (mod_lt y hk) (k * (y / k))
    rw [div_add_mod] at h₂
    exact Nat.lt_of_lt_of_le h₂ h₁
theorem div_lt_iff_lt_mul {k x y : Nat} (hk : 0 < k) : x / k < y ↔ x < y * k := by
  rw [← Nat.not_le, ← Nat.not_le, le_div_iff_mul_le hk]
theorem div_le_of_le_mul {m n : Nat} : ∀ {k}, m ≤ k * n → m / k ≤ n := by
  intro k h
  cases k with
  | zero => exact Nat.zero_le n
  | succ k =>
    exact Nat.le_of_mul_le_mul_left (Nat.le_trans (mul_div_le m (k + 1)) h) (succ_pos k)
theorem div_le_self (n k : Nat) : n / k ≤ n := by
  cases k with
  | zero => exact Nat.zero_le n
  | succ k => exact div_le_of_le_mul (Nat.le_mul_of_pos_left n (succ_pos k))
theorem div_lt_self {n k : Nat} (hn : 0 < n) (hk : 1 < k) : n / k < n := by
  refine (div_lt_iff_lt_mul (Nat.lt_trans zero_lt_one hk)).2 ?_
  have h := Nat.mul_lt_mul_of_pos_left hk hn
  rw [Nat.mul_one] at h
  exact h
theorem div_le_div_right {m n k : Nat} (h : m ≤ n) : m / k ≤ n / k := by
  cases k with
  | zero => exact Nat.le_refl 0
  | succ k => exact (le_div_iff_mul_le (succ_pos k)).2 (Nat.le_trans (div_mul_le_self m _) h)
@[simp] protected theorem mul_div_right (n : Nat) {m : Nat} (h : 0 < m) : m * n / m = n :=
  Nat.mul_left_cancel h (by
    have h' := div_add_mod (m * n) m
    rw [mul_mod_right, Nat.add_zero] at h'
    exact h')
@[simp] protected theorem mul_div_left (m : Nat) {n : Nat} (h : 0 < n) : m * n / n = m := by
  rw [Nat.mul_comm, Nat.mul_div_right m h]
protected theorem mul_div_cancel (m : Nat) {n : Nat} (h : 0 < n) : m * n / n = m := Nat.mul_div_left m h
protected theorem mul_div_cancel_left (m : Nat) {n : Nat} (h : 0 < n) : n * m / n = m := Nat.mul_div_right m h
@[simp] protected theorem div_one (n : Nat) : n / 1 = n := by
  have h := Nat.mul_div_left n zero_lt_one
  rw [Nat.mul_one] at h
  exact h
@[simp] protected theorem div_self {n : Nat} (h : 0 < n) : n / n = 1 := by
  have h' := Nat.mul_div_left 1 h
  rw [Nat.one_mul] at h'
  exact h'
protected theorem div_eq_of_eq_mul_left {n m k : Nat} (h : 0 < n) (e : m = k * n) : m / n = k := by
  rw [e, Nat.mul_div_left k h]
protected theorem div_eq_of_eq_mul_right {n m k : Nat} (h : 0 < n) (e : m = n * k) : m / n = k := by
  rw [e, Nat.mul_div_right k h]
theorem add_mul_div_left (x z : Nat) {y : Nat} (h : 0 < y) : (x + y * z) / y = x / y + z := by
  induction z with
  | zero => rfl
  | succ z ih => rw [mul_add_one, ← Nat.add_assoc, add_div_right _ h, ih, Nat.add_assoc]
theorem add_mul_div_right (x y : Nat) {z : Nat} (h : 0 < z) : (x + y * z) / z = x / z + y := by
  rw [Nat.mul_comm, add_mul_div_left x y h]
protected theorem div_div_eq_div_mul (m n k : Nat) : m / n / k = m / (n * k) := by
  cases n with
  | zero => simp
  | succ n =>
    cases k with
    | zero => simp
    | succ k =>
      have hn := succ_pos n
      have hk := succ_pos k
      apply Nat.le_antisymm
      · rw [le_div_iff_mul_le (Nat.mul_pos hn hk), Nat.mul_comm (n + 1), ← Nat.mul_assoc,
          ← le_div_iff_mul_le hn]
        exact div_mul_le_self _ _
      · rw [le_div_iff_mul_le hk, le_div_iff_mul_le hn, Nat.mul_assoc, Nat.mul_comm (k + 1)]
        exact div_mul_le_self _ _
theorem add_mod (a b n : Nat) : (a + b) % n = ((a % n) + (b % n)) % n := by
  have h : a + b = (a % n + b % n) + n * (a / n + b / n) := by
    rw [Nat.mul_add, Nat.add_add_add_comm, mod_add_div, mod_add_div]
  rw [h, add_mul_mod_self_left]
@[simp] theorem mod_add_mod (m n k : Nat) : (m % n + k) % n = (m + k) % n := by
  rw [add_mod, mod_mod, ← add_mod]
@[simp] theorem add_mod_mod (m n k : Nat) : (m + n % k) % k = (m + n) % k := by
  rw [add_mod, mod_mod, ← add_mod]
theorem mul_mod (a b n : Nat) : a * b % n = (a % n) * (b % n) % n := by
  have h : a * b = (a % n) * (b % n) + n * ((a / n) * b + (a % n) * (b / n)) := by
    have ha := mod_add_div a n
    have hb := mod_add_div b n
    calc a * b = (a % n + n * (a / n)) * b := by rw [ha]
      _ = (a % n) * (b % n + n * (b / n)) + n * ((a / n) * b) := by rw [Nat.add_mul, hb, Nat.mul_assoc]
      _ = _ := by
        rw [Nat.mul_add, Nat.mul_add, Nat.mul_left_comm (a % n) n, Nat.add_assoc, Nat.add_comm (n * _)]
  rw [h, add_mul_mod_self_left]
@[simp] theorem mod_mul_mod (m n l : Nat) : (m % l * n) % l = (m * n) % l := by
  rw [mul_mod, mod_mod, ← mul_mod]
@[simp] theorem mul_mod_mod (m n l : Nat) : (m * (n % l)) % l = (m * n) % l := by
  rw [mul_mod, mod_mod, ← mul_mod]
theorem mod_two_eq_zero_or_one (n : Nat) : n % 2 = 0 ∨ n % 2 = 1 :=
  le_one_iff_eq_zero_or_eq_one.1 (le_of_lt_succ (mod_lt n two_pos))
@[simp] theorem mod_two_ne_one {n : Nat} : ¬n % 2 = 1 ↔ n % 2 = 0 := by
  rcases mod_two_eq_zero_or_one n with h | h <;> simp [h]
@[simp] theorem mod_two_ne_zero {n : Nat} : ¬n % 2 = 0 ↔ n % 2 = 1 := by
  rcases mod_two_eq_zero_or_one n with h | h <;> simp [h]

/-! ## Divisibility -/

instance instDvd : Dvd Nat := ⟨fun a b => Exists fun c => b = a * c⟩

protected theorem dvd_refl (a : Nat) : a ∣ a := ⟨1, (Nat.mul_one a).symm⟩
protected theorem dvd_zero (a : Nat) : a ∣ 0 := ⟨0, rfl⟩
attribute [simp] Nat.dvd_refl Nat.dvd_zero
protected theorem dvd_mul_left (a b : Nat) : a ∣ b * a := ⟨b, Nat.mul_comm b a⟩
protected theorem dvd_mul_right (a b : Nat) : a ∣ a * b := ⟨b, rfl⟩
attribute [simp] Nat.dvd_mul_left Nat.dvd_mul_right
@[simp] protected theorem one_dvd (n : Nat) : 1 ∣ n := ⟨n, (Nat.one_mul n).symm⟩
protected theorem dvd_trans {a b c : Nat} (h₁ : a ∣ b) (h₂ : b ∣ c) : a ∣ c := by
  obtain ⟨d, rfl⟩ := h₁
  obtain ⟨e, rfl⟩ := h₂
  exact ⟨d * e, Nat.mul_assoc a d e⟩
instance : Trans (α := Nat) (· ∣ ·) (· ∣ ·) (· ∣ ·) := ⟨Nat.dvd_trans⟩
protected theorem eq_zero_of_zero_dvd {a : Nat} : 0 ∣ a → a = 0
  | ⟨c, h⟩ => h.trans (Nat.zero_mul c)
@[simp] protected theorem zero_dvd {n : Nat} : 0 ∣ n ↔ n = 0 :=
  ⟨Nat.eq_zero_of_zero_dvd, fun h => h ▸ Nat.dvd_zero 0⟩
protected theorem dvd_mul_left_of_dvd {a b : Nat} (h : a ∣ b) (c : Nat) : a ∣ c * b :=
  Nat.dvd_trans h (Nat.dvd_mul_left b c)
protected theorem dvd_mul_right_of_dvd {a b : Nat} (h : a ∣ b) (c : Nat) : a ∣ b * c :=
  Nat.dvd_trans h (Nat.dvd_mul_right b c)
protected theorem dvd_add {m n k : Nat} (h₁ : k ∣ m) (h₂ : k ∣ n) : k ∣ m + n := by
  obtain ⟨d, rfl⟩ := h₁
  obtain ⟨e, rfl⟩ := h₂
  exact ⟨d + e, (Nat.mul_add k d e).symm⟩
theorem dvd_sub {k m n : Nat} (h₁ : k ∣ m) (h₂ : k ∣ n) : k ∣ m - n := by
  obtain ⟨d, rfl⟩ := h₁
  obtain ⟨e, rfl⟩ := h₂
  exact ⟨d - e, (Nat.mul_sub k d e).symm⟩
protected theorem dvd_add_right {m k : Nat} (h : k ∣ m) {n : Nat} : k ∣ m + n ↔ k ∣ n :=
  ⟨fun h' => by
      have h₂ := dvd_sub h' h
      rw [Nat.add_sub_cancel_left] at h₂
      exact h₂,
    Nat.dvd_add h⟩
protected theorem dvd_add_left {m k : Nat} (h : k ∣ m) {n : Nat} : k ∣ n + m ↔ k ∣ n := by
  rw [Nat.add_comm, Nat.dvd_add_right h]
protected theorem dvd_add_iff_right {k m : Nat} (h : k ∣ m) {n : Nat} : k ∣ n ↔ k ∣ m + n :=
  (Nat.dvd_add_right h).symm
theorem le_of_dvd {m n : Nat} (h : 0 < n) : m ∣ n → m ≤ n
  | ⟨0, e⟩ => absurd h (e ▸ Nat.lt_irrefl 0)
  | ⟨k + 1, e⟩ => e ▸ Nat.le_mul_of_pos_right m (succ_pos k)
protected theorem dvd_antisymm : ∀ {m n : Nat}, m ∣ n → n ∣ m → m = n
  | 0, _, h₁, _ => (Nat.eq_zero_of_zero_dvd h₁).symm
  | _, 0, _, h₂ => Nat.eq_zero_of_zero_dvd h₂
  | _ + 1, _ + 1, h₁, h₂ => Nat.le_antisymm (le_of_dvd (succ_pos _) h₁) (le_of_dvd (succ_pos _) h₂)
theorem pos_of_dvd_of_pos {m n : Nat} (h₁ : m ∣ n) (h₂ : 0 < n) : 0 < m :=
  Nat.pos_of_ne_zero fun e => ne_of_gt h₂ (Nat.eq_zero_of_zero_dvd (e ▸ h₁))
@[simp] protected theorem dvd_one {n : Nat} : n ∣ 1 ↔ n = 1 :=
  ⟨fun h => Nat.dvd_antisymm h (Nat.one_dvd n), fun h => h ▸ Nat.dvd_refl 1⟩
theorem eq_one_of_dvd_one {n : Nat} : n ∣ 1 → n = 1 := Nat.dvd_one.1
theorem dvd_of_mod_eq_zero {k n : Nat} (h : n % k = 0) : k ∣ n :=
  ⟨n / k, by rw [← Nat.add_zero (k * _), ← h, div_add_mod]⟩
theorem mod_eq_zero_of_dvd {k n : Nat} : k ∣ n → n % k = 0
  | ⟨c, e⟩ => e ▸ mul_mod_right k c
theorem dvd_iff_mod_eq_zero {k n : Nat} : k ∣ n ↔ n % k = 0 := ⟨mod_eq_zero_of_dvd, dvd_of_mod_eq_zero⟩
instance decidable_dvd_of_mod : ∀ m n : Nat, Decidable (m ∣ n) := fun _ _ =>
  decidable_of_iff _ dvd_iff_mod_eq_zero.symm
theorem dvd_eq_true_of_mod_eq_zero {m n : Nat} (h : (n % m == 0) = true) : (m ∣ n) = True :=
  eq_true (dvd_of_mod_eq_zero (eq_of_beq h))
theorem dvd_eq_false_of_mod_ne_zero {m n : Nat} (h : n % m != 0) : (m ∣ n) = False :=
  eq_false fun h' => bne_iff_ne.1 h (mod_eq_zero_of_dvd h')
protected theorem mul_dvd_mul {a b c d : Nat} : a ∣ b → c ∣ d → a * c ∣ b * d
  | ⟨e, he⟩, ⟨f, hf⟩ => ⟨e * f, by rw [he, hf, Nat.mul_mul_mul_comm]⟩
protected theorem mul_dvd_mul_left {b c : Nat} (a : Nat) (h : b ∣ c) : a * b ∣ a * c :=
  Nat.mul_dvd_mul (Nat.dvd_refl a) h
protected theorem mul_dvd_mul_right {a b : Nat} (h : a ∣ b) (c : Nat) : a * c ∣ b * c :=
  Nat.mul_dvd_mul h (Nat.dvd_refl c)
protected theorem dvd_of_mul_dvd_mul_left {m n k : Nat} (kpos : 0 < k) : k * m ∣ k * n → m ∣ n
  | ⟨c, e⟩ => ⟨c, Nat.mul_left_cancel kpos (e.trans (Nat.mul_assoc k m c))⟩
protected theorem mul_div_cancel' {n m : Nat} (h : n ∣ m) : n * (m / n) = m := by
  have h' := div_add_mod m n
  rw [mod_eq_zero_of_dvd h, Nat.add_zero] at h'
  exact h'
protected theorem div_mul_cancel {n m : Nat} (h : n ∣ m) : m / n * n = m := by
  rw [Nat.mul_comm, Nat.mul_div_cancel' h]
theorem emod_pos_of_not_dvd {a b : Nat} (h : ¬a ∣ b) : 0 < b % a :=
  Nat.pos_of_ne_zero fun e => h (dvd_of_mod_eq_zero e)

/-! ## Powers -/

protected theorem pow_succ {b n : Nat} : b ^ (n + 1) = b ^ n * b := rfl
protected theorem pow_add_one {b n : Nat} : b ^ (n + 1) = b ^ n * b := rfl
@[simp] protected theorem pow_zero (b : Nat) : b ^ 0 = 1 := rfl
@[simp] protected theorem pow_one (a : Nat) : a ^ 1 = a := Nat.one_mul a
protected theorem pow_two (b : Nat) : b ^ 2 = b * b := by rw [Nat.pow_succ, Nat.pow_one]
protected theorem pow_succ' {m n : Nat} : m ^ (n + 1) = m * m ^ n := Nat.mul_comm _ _
@[simp] protected theorem one_pow (n : Nat) : 1 ^ n = 1 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.pow_succ, ih]
protected theorem zero_pow {n : Nat} (h : 0 < n) : 0 ^ n = 0 := by
  cases n with
  | zero => exact absurd h (Nat.lt_irrefl 0)
  | succ n => rfl
protected theorem pow_add (a m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := by
  induction n with
  | zero => rw [Nat.add_zero, Nat.pow_zero, Nat.mul_one]
  | succ n ih => rw [← Nat.add_assoc, Nat.pow_succ, ih, Nat.pow_succ, Nat.mul_assoc]
protected theorem pow_mul (a m n : Nat) : a ^ (m * n) = (a ^ m) ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [mul_add_one, Nat.pow_add, ih, Nat.pow_succ]
protected theorem mul_pow (a b n : Nat) : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.pow_succ, ih, Nat.mul_mul_mul_comm, ← Nat.pow_succ, ← Nat.pow_succ]
protected theorem pow_pos {p n : Nat} (hp : 0 < p) : 0 < p ^ n := by
  induction n with
  | zero => exact zero_lt_one
  | succ n ih => exact Nat.mul_pos ih hp
protected theorem two_pow_pos (w : Nat) : 0 < 2 ^ w := Nat.pow_pos two_pos
theorem pow_le_pow_left {m n : Nat} (h : m ≤ n) (i : Nat) : m ^ i ≤ n ^ i := by
  induction i with
  | zero => exact Nat.le_refl 1
  | succ i ih => exact Nat.mul_le_mul ih h
theorem pow_le_pow_right {n m i : Nat} (h : n > 0) (hm : m ≤ i) : n ^ m ≤ n ^ i := by
  obtain ⟨k, rfl⟩ := le.dest hm
  rw [Nat.pow_add]
  exact Nat.le_mul_of_pos_right _ (Nat.pow_pos h)
theorem lt_two_pow_self {n : Nat} : n < 2 ^ n := by
  induction n with
  | zero => exact zero_lt_one
  | succ n ih =>
    rw [Nat.pow_succ, Nat.mul_two]
    exact Nat.add_lt_add_of_lt_of_le ih (Nat.two_pow_pos n)

theorem pow_dvd_pow {m n : Nat} (a : Nat) (h : m ≤ n) : a ^ m ∣ a ^ n :=
  ⟨a ^ (n - m), by rw [← Nat.pow_add, Nat.add_sub_cancel' h]⟩

end Nat
