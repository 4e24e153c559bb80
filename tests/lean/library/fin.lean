/-! Bounded numbers: numerals, arithmetic, induction, `decide`, `omega`. -/

example (x : Nat) (h : x % 2 = 1) : (x * x) % 2 = 1 := by simp [Nat.mul_mod, h]
example (i : Fin 5) : i.val < 5 := i.isLt
example (i : Fin 5) : i.val < 7 := by omega
example (i j : Fin 5) (h : i.val = j.val) : i = j := Fin.ext h
example (i j : Fin 5) (h : i.val = j.val) : i = j := by ext; exact h
example (i j : Fin 5) (h : i ≤ j) (h' : j ≤ i) : i = j := by omega
example : (3 : Fin 5) + 4 = 2 := by decide
example : (3 : Fin 5) + 4 = 2 := rfl
example : (3 : Fin 5) + 4 = 2 := by simp
example : (3 : Fin 5) * 4 = 2 := by decide
example : (3 : Fin 5) - 4 = 4 := by decide
example : ∀ i : Fin 5, i + 0 = i := by decide
example (i : Fin 5) : i + 0 = i := by simp
example : ∀ i j : Fin 4, i + j = j + i := by decide
example : ∃ i : Fin 5, i.val = 3 := ⟨3, rfl⟩
example : ∃ i : Fin 5, i.val = 3 := by decide
example : ∀ i : Fin 3, i = 0 ∨ i = 1 ∨ i = 2 := by decide
example (i : Fin 3) : i = 0 ∨ i = 1 ∨ i = 2 := by omega
example (i : Fin n) : i.val < n := by simp
example (i : Fin n) : i.castSucc.val = i.val := by simp
example (i : Fin n) : i.succ.val = i.val + 1 := by simp
example (i : Fin n) : i.succ ≠ 0 := by simp
example : (Fin.last 4).val = 4 := by simp
example (a b : Fin (n+1)) : a < b ∨ a = b ∨ b < a := by omega
example (p : Fin (n+1) → Prop) (h0 : p 0) (hs : ∀ i : Fin n, p i.succ) : ∀ i, p i := by
  intro i
  cases i using Fin.cases with
  | zero => exact h0
  | succ i => exact hs i
example (p : Fin 2 → Prop) : (∀ i, p i) ↔ p 0 ∧ p 1 := by simp [Fin.forall_fin_two]
