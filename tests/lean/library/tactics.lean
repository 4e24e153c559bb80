/-! Every tactic that the library promises, each in a proof that needs it. -/

section Structure
variable (p q r : Prop)

example (hp : p) : p := by assumption
example (hp : p) (hq : q) : p ∧ q := by and_intros <;> assumption
example (h : p ∧ q) : q ∧ p := by
  cases h with
  | intro hp hq => exact And.intro hq hp
example : p → p ∨ q := by intro h; left; exact h
example (h : p) : ∃ _ : p, True := by exists h
example (h : p → q) (hp : p) : q := by
  specialize h hp
  exact h
example (hp : p) (hq : q) : p := by
  clear hq
  exact hp
example (a b : Nat) (h : a = b) : b = a := by
  symm
  exact h
example (a b c : Nat) (h₁ : a = b) (h₂ : b = c) : a = c := by
  subst h₁
  exact h₂
example (a b : Nat) (h : a = b) : a + 1 = b + 1 := by congr
example (f : Nat → Nat) (a b : Nat) (h : a = b) : f a = f b := by
  apply congrArg
  assumption
example (a : Nat) (h : a = 2) : a + a = 4 := by
  rename a = 2 => two
  rw [two]
example : True ∧ True := by
  constructor
  all_goals trivial
example (h : False) : p := by exfalso; exact h
example (h : p) (hn : ¬p) : q := absurd h hn
example (a b : Nat) (h : a = b) : b = a := by
  revert h
  intro h
  rw [h]
example (x : Nat) (h : x = 1 ∨ x = 2) : x < 3 := by
  rcases h with rfl | rfl <;> decide
example (x : Nat) (h : ∃ y, x = y + y) : ∃ z, x = 2 * z := by
  obtain ⟨y, hy⟩ := h
  refine ⟨y, ?_⟩
  rw [hy, Nat.two_mul]
example : ∀ n : Nat, n = 0 ∨ n ≥ 1 := by
  rintro (_ | n)
  · left; rfl
  · right
    exact Nat.succ_le_succ (Nat.zero_le n)
example (p q : Prop) (h : p ∨ q) : q ∨ p := by
  match h with
  | .inl hp => exact .inr hp
  | .inr hq => exact .inl hq
example (a b : Nat) (h : a + 1 = b + 1) : a = b := by injection h
example (a : Nat) (h : a + 1 = 0) : p := by nomatch h
example (n : Nat) (h : n < 0) : p := by cases h
example (a b : Nat) : (if a = b then 1 else 1) = 1 := by split <;> rfl
example (o : Option Nat) : (match o with | none => 0 | some _ => 1) ≤ 1 := by
  split
  · decide
  · decide
example (a b c : Nat) (h : a = b) : c + a = c + b := by
  suffices h' : a = b by rw [h']
  exact h
example (a b : Nat) : a + b = b + a := by
  show a + b = b + a
  exact Nat.add_comm a b
example (a b : Nat) : a + b = b + a := by
  have h : ∀ x y : Nat, x + y = y + x := Nat.add_comm
  exact h a b
example : ∃ x, x + 2 = 5 := ⟨_, (rfl : 3 + 2 = 5)⟩
example (f : Nat → Nat) (h : ∀ x, f x = x) (y : Nat) : f (f y) = y := by
  repeat rw [h]
example (p q r : Prop) : p → q → r → q := by
  intros
  assumption
example : 1 = 1 ∨ 1 = 2 := by first | right; rfl | left; rfl
example (a b : Nat) (h : a = b) (h' : b = 3) : a = 3 := by
  iterate 1 rw [h]
  try rw [h]
  exact h'
example (a b c : Nat) : a = b → b = c → a = c := by
  intro h₁ h₂
  exact h₁ ▸ h₂
example (a b : Nat) (h : a = b) : a = b := by
  generalize hx : a = x at *
  exact h
example (x : Nat) : x = x := by
  induction x using Nat.recAux <;> rfl
end Structure

section Rewriting
variable (a b c : Nat)

example (h : a = b) : c + b = c + a := by rw [← h]
example (h : a = b) (h' : b + c = 5) : a + c = 5 := by rwa [h]
example : a + b + c = c + (b + a) := by
  rw [Nat.add_comm (a + b) c, Nat.add_comm a b]
example : a + b = b + a := by
  conv => lhs; rw [Nat.add_comm]
example : (fun x : Nat => 0 + x) = id := by
  funext x
  simp
example : (fun x : Nat => x + 0) = fun x => x := by
  ext x
  rfl
example (h : b = 0) : a + b = a := by simp [h]
example (h : a + 0 = b) : a = b := by simpa using h
example (h₁ : a = b) (h₂ : b = c) : a = c := by simp_all
example (h : a = 3) : a * a = 9 := by simp only [h]
example : ¬(a < a) := by simp
example (h : a ≤ b) : ¬b < a := by simpa using h
example : a ≤ a + b := by simp [Nat.le_add_right]
def double (n : Nat) := n + n
example : double 2 = 4 := by unfold double; rfl
example : double a = a + a := by rw [double]
example : double 3 = 6 := by delta double; rfl
example : a + 1 ≠ 0 := by simp
example : (2 : Nat) ≠ 3 := by decide
example : 100 * 100 = 10000 := by rfl
example (h : a = b) : b = a := by
  calc
    b = b := rfl
    _ = a := h.symm
example (f : Nat → Nat → Nat) (h : ∀ x y, f x y = f y x) : f a b = f b a := by
  conv =>
    rhs
    rw [h]
example (h : a = b ∧ b = c) : a = c := by
  simp [h.1, h.2]
example : (a, b).1 = a := by dsimp
example (h : (a, b) = (c, c)) : a = b := by
  simp at h
  rw [h.1, h.2]
example (x : Nat × Nat) : (x.1, x.2) = x := by simp
example (s t : Nat × Nat) (h₁ : s.1 = t.1) (h₂ : s.2 = t.2) : s = t := by
  ext
  · exact h₁
  · exact h₂
example (x y : { n : Nat // n > 0 }) (h : x.val = y.val) : x = y := by
  ext
  exact h
end Rewriting

section Searching
/--
info: Try this:
  [apply] exact Nat.le_add_right a b
-/
#guard_msgs in
example (a b : Nat) : a ≤ a + b := by exact?
example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by apply And.intro <;> assumption
example (a b c : Nat) (h₁ : a ≤ b) (h₂ : b ≤ c) : a ≤ c := by
  apply Nat.le_trans <;> assumption
example (p q r : Prop) : p → (p → q) → (q → r) → r := by
  intro _ _ _
  solve_by_elim
/--
info: Try this:
  [apply] simp only [Nat.add_zero]
-/
#guard_msgs in
example (a : Nat) : a + 0 = a := by simp?
/--
info: Try this:
  [apply] rw [h]
  -- no goals
-/
#guard_msgs in
example (a b : Nat) (h : a = b) : a + 1 = b + 1 := by rw?
end Searching

section Grind
example (p q r : Prop) (h : p ∨ q) (h₁ : p → r) (h₂ : q → r) : r := by grind
example (a b c : Nat) (f : Nat → Nat) (h₁ : a = b) (h₂ : b = c) : f a = f c := by grind
example (a : Nat) (f : Nat → Nat) (h : ∀ x, f x = x) : f (f a) = a := by grind
end Grind
