/-! What `grind` closes, and what it has to leave open. -/

section Logic
variable (p q r : Prop)

example (h : p ↔ q) (hq : q) : p := by grind
example : (p → q) → (q → r) → ¬r → ¬p := by grind
example : p ∧ (q ∨ r) ↔ (p ∧ q) ∨ (p ∧ r) := by grind
example (h : ¬(p ∧ q)) (hp : p) : ¬q := by grind
example (P : Nat → Prop) (h : ∃ x, P x ∧ x = 3) : P 3 := by grind
example (P Q : Nat → Prop) (h : ∀ x, P x → Q x) (hp : ∀ x, P x) (a : Nat) : Q a := by grind
example (P : Nat → Prop) (h : ¬∃ x, P x) (a : Nat) : ¬P a := by grind
example (b c : Bool) : (b && c) = (c && b) := by grind
example (b c : Bool) (h : (b || c) = false) : b = false := by grind
example (h : p → q) (hp : p) : q := by
  fail_if_success (clear hp; grind)
  exact h hp
end Logic

section Lists
variable {α β : Type} (x y : α) (l r s : List α) (f : α → β)

example (h : x ∈ l) : x ∈ r ++ y :: l := by grind
example (h : x ∈ l) : f x ∈ l.map f := by grind
example (h : l = []) : x ∉ l := by grind
example : (l ++ r).reverse.length = l.length + r.length := by grind
example : (x :: l).reverse ++ r = l.reverse ++ x :: r := by grind
example (o : Option Nat) (h : o = some 3) : o.map (· + 1) = some 4 := by grind
def mirrored : List α → List α
  | [] => []
  | a :: l => mirrored l ++ [a]
theorem mirrored_append : mirrored (l ++ r) = mirrored r ++ mirrored l := by induction l <;> grind [mirrored]
example : mirrored (mirrored l) = l := by induction l <;> grind [mirrored, mirrored_append]
example (h : l.length ≤ r.length) (hs : s = r) : l.length ≤ s.length := by
  fail_if_success (clear hs; grind)
  grind
end Lists

section Equality
variable {α : Type}

example (a b c d : α) (f : α → α → α) : f (f a b) c = d → a = b → f (f b b) c = d := by grind
example (f : α → α) (h : ∀ x, f (f x) = x) (a : α) : f (f (f a)) = f a := by grind
example (f g : α → α) (h : ∀ x, f x = g x) : f = g := by grind
example (f g : α → α) (h : f = g) (a b : α) (hab : a = b) : f a = g b := by grind
example (a b : α) (h : some a = some b) : a = b := by grind
example (a b : α) (l : List α) (h : a :: l = [b]) : a = b ∧ l = [] := by grind
example (a : α) (l : List α) : a :: l ≠ [] := by grind
example (x y : Nat × Nat) (h : x.1 = y.1) (h' : x.2 = y.2) : x = y := by grind
example (a b : α) (f : α → α) (h : f a = f b) (hi : Function.Injective f) : a = b := by
  fail_if_success (clear hi; grind)
  exact hi h
end Equality

section CaseSplits

example (x : Nat) (h : (if x = 0 then 1 else 2) = 2) : x ≠ 0 := by grind
example (o : Option Nat) (h : (match o with | none => 0 | some x => x) = 5) : o ≠ none := by grind
example (x : Nat) (h : x ≠ 0) : (if _h : x = 0 then 1 else 2) = 2 := by grind
example (o : Option Nat) : (match o with | none => true | some _ => true) = true := by grind
inductive Colour where
  | red
  | green
  | blue
example (c : Colour) (h : c ≠ .red) (h' : c ≠ .green) : c = .blue := by grind [cases Colour]
example (c : Colour) (h : c ≠ .red) (h' : c ≠ .green) : c = .blue := by
  fail_if_success (clear h; grind [cases Colour])
  cases c <;> grind
end CaseSplits

section Lemmas
opaque f : Nat → Nat
opaque P : Nat → Prop
def double (n : Nat) : Nat := f (f n)

section
variable (involutive : ∀ n, f (f n) = n) (backward : ∀ n, P (f n) → P n) (n : Nat)
example : f (f (f (f n))) = n := by grind
example (h : P n) (hf : f (f n) = n) : P (f n) := by
  fail_if_success (clear backward; grind)
  exact backward _ (hf.symm ▸ h)
end

theorem double_eq (n : Nat) : double n = f (f n) := rfl
theorem of_f {n : Nat} (h : P (f n)) : P n ∨ P (f n) := .inr h
example (n : Nat) (h : f (f n) = n) : double n = n := by grind [double]
example (n : Nat) (h : f (f n) = n) : double n = n := by grind [double_eq]
example (n : Nat) (h : f (f n) = n) : double n = n := by grind [= double_eq]
example (n : Nat) (h : f (f n) = n) : double n = n := by
  fail_if_success grind
  exact h
example (n : Nat) (h : P (f n)) (hn : ¬P (f n)) : P n := by grind [→ of_f]

inductive Even : Nat → Prop where
  | zero : Even 0
  | step {n : Nat} : Even n → Even (f n)
example (n : Nat) (h : Even n) : Even (f (f n)) := by grind [Even.step]
example (n : Nat) (h : Even n) : Even (f (f n)) := by grind [← Even.step]
example (n : Nat) (h : Even n) : Even (f (f n)) := by grind [intro Even]
example (n : Nat) (h : Even n) : Even (f (f n)) := by grind only [Even.step]
end Lemmas

section AssociativeOperations
variable {α : Type} (op : α → α → α) (a b c d e : α)

section
variable [Std.Associative op]
example : op (op a b) (op c d) = op a (op (op b c) d) := by grind
example (h : op a b = c) : op (op d a) (op b e) = op d (op c e) := by grind
example (h : op a b = c) (h' : op b d = e) : op c d = op a e := by grind
example [Std.IdempotentOp op] (h : op a b = c) : op c b = op a c := by grind
example [Std.LawfulIdentity op d] (h : op a b = c) : op (op a d) b = op d c := by grind
example [Std.Commutative op] : op (op a b) (op c d) = op d (op (op b c) a) := by grind
example [Std.Commutative op] (h : op a b = op c c) (h' : op c e = d) : op (op a b) e = op d c := by grind
example [Std.Commutative op] (h : op a b = c) (h' : op b d = e) : op c d = op a e := by grind
example [Std.Commutative op] [Std.IdempotentOp op] (h : op a b = c) : op c b = op a c := by grind
example [Std.Commutative op] [Std.LawfulIdentity op d] (h : op a b = d) : op c (op b a) = c := by grind
example (h : ∀ x y, op x y = op y x) : op (op a b) c = op c (op b a) := by
  fail_if_success (clear h; grind)
  rw [h a b, h]
end

example (a b c : List Nat) : (a ++ b) ++ (c ++ []) = a ++ (b ++ c) := by grind
example (a b c : Nat) (h : max a b = c) : max b (max c a) = c := by grind
end AssociativeOperations

section Attributes
def wrap (n : Nat) : Nat × Nat := (n, n)

@[grind =] theorem fst_wrap (n : Nat) : (wrap n).1 = n := rfl
example (n : Nat) : (wrap (wrap n).1).1 = n := by grind

theorem snd_wrap (n : Nat) : (wrap n).2 = n := rfl
example (n : Nat) : (wrap n).2 = n := by
  fail_if_success grind
  exact snd_wrap n
grind_pattern snd_wrap => wrap n
example (n : Nat) : (wrap n).2 = n := by grind

@[grind cases] inductive Coin where
  | heads
  | tails
example (c : Coin) (h : c ≠ .heads) : c = .tails := by grind

@[grind →] theorem even_step {n : Nat} (h : Even n) : Even (f n) := .step h
example (n : Nat) (h : Even n) : Even (f n) := by grind

structure Point where
  x : Nat
  y : Nat
@[ext, grind ext] theorem Point.ext' {p q : Point} (hx : p.x = q.x) (hy : p.y = q.y) : p = q := by
  cases p; cases q; simp_all
example (p q : Point) (h : p.x = q.x) (h' : p.y = q.y) : p = q := by grind
end Attributes

section LinearIntegers
variable (x y z : Int)

example (h : x < y) : x + 1 ≤ y := by grind
example (h : 2 * x = 2 * y + 1) : False := by grind
example (h : 2 ∣ x) (h' : x ≤ 5) (h'' : 5 ≤ x) : False := by grind
example : x / 2 * 2 + x % 2 = x := by grind
example (h : x % 4 = 3) : x % 2 = 1 := by grind
example (h : 0 ≤ x) (h' : x < 3) : x = 0 ∨ x = 1 ∨ x = 2 := by grind
example (h : 27 ≤ 11 * x + 13 * y) (h' : 11 * x + 13 * y ≤ 45) (h₁ : -10 ≤ 7 * x - 9 * y) (h₂ : 7 * x - 9 * y ≤ 4) :
    False := by lia
example (h : 5 * x + 3 * y = 2) (h' : x ≠ 1 - 3 * z) (hz : z = 0) (h₀ : 0 ≤ x) (h₂ : x ≤ 2) : False := by lia
example (h : 3 ∣ x) (h' : 2 ∣ x) (h₁ : 1 ≤ x) (h₂ : x ≤ 5) : False := by lia
example (h : 6 ∣ x + 1) (h' : 4 ∣ x) : False := by lia
example (h : 3 * x ≤ 2 * y) (h' : 2 * y ≤ 3 * x) (hd : 2 ∣ x + 1) : False := by lia
example (h : 5 * x ≤ 3 * y) (h' : 3 * y ≤ 5 * x + 1) (hd : 7 ∣ x + y + 1) (hy : y < 12) (h₂ : 2 < x) (h₆ : x < 6) :
    False := by lia
example (h : x = 2) (h' : y = 3) : x * y = 6 ∧ x ^ 2 = 4 := by grind
example (h : max x y = z) : x ≤ z := by grind
example (h : ¬2 ∣ x) : x % 2 = 1 := by grind
example (h : x < 0) : (x.natAbs : Int) = -x := by grind
example (h : 0 ≤ x) : (x.toNat : Int) = x := by grind
example (h : 2 * x ≤ y) (h' : y ≤ 2 * x + 1) (hn : y ≠ 2 * x) : y = 2 * x + 1 := by
  fail_if_success (clear hn; grind)
  grind
end LinearIntegers

section LinearNaturals
variable (a b c : Nat)

example (h : a < b) : ¬b ≤ a := by grind
example (h : a ≤ b) : b - a + a = b := by grind
example : a - b ≤ a := by grind
example (h : 0 < a) : a / 2 < a := by grind
example (h : a % 2 = 1) (h' : b % 2 = 1) : (a + b) % 2 = 0 := by grind
example (f : Nat → Nat) (h : a ≤ b) (h' : b ≤ a) : f a = f b := by grind
example (f : Nat → Nat) (h : a = b + 1) : f (a - 1) = f b := by grind
example (l : List Nat) (h : l.length + 1 ≤ 3) : l.length ≤ 2 := by grind
example (h : ¬2 ∣ a) : a % 2 = 1 := by grind
example (h : a ^ 2 = 4) (h' : a = 3) : False := by grind
example (h : a < b) (hc : c = 1) : a + c ≤ b := by
  fail_if_success (clear hc; grind)
  grind
example : a + b + c ≤ c + (b + a) := by simp +arith
example : 3 * a + b = b + a + a + a := by simp +arith only
example (h : a + b + 2 ≤ b + a) : False := by simp +arith at h
example (x y : Int) (h : 4 * x + 2 * y ≤ 5) : 2 * x + y ≤ 2 := by
  simp +arith only at h ⊢
  exact h
end LinearNaturals

section Orders
variable {α : Type} [LE α] [LT α] [Std.LawfulOrderLT α] (a b c : α)

example [Std.IsPreorder α] (h : a ≤ b) (h' : b < c) : a < c := by grind
example [Std.IsPartialOrder α] (h : a ≤ b) (h' : b ≤ c) (h'' : c ≤ a) (f : α → Nat) : f a = f c := by grind
example [Std.IsLinearOrder α] (h : ¬a ≤ b) (h' : ¬b < c) : c ≤ a := by grind
example [Std.IsPreorder α] (h : a ≤ b) (h' : c ≤ b) (hc : c ≤ a) : c ≤ b ∧ c ≤ a := by
  fail_if_success (clear hc; grind)
  grind
end Orders
