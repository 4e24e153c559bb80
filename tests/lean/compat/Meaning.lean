import Compat
open BigOperators Real Nat Topology Rat

/-! What the notation means, by computation. -/

-- Division and subtraction
example : (7 : ℕ) / 2 = 3 ∧ (2 : ℕ) - 3 = 0 ∧ (7 : ℕ) / 0 = 0 := by decide
example : (-7 : ℤ) / 2 = -4 ∧ (-7 : ℤ) % 2 = 1 ∧ (2 : ℤ) - 3 = -1 := by decide
example : (7 : ℚ) / 2 = 3 + 1 / 2 ∧ (1 : ℚ) / 0 = 0 ∧ ((6 : ℚ) / 4).den = 2 ∧ (-(6 : ℚ) / 4).num = -3 := by decide
example : (-1 : ℚ) / 3 < 0 ∧ ¬(1 : ℚ) / 2 ≤ 1 / 3 ∧ ((2 : ℚ) / 3) ^ 2 = 4 / 9 := by decide
example (a b : ℕ) (h : (a : ℚ) = b) : a = b := Rat.natCast_inj.1 h

-- Sums and products bind as products do
example : ∑ x ∈ Finset.range 4, x + 1 = 7 := by decide
example : ∑ x ∈ Finset.range 4, 2 * x = 12 ∧ ∏ x ∈ Finset.Icc 1 4, x = 24 := by decide
example : ∑ x ∈ Finset.Icc (-2 : ℤ) 2, x ^ 2 = 10 ∧ ∑ x ∈ Finset.Ioo 1 5, x = 9 ∧ ∑ x ∈ Finset.Ico 1 5, x = 10 := by
  decide
example : ∑ x ∈ Finset.range 10 with x % 3 = 0, x = 18 := by decide

-- Finite sets
example : (Finset.filter (fun x => x % 19 = 7) (Finset.Icc 100 999)).card = 48 := by decide +kernel
example : ({1, 2, 2} : Finset ℕ) = {2, 1} ∧ ({1, 2, 2} : Finset ℕ).card = 2 ∧ (1 : ℕ) ∈ ({1, 2} : Finset ℕ) := by decide
example : ({1, 2} ∪ {2, 3} : Finset ℕ) = {1, 2, 3} ∧ ({1, 2} ∩ {2, 3} : Finset ℕ) = {2} := by decide
example : (Finset.range 5).image (· % 2) = {0, 1} ∧ (Finset.range 5 \ {0}).card = 4 := by decide

-- Number theory
example : 5! = 120 ∧ 0! = 1 ∧ Nat.lcm 3! 4 = 12 := by decide
example : Nat.choose 5 2 = 10 ∧ Nat.choose 2 5 = 0 := by decide
example : Nat.Prime 2 ∧ Nat.Prime 97 ∧ ¬Nat.Prime 0 ∧ ¬Nat.Prime 1 ∧ ¬Nat.Prime 91 := by decide +kernel
example : Nat.divisors 12 = {1, 2, 3, 4, 6, 12} ∧ Nat.properDivisors 6 = {1, 2, 3} ∧ Nat.divisors 0 = ∅ := by decide
example : Nat.sqrt 99 = 9 ∧ Nat.sqrt 100 = 10 ∧ Nat.sqrt 0 = 0 := by decide
example : Nat.digits 10 123 = [3, 2, 1] ∧ Nat.digits 2 6 = [0, 1, 1] ∧ Nat.digits 7 0 = [] := by decide
example : 7 ≡ 1 [MOD 3] ∧ -1 ≡ 2 [ZMOD 3] ∧ ¬5 ≡ 2 [MOD 4] := by decide
example : Even (4 : ℕ) ∧ Odd (-3 : ℤ) ∧ ¬Even (5 : ℕ) := by decide
example : |(-3 : ℤ)| = 3 ∧ |(-1 : ℚ) / 2| = 1 / 2 := by decide
example : (3 : ZMod 31)⁻¹ * 3 = 1 ∧ (-1 : ZMod 5) = 4 ∧ (2 : ZMod 6)⁻¹ * 2 = 2 := by decide

-- Sets, bounds, functions
example : IsLeast {x : ℕ | 0 < x ∧ x % 3 = 2} 2 := ⟨by decide, fun a h => by simp at h; omega⟩
example : IsGreatest {x : ℤ | x * 2 ≤ 9} 4 := ⟨by decide, fun a h => by simp at h; omega⟩
example : (3 : ℕ) ∈ ({1, 2, 3} : Set ℕ) \ {2} := by simp
example : ∃! x : ℕ, x + 2 = 5 := ⟨3, rfl, fun y h => by omega⟩
example : Function.Injective fun n : ℕ => n + 1 := fun _ _ h => Nat.succ.inj h
example : StrictMono fun n : ℕ => 2 * n := fun a b h => by show 2 * a < 2 * b; omega
