/-! Integers: computation, the laws a user cites, casts. -/

section Computation
example : (5 : Int) - 7 = -2 := by decide
example : (-7 : Int) / 2 = -4 ∧ (-7 : Int) % 2 = 1 := by decide
example : (7 : Int) / -2 = -3 ∧ (7 : Int) % -2 = 1 := by decide
example : Int.tdiv (-7) 2 = -3 ∧ Int.tmod (-7) 2 = -1 := by decide
example : Int.fdiv (-7) 2 = -4 ∧ Int.fmod 7 (-2) = -1 := by decide
example : Int.bmod 7 4 = -1 ∧ Int.bdiv 7 4 = 2 := by decide
example : (2 : Int) ^ 100 = 1267650600228229401496703205376 := by decide
example : (-3 : Int) ^ 3 = -27 := by decide
example : (123456789012345678901234567890 : Int) / -7 = -17636684144620811271604938270 := by decide
example : (10 : Int) ∣ 12345678901234567890 := by decide
example : ¬(7 : Int) ∣ 12345678901234567890 := by decide
example : Int.gcd 12 (-18) = 6 ∧ Int.lcm 4 (-6) = 12 := by decide
example : (-5 : Int).natAbs = 5 ∧ (-5 : Int).toNat = 0 ∧ (-5 : Int).sign = -1 := by decide
example : (-3 : Int) + 3 = 0 := rfl
example : ∃ x : Int, x * x = 49 ∧ x < 0 := ⟨-7, by decide⟩
example : (3 : Int) + 4 * 5 - 2 = 21 := by simp
example : (-7 : Int) < 2 ∧ ¬(7 : Int) ≤ 2 ∧ (7 : Int) ≠ 2 := by simp
example : (3 : Int) ∣ 12 ∧ ¬(5 : Int) ∣ 12 := by simp
example : (-7 : Int).natAbs = 7 ∧ (-7 : Int).toNat = 0 := by simp

/-- info: -4 -/
#guard_msgs in
#eval (-7 : Int) / 2
end Computation

section Ring
example (a b c : Int) : a * (b + c) = a * b + a * c := Int.mul_add a b c
example (a b c : Int) : (a - b) * c = a * c - b * c := Int.sub_mul a b c
example (a b : Int) : -(a - b) = b - a := Int.neg_sub a b
example (a b : Int) : a + b - b = a := by simp
example (x : Int) : x + 0 = x ∧ 0 + x = x ∧ 1 * x = x ∧ x * 0 = 0 ∧ x - x = 0 := by simp
example (a b c : Int) : a + b + c = c + b + a := by ac_rfl
example (a b c : Int) : a * b * c = c * (b * a) := by ac_rfl
example (x y : Int) (h : x * y = 0) (hx : x ≠ 0) : y = 0 := (Int.mul_eq_zero.1 h).resolve_left hx
example (x y : Int) : (x + y) * (x + y) = x * x + 2 * (x * y) + y * y := by
  rw [Int.mul_add, Int.add_mul, Int.add_mul, Int.mul_comm y x]
  omega
example (a : Int) (m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := Int.pow_add a m n
end Ring

section Order
example (a b c : Int) (h : a ≤ b) : a ≤ b + c * c := by
  have h' : 0 ≤ c * c := by
    rw [← Int.natAbs_mul_self]
    exact Int.natCast_nonneg _
  omega
example (a b : Int) (h : a ≤ b) : a ≤ b + 1 := calc
  a ≤ b := h
  _ ≤ b + 1 := by omega
example (a b c d : Int) (h : a ≤ b) (h' : c ≤ d) : a + c ≤ b + d := Int.add_le_add h h'
example (a b c : Int) (h : a ≤ b) (hc : 0 ≤ c) : c * a ≤ c * b := Int.mul_le_mul_of_nonneg_left h hc
example (a b : Int) (h₁ : a ≤ b) (h₂ : b ≤ a) : a = b := Int.le_antisymm h₁ h₂
example (a b : Int) (h : a ≤ b) : 0 ≤ b - a := Int.sub_nonneg.2 h
example (a b : Int) (h : a < b) : ¬b ≤ a := by simp [h]
example (a b : Int) : a = b ∨ a ≠ b := by by_cases h : a = b <;> simp [h]
example (a : Int) (h : 0 ≤ a) : ∃ n : Nat, a = n := Int.eq_ofNat_of_zero_le h
example (P : Int → Prop) (nonneg : ∀ n : Nat, P n) (neg : ∀ n : Nat, P (.negSucc n)) (a : Int) : P a := by
  cases a with
  | ofNat n => exact nonneg n
  | negSucc n => exact neg n
example (f : Int → Int) (h₀ : f 0 = 0) (h : ∀ n, f (n + 1) = f n + 2) (a : Int) : f a = 2 * a := by
  induction a using Int.induction_on with
  | zero => exact h₀
  | succ n ih => rw [h, ih]; omega
  | pred n ih =>
    have h' := h (-n - 1)
    rw [Int.sub_add_cancel, ih] at h'
    omega
end Order

section Division
example (a b : Int) : b * (a / b) + a % b = a := Int.mul_ediv_add_emod a b
example (a b : Int) (h : b ≠ 0) : 0 ≤ a % b := Int.emod_nonneg a h
example (a b : Int) (h : 0 < b) : a % b < b := Int.emod_lt_of_pos a h
example (a n : Int) : (a + n) % n = a % n := by simp
example (a b n : Int) (h : a % n = b % n) : (a * a) % n = (b * b) % n := by rw [Int.mul_emod, h, ← Int.mul_emod]
example (a b c : Int) (h : a ∣ b) (h' : b ∣ c) : a ∣ c := Int.dvd_trans h h'
example (a b : Int) (h : a ∣ b) : a * (b / a) = b := Int.mul_ediv_cancel' h
example (a b k : Int) (h : k ∣ a) (h' : k ∣ b) : k ∣ a + b := Int.dvd_add h h'
example (n : Int) : n % 2 = 0 ∨ n % 2 = 1 := Int.emod_two_eq n
example (n m k : Int) (h : m ∣ k) : n % k % m = n % m := Int.emod_emod_of_dvd n h
end Division

section Casts
example (n m : Nat) : ((n + 2 * m : Nat) : Int) = n + 2 * m := by push_cast; rfl
example (n m : Nat) : (n : Int) < m ↔ n < m := by norm_cast
example (n m : Nat) (h : (n : Int) + 1 ≤ m * 2) : n + 1 ≤ m * 2 := by exact_mod_cast h
example (n m : Nat) (h : n + m = 3) : (n : Int) + m = 3 := by exact_mod_cast h
example (n m : Nat) (h : (n : Int) ∣ m) : n ∣ m := by exact_mod_cast h
example (n m : Nat) (h : (n : Int) ^ 2 = m) : n ^ 2 = m := by exact_mod_cast h
example (n : Nat) (h : 3 ≤ n) : ((n - 3 : Nat) : Int) = n - 3 := by push_cast [h]; rfl
example (n : Nat) (h : (n : Int) = 0) : n = 0 := by simpa using h
example (a : Int) (h : 0 ≤ a) : (a.toNat : Int) = a := Int.toNat_of_nonneg h
example (a b : Int) : (a * b).natAbs = a.natAbs * b.natAbs := Int.natAbs_mul a b
example (a b : Int) : (a + b).natAbs ≤ a.natAbs + b.natAbs := Int.natAbs_add_le a b
end Casts

section CommonDivisors
example : Nat.gcd 123456789012 987654321098 = 2 := by decide
example (m n : Nat) : Nat.gcd m n ∣ m := Nat.gcd_dvd_left m n
example (k m n : Nat) (h : k ∣ m) (h' : k ∣ n) : k ∣ Nat.gcd m n := Nat.dvd_gcd h h'
example (m n : Nat) : Nat.gcd m n * Nat.lcm m n = m * n := Nat.gcd_mul_lcm m n
example (k m n : Nat) (h : Nat.Coprime k n) (h' : k ∣ m * n) : k ∣ m := h.dvd_of_dvd_mul_right h'
example (m n k : Nat) : Nat.gcd m (n + k * m) = Nat.gcd m n := by simp
example : Nat.Coprime 35 18 := by decide
example (a : Nat) (h : 4 ∣ a) (h' : 9 ∣ a) : 36 ∣ a := Nat.Coprime.mul_dvd_of_dvd_of_dvd rfl h h'
end CommonDivisors

/-! How integers are shown. -/

open Int in
/-- info: fun n k => ↑n + -[k+1] : Nat → Nat → Int -/
#guard_msgs in
#check fun (n k : Nat) => (n : Int) + -[k+1]

/-- info: ∀ (a b : Int), -a ∣ b → ¬a * 2 ≤ -3 : Prop -/
#guard_msgs in
#check ∀ a b : Int, -a ∣ b → ¬a * 2 ≤ -3
