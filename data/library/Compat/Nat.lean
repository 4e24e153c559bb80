import Compat.BigOperators

/-!
# Number theory on natural numbers

Primes, factorials, binomial coefficients, divisors, square roots, digits and congruences, with Mathlib's
names.
-/

namespace Nat

/-! ## Factorials and binomial coefficients -/

def factorial : ℕ → ℕ
  | 0 => 1
  | n + 1 => (n + 1) * factorial n

scoped notation:10000 n "!" => Nat.factorial n

@[simp] theorem factorial_zero : 0! = 1 := rfl
theorem factorial_succ (n : ℕ) : (n + 1)! = (n + 1) * n ! := rfl
@[simp] theorem factorial_one : 1! = 1 := rfl
@[simp] theorem factorial_two : 2! = 2 := rfl

theorem factorial_pos : ∀ n : ℕ, 0 < n !
  | 0 => Nat.one_pos
  | n + 1 => Nat.mul_pos (Nat.succ_pos n) (factorial_pos n)

theorem factorial_ne_zero (n : ℕ) : n ! ≠ 0 := Nat.ne_of_gt (factorial_pos n)

theorem dvd_factorial : ∀ {m n : ℕ}, 0 < m → m ≤ n → m ∣ n !
  | m, 0, h, h' => absurd h (Nat.not_lt.2 h')
  | m, n + 1, h, h' => by
    rcases Nat.lt_or_eq_of_le h' with h'' | rfl
    · exact Nat.dvd_trans (dvd_factorial h (Nat.le_of_lt_succ h'')) ⟨n + 1, Nat.mul_comm _ _⟩
    · exact ⟨n !, rfl⟩

def choose : ℕ → ℕ → ℕ
  | _, 0 => 1
  | 0, _ + 1 => 0
  | n + 1, k + 1 => choose n k + choose n (k + 1)

@[simp] theorem choose_zero_right (n : ℕ) : choose n 0 = 1 := by cases n <;> rfl
@[simp] theorem choose_zero_succ (k : ℕ) : choose 0 (k + 1) = 0 := rfl
theorem choose_succ_succ (n k : ℕ) : choose (n + 1) (k + 1) = choose n k + choose n (k + 1) := rfl
theorem choose_succ_succ' (n k : ℕ) : choose (n + 1) (k + 1) = choose n k + choose n (k + 1) := rfl

theorem choose_eq_zero_of_lt : ∀ {n k : ℕ}, n < k → choose n k = 0
  | _, 0, h => absurd h (Nat.not_lt_zero _)
  | 0, _ + 1, _ => rfl
  | n + 1, k + 1, h => by
    rw [choose_succ_succ, choose_eq_zero_of_lt (Nat.lt_of_succ_lt_succ h),
      choose_eq_zero_of_lt (Nat.lt_of_succ_lt h)]

@[simp] theorem choose_self (n : ℕ) : choose n n = 1 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [choose_succ_succ, ih, choose_eq_zero_of_lt (Nat.lt_succ_self n)]

@[simp] theorem choose_one_right (n : ℕ) : choose n 1 = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [choose_succ_succ, ih, choose_zero_right, Nat.add_comm]

/-! ## Primes -/

/-- A prime number; `Nat.prime_def` is Mathlib's. -/
protected def Prime (p : ℕ) : Prop := 2 ≤ p ∧ ∀ m, m ∣ p → m = 1 ∨ m = p

theorem prime_def {p : ℕ} : p.Prime ↔ 2 ≤ p ∧ ∀ m, m ∣ p → m = 1 ∨ m = p := .rfl

theorem prime_def_lt {p : ℕ} : p.Prime ↔ 2 ≤ p ∧ ∀ m, m < p → m ∣ p → m = 1 := by
  refine ⟨fun ⟨h, h'⟩ => ⟨h, fun m hm hd => (h' m hd).resolve_right (Nat.ne_of_lt hm)⟩,
    fun ⟨h, h'⟩ => ⟨h, fun m hd => ?_⟩⟩
  rcases Nat.lt_or_eq_of_le (Nat.le_of_dvd (by omega) hd) with hm | hm
  · exact .inl (h' m hm hd)
  · exact .inr hm

instance decidablePrime (p : ℕ) : Decidable p.Prime := decidable_of_iff _ prime_def_lt.symm

theorem Prime.two_le {p : ℕ} (h : p.Prime) : 2 ≤ p := h.1
theorem Prime.one_lt {p : ℕ} (h : p.Prime) : 1 < p := h.1
theorem Prime.pos {p : ℕ} (h : p.Prime) : 0 < p := by have := h.1; omega
theorem Prime.ne_zero {p : ℕ} (h : p.Prime) : p ≠ 0 := Nat.ne_of_gt h.pos
theorem Prime.ne_one {p : ℕ} (h : p.Prime) : p ≠ 1 := Nat.ne_of_gt h.one_lt
theorem Prime.eq_one_or_self_of_dvd {p : ℕ} (h : p.Prime) (a : ℕ) (hd : a ∣ p) : a = 1 ∨ a = p := h.2 a hd
theorem dvd_prime {p m : ℕ} (h : p.Prime) : m ∣ p ↔ m = 1 ∨ m = p :=
  ⟨h.2 m, fun e => e.elim (fun e => e ▸ Nat.one_dvd p) (fun e => e ▸ Nat.dvd_refl m)⟩
theorem not_prime_zero : ¬Nat.Prime 0 := by decide
theorem not_prime_one : ¬Nat.Prime 1 := by decide
theorem prime_two : Nat.Prime 2 := by decide
theorem prime_three : Nat.Prime 3 := by decide
theorem prime_five : Nat.Prime 5 := by decide

theorem Prime.coprime_iff_not_dvd {p n : ℕ} (h : p.Prime) : Nat.Coprime p n ↔ ¬p ∣ n := by
  refine ⟨fun hc hd => h.ne_one ?_, fun hn => ?_⟩
  · rw [← Nat.gcd_eq_left hd]
    exact hc
  · rcases h.2 _ (Nat.gcd_dvd_left p n) with e | e
    · exact e
    · exact absurd (e ▸ Nat.gcd_dvd_right p n) hn

theorem Prime.dvd_mul {p m n : ℕ} (h : p.Prime) : p ∣ m * n ↔ p ∣ m ∨ p ∣ n := by
  refine ⟨fun hd => ?_, fun hd => ?_⟩
  · by_cases hm : p ∣ m
    · exact .inl hm
    · exact .inr ((h.coprime_iff_not_dvd.2 hm).dvd_of_dvd_mul_left hd)
  · exact hd.elim (fun ⟨c, e⟩ => ⟨c * n, by rw [e, Nat.mul_assoc]⟩)
      fun ⟨c, e⟩ => ⟨m * c, by rw [e, Nat.mul_left_comm]⟩

theorem Prime.dvd_of_dvd_pow {p m n : ℕ} (h : p.Prime) (hd : p ∣ m ^ n) : p ∣ m := by
  induction n with
  | zero => exact absurd (Nat.dvd_one.1 hd) h.ne_one
  | succ n ih => exact (h.dvd_mul.1 hd).elim ih id

theorem exists_prime_and_dvd {n : ℕ} (hn : n ≠ 1) : ∃ p, Nat.Prime p ∧ p ∣ n := by
  induction n using Nat.strongRecOn with
  | _ n ih =>
    by_cases h0 : n = 0
    · exact ⟨2, prime_two, h0 ▸ ⟨0, rfl⟩⟩
    by_cases hp : n.Prime
    · exact ⟨n, hp, Nat.dvd_refl n⟩
    · have hne : ¬∀ m, m ∣ n → m = 1 ∨ m = n := fun h => hp ⟨by omega, h⟩
      obtain ⟨m, hm⟩ := Classical.not_forall.1 hne
      have hd : m ∣ n := Classical.byContradiction fun h => hm fun h' => absurd h' h
      have h1 : m ≠ 1 := fun e => hm fun _ => .inl e
      have hn' : m ≠ n := fun e => hm fun _ => .inr e
      obtain ⟨p, hp, hpm⟩ := ih m (Nat.lt_of_le_of_ne (Nat.le_of_dvd (by omega) hd) hn') h1
      exact ⟨p, hp, Nat.dvd_trans hpm hd⟩

theorem exists_infinite_primes (n : ℕ) : ∃ p, n ≤ p ∧ Nat.Prime p := by
  obtain ⟨p, hp, hd⟩ := exists_prime_and_dvd (n := n ! + 1) (by have := factorial_pos n; omega)
  refine ⟨p, Nat.not_lt.1 fun hlt => hp.ne_one (Nat.dvd_one.1 ?_), hp⟩
  exact (Nat.dvd_add_iff_right (dvd_factorial hp.pos (Nat.le_of_lt hlt))).2 hd

/-! ## Divisors -/

def divisors (n : ℕ) : Finset ℕ := (Finset.Ico 1 (n + 1)).filter (· ∣ n)

def properDivisors (n : ℕ) : Finset ℕ := (Finset.Ico 1 n).filter (· ∣ n)

@[simp] theorem mem_divisors {n m : ℕ} : n ∈ divisors m ↔ n ∣ m ∧ m ≠ 0 := by
  simp only [divisors, Finset.mem_filter, Finset.mem_Ico]
  refine ⟨fun ⟨h, hd⟩ => ⟨hd, by omega⟩, fun ⟨hd, h0⟩ => ⟨⟨?_, ?_⟩, hd⟩⟩
  · exact Nat.pos_of_dvd_of_pos hd (by omega)
  · exact Nat.lt_succ_of_le (Nat.le_of_dvd (by omega) hd)

@[simp] theorem mem_properDivisors {n m : ℕ} : n ∈ properDivisors m ↔ n ∣ m ∧ n < m := by
  simp only [properDivisors, Finset.mem_filter, Finset.mem_Ico]
  refine ⟨fun ⟨h, hd⟩ => ⟨hd, h.2⟩, fun ⟨hd, h⟩ => ⟨⟨Nat.pos_of_dvd_of_pos hd (by omega), h⟩, hd⟩⟩

/-! ## Square roots -/

/-- The square root of `n`, rounded down, from that of `n / 4`; `fuel` bounds the number of steps. -/
private def sqrtFuel : (fuel n : ℕ) → ℕ
  | 0, _ => 0
  | fuel + 1, n =>
    if n = 0 then 0
    else
      let r := 2 * sqrtFuel fuel (n / 4)
      if (r + 1) * (r + 1) ≤ n then r + 1 else r

private theorem sqrtFuel_spec (fuel n : ℕ) (h : n ≤ fuel) :
    sqrtFuel fuel n * sqrtFuel fuel n ≤ n ∧ n < (sqrtFuel fuel n + 1) * (sqrtFuel fuel n + 1) := by
  induction fuel generalizing n with
  | zero =>
    obtain rfl := Nat.le_zero.1 h
    decide
  | succ fuel ih =>
    by_cases hn : n = 0
    · subst hn
      exact ⟨Nat.le_refl 0, Nat.one_pos⟩
    · obtain ⟨h₁, h₂⟩ := ih (n / 4) (by omega)
      have step : sqrtFuel (fuel + 1) n =
          if (2 * sqrtFuel fuel (n / 4) + 1) * (2 * sqrtFuel fuel (n / 4) + 1) ≤ n
          then 2 * sqrtFuel fuel (n / 4) + 1 else 2 * sqrtFuel fuel (n / 4) := if_neg hn
      rw [step]
      generalize sqrtFuel fuel (n / 4) = r at h₁ h₂ ⊢
      have square : (2 * r) * (2 * r) = 4 * (r * r) := Nat.mul_mul_mul_comm 2 r 2 r
      have next : (2 * r + 1) * (2 * r + 1) = 4 * (r * r) + 4 * r + 1 := by
        rw [Nat.mul_add, Nat.add_mul, square]
        omega
      have last : (2 * r + 1 + 1) * (2 * r + 1 + 1) = 4 * ((r + 1) * (r + 1)) :=
        Nat.mul_mul_mul_comm 2 (r + 1) 2 (r + 1)
      split <;> constructor <;> omega

def sqrt (n : ℕ) : ℕ := sqrtFuel n n

theorem sqrt_le (n : ℕ) : sqrt n * sqrt n ≤ n := (sqrtFuel_spec n n (Nat.le_refl n)).1
theorem lt_succ_sqrt (n : ℕ) : n < succ (sqrt n) * succ (sqrt n) := (sqrtFuel_spec n n (Nat.le_refl n)).2
theorem le_sqrt {m n : ℕ} : m ≤ sqrt n ↔ m * m ≤ n := by
  refine ⟨fun h => Nat.le_trans (Nat.mul_le_mul h h) (sqrt_le n), fun h => Nat.not_lt.1 fun h' => ?_⟩
  exact absurd (Nat.lt_of_lt_of_le (lt_succ_sqrt n) (Nat.mul_le_mul h' h')) (Nat.not_lt.2 h)
theorem sqrt_lt {m n : ℕ} : sqrt m < n ↔ m < n * n := by rw [← Nat.not_le, le_sqrt, Nat.not_le]
theorem sqrt_eq (n : ℕ) : sqrt (n * n) = n :=
  Nat.le_antisymm (Nat.not_lt.1 fun h =>
      Nat.lt_irrefl _ (Nat.lt_of_lt_of_le (Nat.mul_self_lt_mul_self h) (sqrt_le _)))
    (le_sqrt.2 (Nat.le_refl _))

/-! ## Digits -/

private def digitsFuel (b : ℕ) : (fuel n : ℕ) → List ℕ
  | 0, _ => []
  | fuel + 1, n => if n = 0 then [] else n % b :: digitsFuel b fuel (n / b)

/-- The digits of a number in a base, the last one first. -/
def digits : (b n : ℕ) → List ℕ
  | 0, 0 => []
  | 0, n + 1 => [n + 1]
  | 1, n => List.replicate n 1
  | b + 2, n => digitsFuel (b + 2) n n

/-- The number with these digits, the last one first. -/
def ofDigits (b : ℕ) : List ℕ → ℕ
  | [] => 0
  | d :: l => d + b * ofDigits b l

private theorem digitsFuel_eq {b : ℕ} (hb : 1 < b) : ∀ {fuel fuel' n : ℕ}, n ≤ fuel → n ≤ fuel' →
    digitsFuel b fuel n = digitsFuel b fuel' n
  | 0, 0, _, _, _ => rfl
  | 0, _ + 1, n, h, _ => by simp [digitsFuel, Nat.le_zero.1 h]
  | _ + 1, 0, n, _, h => by simp [digitsFuel, Nat.le_zero.1 h]
  | fuel + 1, fuel' + 1, n, h, h' => by
    unfold digitsFuel
    by_cases hn : n = 0
    · simp [hn]
    · have := Nat.div_lt_self (Nat.pos_of_ne_zero hn) hb
      rw [if_neg hn, if_neg hn, digitsFuel_eq hb (fuel := fuel) (fuel' := fuel') (by omega) (by omega)]

@[simp] theorem digits_zero (b : ℕ) : digits b 0 = [] := by
  match b with
  | 0 | 1 | _ + 2 => rfl

theorem digits_def' : ∀ {b : ℕ}, 1 < b → ∀ {n : ℕ}, 0 < n → digits b n = (n % b) :: digits b (n / b)
  | b + 2, hb, n + 1, _ => by
    have h := Nat.div_lt_self (Nat.succ_pos n) hb
    show (if n + 1 = 0 then [] else _ :: digitsFuel (b + 2) n _) = _
    rw [if_neg (Nat.succ_ne_zero n), digitsFuel_eq hb (Nat.le_of_lt_succ h) (Nat.le_refl _)]
    rfl

theorem ofDigits_digits (b n : ℕ) : ofDigits b (digits b n) = n := by
  match b with
  | 0 => cases n <;> simp [digits, ofDigits]
  | 1 =>
    show ofDigits 1 (List.replicate n 1) = n
    induction n with
    | zero => rfl
    | succ n ih => rw [List.replicate_succ, ofDigits, ih]; omega
  | b + 2 =>
    induction n using Nat.strongRecOn with
    | _ n ih =>
      by_cases hn : n = 0
      · simp [hn, ofDigits]
      · have hpos := Nat.pos_of_ne_zero hn
        rw [digits_def' (by omega) hpos, ofDigits, ih _ (Nat.div_lt_self hpos (by omega)), Nat.mod_add_div]

/-! ## Congruences -/

def ModEq (n a b : ℕ) : Prop := a % n = b % n

notation:50 a " ≡ " b " [MOD " n "]" => Nat.ModEq n a b

instance (n a b : ℕ) : Decidable (a ≡ b [MOD n]) := inferInstanceAs (Decidable (a % n = b % n))

namespace ModEq
variable {n a b c d : ℕ}

@[refl] protected theorem refl (a : ℕ) : a ≡ a [MOD n] := rfl
protected theorem rfl : a ≡ a [MOD n] := rfl
@[symm] protected theorem symm : a ≡ b [MOD n] → b ≡ a [MOD n] := Eq.symm
protected theorem trans : a ≡ b [MOD n] → b ≡ c [MOD n] → a ≡ c [MOD n] := Eq.trans

protected theorem add (h₁ : a ≡ b [MOD n]) (h₂ : c ≡ d [MOD n]) : a + c ≡ b + d [MOD n] := by
  rw [ModEq] at *
  rw [Nat.add_mod, h₁, h₂, ← Nat.add_mod]

protected theorem mul (h₁ : a ≡ b [MOD n]) (h₂ : c ≡ d [MOD n]) : a * c ≡ b * d [MOD n] := by
  rw [ModEq] at *
  rw [Nat.mul_mod, h₁, h₂, ← Nat.mul_mod]

protected theorem pow (m : ℕ) (h : a ≡ b [MOD n]) : a ^ m ≡ b ^ m [MOD n] := by
  induction m with
  | zero => rfl
  | succ m ih => exact ih.mul h

end ModEq

theorem modEq_zero_iff_dvd {n a : ℕ} : a ≡ 0 [MOD n] ↔ n ∣ a := by
  rw [ModEq, Nat.zero_mod, Nat.dvd_iff_mod_eq_zero]
theorem mod_modEq (a n : ℕ) : a % n ≡ a [MOD n] := Nat.mod_mod a n

end Nat
