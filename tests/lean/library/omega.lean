/-! Linear arithmetic: goals that a user hands to `omega`. -/

section Order
example (a b c : Nat) (h : a ≤ b) : a + c ≤ b + c := by omega
example (a b : Nat) (h : a < b) : a + 1 ≤ b := by omega
example (a b : Nat) (h : ¬b ≤ a) : a < b := by omega
example (a b : Nat) (h : a ≠ b) : a < b ∨ b < a := by omega
example (a b : Nat) (h : a ≤ b) (h' : b ≤ a) : a = b := by omega
example (a b : Int) (h : a ≤ b) (h' : b ≤ a) : a = b := by omega
example (a b c : Int) (h : a < b) (h' : b ≤ c) : a + 1 ≤ c := by omega
example (x y : Int) (h : ¬(x < y ∨ y < x)) : x = y := by omega
example (x y z : Nat) (h : x ≤ y ∧ y ≤ z) : x ≤ z := by omega
example (x : Int) : -x ≤ x ↔ 0 ≤ x := by omega
example (i n : Nat) (h : i < n) (hn : n ≠ 1) : n ≥ 2 ∨ i ≥ 2 := by omega
example (m n : Nat) : m < n + 1 ↔ m ≤ n := by omega
end Order

section Equations
example (a b : Nat) (h : 2 * a = 2 * b) : a = b := by omega
example (a b : Nat) (h : 2 * a + 1 = 2 * b) : False := by omega
example (x y : Int) (h : 6 * x + 9 * y = 5) : False := by omega
example (x y : Int) (h : 2 * x + 3 * y = 1) (h₁ : 0 < x) (h₂ : x < 3) : x = 2 ∧ y = -1 := by omega
example (a b : Int) (h : 3 * a + 5 * b = 11) (ha : 0 ≤ a) (hb : 0 ≤ b) : a = 2 ∧ b = 1 := by omega
example (a b : Int) (h : a + b = 3) (h' : 2 * a - b = 0) : a = 1 := by omega
example (x y : Nat) : 3 * x + 5 * y ≠ 7 := by omega
example (x y : Int) : (x + y) * 2 = 2 * x + 2 * y := by omega
example (x y z : Int) (h : 7 * x + 12 * y + 31 * z = 17) (h' : 3 * x + 5 * y + 14 * z = 7) (hx : 1 ≤ x)
    (hx' : x ≤ 40) : x + y + z ≤ 100 := by omega
example (n : Nat) (h : n.succ = 4) : n = 3 := by omega
example (a b c d e : Nat) (h : a + b + c + d + e = 10) (ha : a > 3) (hb : b > 3) (hc : c > 3) : False := by omega
end Equations

section Inequalities
example (x : Int) (h : 10 ≤ 3 * x) : 4 ≤ x := by omega
example (x y : Int) (h : x + y > 0) (h' : x - y > 0) : x > 0 := by omega
example (a b : Int) (h : 0 < a * 3 + b * 3) (h' : a * 3 + b * 3 < 3) : False := by omega
example (x y : Int) (h₁ : 5 * x - 3 * y ≤ 7) (h₂ : -2 * x + 4 * y ≤ -5) (h₃ : x ≥ 4) (h₄ : y ≥ 7) : False := by
  omega
example (x₁ x₂ x₃ x₄ x₅ x₆ x₇ x₈ x₉ x₁₀ x₁₁ x₁₂ : Int) (h₁ : x₁ ≤ x₂) (h₂ : x₂ ≤ x₃) (h₃ : x₃ ≤ x₄)
    (h₄ : x₄ ≤ x₅) (h₅ : x₅ ≤ x₆) (h₆ : x₆ ≤ x₇) (h₇ : x₇ ≤ x₈) (h₈ : x₈ ≤ x₉) (h₉ : x₉ ≤ x₁₀)
    (h₁₀ : x₁₀ ≤ x₁₁) (h₁₁ : x₁₁ ≤ x₁₂) (h₁₂ : x₁₂ < x₁) : False := by omega
end Inequalities

section Subtraction
example (x y : Nat) (h : x - y = 3) : x = y + 3 := by omega
example (a b c : Nat) : a - b - c = a - (b + c) := by omega
example (a b : Nat) (h : a - b = 0) (h' : b - a = 0) : a = b := by omega
example (a b c : Nat) (h : a ≤ b) : a - c ≤ b - c := by omega
example (n : Nat) (h : 0 < n) : n - 1 + 1 = n := by omega
example (a b : Nat) (h : b ≤ a) : a - (a - b) = b := by omega
end Subtraction

section Division
example (x : Nat) : x / 2 ≤ x := by omega
example (x : Nat) : x % 3 < 3 := by omega
example (n : Nat) : n % 2 = 0 ∨ n % 2 = 1 := by omega
example (n : Nat) (h : n % 2 = 1) : (n + 1) % 2 = 0 := by omega
example (n : Nat) (h : n / 4 = 3) : 12 ≤ n ∧ n < 16 := by omega
example (a q r : Nat) (h : a = 7 * q + r) (hr : r < 7) : a / 7 = q := by omega
example (x : Nat) (h₃ : x % 3 = 2) (h₅ : x % 5 = 3) (h₇ : x % 7 = 2) (h : x < 105) : x = 23 := by omega
example (n : Nat) (h : n < 2 ^ 10) : n / 2 < 512 := by omega
example (x : Int) : x / 2 * 2 ≤ x := by omega
example (x : Int) : x % 5 < 5 ∧ 0 ≤ x % 5 := by omega
example (x : Int) : x / (-3) = -(x / 3) := by omega
example (x : Int) (h : x % 4 = 3) : x % 2 = 1 := by omega
example (x : Int) (h : x % 6 = 5) (h' : x % 4 = 2) : False := by omega
example (x : Int) (n : Nat) : x % 2 ^ n < 2 ^ n := by omega
example (x n : Nat) : x % 2 ^ n < 2 ^ n := by omega
example (n : Nat) : 2 ^ (n + 1) = 2 * 2 ^ n := by omega
example (x : Nat) : x <<< 2 = 4 * x := by omega
example (x : Nat) : x >>> 1 = x / 2 := by omega
end Division

section Divisibility
example (n : Nat) (h : 6 ∣ n) : 3 ∣ n := by omega
example (n : Nat) (h : ¬2 ∣ n) : 2 ∣ n + 1 := by omega
example (x : Int) (h : 4 ∣ x) : 2 ∣ x := by omega
example (x : Int) (h : ¬3 ∣ x) : x % 3 = 1 ∨ x % 3 = 2 := by omega
example (a b : Int) (h : 5 ∣ a) (h' : 5 ∣ b) : 5 ∣ 2 * a - 3 * b := by omega
example (a : Nat) (h : ∃ k, a = k + k) : a % 2 = 0 := by
  obtain ⟨k, hk⟩ := h
  omega
end Divisibility

section Cases
example (a b : Nat) : min a b ≤ a := by omega
example (a b : Nat) : max a b + min a b = a + b := by omega
example (a b : Int) : max a b = if a ≤ b then b else a := by omega
example (a b : Int) (h : b = if a < 3 then 2 else 1) : 1 ≤ b := by omega
example (x : Int) (h : x = 1 ∨ x = 2) : x > 0 ∧ x < 3 := by omega
example (x y : Nat) (h : x ≤ y ↔ y ≤ x) : x = y := by omega
example (x y : Int) (h : x = 1 ↔ y = 2) (h' : x = 1) : y = 2 := by omega
example (a b : Nat) (h : a < b → b < 5) (h' : a + 7 ≤ b) : False := by omega
example (a b : Nat) (h : ¬(a < b ∧ b < a + 5)) (h' : a < b) : a + 5 ≤ b := by omega
example (p q : Nat × Nat) (h : Prod.Lex (· < ·) (· < ·) p q) : p.1 ≤ q.1 := by omega
example (h : ∃ x : Nat, x < 0) : False := by omega
end Cases

section Casts
example (m n : Nat) (h : (m : Int) - n < 0) : m < n := by omega
example (m n : Nat) : ((m - n : Nat) : Int) = max 0 ((m : Int) - n) := by omega
example (m n : Nat) (h : (m : Int) * 2 = n * 2 + 1) : False := by omega
example (a : Int) : (a.natAbs : Int) ≥ a := by omega
example (x : Int) : x.natAbs = max x (-x) := by omega
example (x y : Int) (h : x.natAbs ≤ 3) (h' : y.natAbs ≤ 4) : (x + y).natAbs ≤ 7 := by omega
example (a : Int) (h : 0 ≤ a) : (a.toNat : Int) = a := by omega
example (x : Int) : x.toNat = max x 0 := by omega
example (n : Nat) : Int.negSucc n < 0 := by omega
end Casts

section Bounded
example (n : Nat) (i : Fin n) (h : i.val ≥ n) : False := by omega
example (n : Nat) (i j : Fin n) (h : i.val = j.val) : i = j := by omega
example (i j k : Fin 5) (h : i < j) (h' : j < k) : i < k := by omega
example (i j : Fin 5) (h : ¬i < j) (h' : i ≠ j) : j.val < i.val := by omega
end Bounded

section Atoms
example (a b : Nat) (f : Nat → Nat) (h : f a < b) : f a + 1 ≤ b := by omega
example (a b : Nat) (h : a * b = 5) (h' : a * b < 5) : False := by omega
example (x : Int) (f : Int → Int) (h : f (x + 1) = 3) : f (x + 1) * 2 = 6 := by omega
example (x : Nat) (h : x ∈ [1, 2, 3]) : x ≤ 3 := by
  simp at h
  omega
end Atoms

/-! What is not so cannot be proved, and the message says what may be otherwise. -/

/--
error: omega could not prove the goal:
a possible counterexample may satisfy the constraints
  a ≥ 0
where
 a := ↑m
-/
#guard_msgs in
example (m n : Nat) (h : m < n) : m + 1 < n := by omega
