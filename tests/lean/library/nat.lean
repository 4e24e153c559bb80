/-! Natural numbers: the exercises of a first course, with rw, simp, calc, induction and decide. -/

example : 2 + 2 = 4 := rfl
example : 7 * 8 = 56 := by decide
example : 2 ^ 10 = 1024 := by simp
example : 17 % 5 = 2 := rfl
example : 3 ∣ 12 := ⟨4, rfl⟩
example : ¬ 5 ∣ 12 := by decide
example : min 3 5 = 3 ∧ max 3 5 = 5 := by decide

namespace MyNat
theorem zero_add (n : Nat) : 0 + n = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.add_succ, ih]

theorem succ_add (a b : Nat) : Nat.succ a + b = Nat.succ (a + b) := by
  induction b with
  | zero => rfl
  | succ b ih => rw [Nat.add_succ, ih, Nat.add_succ]

theorem add_comm (a b : Nat) : a + b = b + a := by
  induction b with
  | zero => rw [zero_add, Nat.add_zero]
  | succ b ih => rw [Nat.add_succ, ih, succ_add]
end MyNat

example (a b c : Nat) : a * (b + c) = a * c + a * b := by
  rw [Nat.mul_add, Nat.add_comm]

example (a b c : Nat) : a + b + c = c + b + a := by
  rw [Nat.add_comm a b, Nat.add_comm (b + a) c, Nat.add_assoc]

example (a b c d : Nat) : (a + b) * (c + d) = a * c + a * d + b * c + b * d := by
  rw [Nat.add_mul, Nat.mul_add, Nat.mul_add, ← Nat.add_assoc]

example (a b : Nat) : (a + b) ^ 2 = a * a + 2 * (a * b) + b * b := by
  rw [Nat.pow_two, Nat.add_mul, Nat.mul_add, Nat.mul_add, Nat.two_mul, Nat.mul_comm b a]
  simp only [Nat.add_assoc]

example (a b c : Nat) : a * b * c = c * b * a := by ac_rfl
example (a b c d : Nat) : a + b + (c + d) = d + c + (b + a) := by ac_rfl

example (a b c d : Nat) (h₁ : a = b) (h₂ : b = c + 1) (h₃ : c + 1 = d) : a = d := calc
  a = b := h₁
  _ = c + 1 := h₂
  _ = d := h₃

example (a b c : Nat) (h₁ : a < b) (h₂ : b ≤ c) : a < c + 1 := calc
  a < b := h₁
  _ ≤ c := h₂
  _ < c + 1 := Nat.lt_succ_self c

example (a b : Nat) (h : a + 3 = b + 3) : a = b := by simpa using h
example (a b : Nat) (h : a + 3 ≤ b + 2) : a < b := by
  have h' := Nat.le_of_add_le_add_right (b := 2) h
  exact h'
example (n : Nat) (h : n ≠ 0) : 0 < n := Nat.pos_of_ne_zero h
example (n : Nat) (h : 0 < n) : ∃ m, n = m + 1 := by
  cases n with
  | zero => contradiction
  | succ m => exact ⟨m, rfl⟩
example (a b : Nat) (h : a ≤ b) : ∃ c, b = a + c := Nat.exists_eq_add_of_le h
example (a b : Nat) (h₁ : a ≤ b) (h₂ : b ≤ a) : a = b := Nat.le_antisymm h₁ h₂
example (a b : Nat) (h : ¬ a ≤ b) : b < a := Nat.lt_of_not_le h
example (a b : Nat) : a ≤ b ∨ b < a := Nat.le_or_lt a b
example (a b c : Nat) (h : a ≤ b) : a * c ≤ b * c := Nat.mul_le_mul_right c h
example (a b : Nat) (h : b ≤ a) : a - b + b = a := Nat.sub_add_cancel h
example (a b : Nat) : a + b - b = a := by simp
example (a : Nat) : a - a = 0 := by simp
example (a : Nat) (h : a * 2 = 0) : a = 0 := by simpa using h
example (n : Nat) : n < n + 5 := by simp
example (n : Nat) : ¬ n + 1 ≤ n := by simp
example (x : Nat) (h : x + 2 = 7) : x = 5 := by simpa using h
example (x : Nat) (h : 7 = x + 2) : x = 5 := by
  simp at h
  exact h.symm

example (a b c : Nat) (h : a ∣ b) (h' : a ∣ c) : a ∣ b + c := Nat.dvd_add h h'
example (a b c : Nat) (h : a ∣ b) (h' : b ∣ c) : a ∣ c := by
  obtain ⟨k, rfl⟩ := h
  obtain ⟨l, rfl⟩ := h'
  exact ⟨k * l, Nat.mul_assoc a k l⟩
example (m n : Nat) : n * (m / n) + m % n = m := Nat.div_add_mod m n
example (m n : Nat) (h : 0 < n) : m % n < n := Nat.mod_lt m h

theorem even_or_odd (n : Nat) : (∃ k, n = 2 * k) ∨ (∃ k, n = 2 * k + 1) := by
  induction n with
  | zero => exact .inl ⟨0, rfl⟩
  | succ n ih =>
    rcases ih with ⟨k, hk⟩ | ⟨k, hk⟩
    · exact .inr ⟨k, by rw [hk]⟩
    · exact .inl ⟨k + 1, by rw [hk, Nat.mul_succ]⟩

def sumTo : Nat → Nat
  | 0 => 0
  | n + 1 => sumTo n + (n + 1)

theorem two_sumTo (n : Nat) : 2 * sumTo n = n * (n + 1) := by
  induction n with
  | zero => rfl
  | succ n ih => rw [sumTo, Nat.mul_add, ih, ← Nat.add_mul, Nat.mul_comm, Nat.add_comm n 2]

theorem strong (P : Nat → Prop) (h : ∀ n, (∀ m, m < n → P m) → P n) (n : Nat) : P n := by
  induction n using Nat.strongRecOn with
  | ind n ih => exact h n ih

theorem two_pow_gt (n : Nat) : n < 2 ^ n := by
  induction n with
  | zero => decide
  | succ n ih =>
    rw [Nat.pow_succ, Nat.mul_two]
    exact Nat.add_lt_add_of_lt_of_le ih (Nat.two_pow_pos n)
