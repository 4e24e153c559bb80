/-! Notation, macros and syntax of a user. -/

def join (a b : Nat) : Nat := a * b + a + b

infixl:65 " ⊹ " => join

example : 1 ⊹ 2 = 5 := rfl
example : 1 ⊹ 1 ⊹ 1 = 7 := rfl
/-- info: 1 ⊹ 2 : Nat -/
#guard_msgs in
#check 1 ⊹ 2

notation:50 a " ≼ " b => a ≤ b ∧ a ∣ b
example : 2 ≼ 6 := by decide

prefix:max "♯" => Nat.succ
example : ♯3 = 4 := rfl

postfix:max "!" => fun n : Nat => n * n
example : (3)! = 9 := rfl

local notation "‖" x "‖" => Nat.pred x
example : ‖5‖ = 4 := rfl

macro "solve" : tactic => `(tactic| first | rfl | assumption | trivial)
example (p : Prop) (h : p) : p := by solve
example : 2 = 2 := by solve

syntax "triple " term:max : term
macro_rules
  | `(triple $x) => `($x + $x + $x)
example : triple 3 = 9 := rfl

syntax "split_and" : tactic
macro_rules
  | `(tactic| split_and) => `(tactic| (constructor <;> try split_and))
example (p q r : Prop) (hp : p) (hq : q) (hr : r) : p ∧ q ∧ r := by
  split_and <;> assumption

macro "both " h:ident : tactic => `(tactic| exact ⟨($h).2, ($h).1⟩)
example (p q : Prop) (h : p ∧ q) : q ∧ p := by both h

syntax (name := listSum) "sum[" term,* "]" : term
macro_rules (kind := listSum)
  | `(sum[]) => `(0)
  | `(sum[$x]) => `($x)
  | `(sum[$x, $xs,*]) => `($x + sum[$xs,*])
example : sum[1, 2, 3] = 6 := rfl

macro "assert_eq " a:term " and " b:term : command => `(example : $a = $b := by rfl)
assert_eq 1 + 1 and 2

section
variable {α : Type} (r : α → α → Prop)
local infix:50 " ⇝ " => r
example (refl : ∀ x, x ⇝ x) (a : α) : a ⇝ a := refl a
end

namespace Scoped
scoped notation "two" => 2
example : two = 2 := rfl
end Scoped

open Scoped in
example : two + two = 4 := rfl

example : ∀ x > 0, ∃ y < x, y + 1 = x := by
  intro x hx
  cases x with
  | zero => contradiction
  | succ n => exact ⟨n, Nat.lt_succ_self n, rfl⟩
example : (fun (x, y) => x + y : Nat × Nat → Nat) (1, 2) = 3 := rfl
example : ([1, 2, 3] |>.length |> Nat.succ) = 4 := rfl
example : (Nat.succ ∘ Nat.succ) 1 = 3 := rfl
example : (1, 2, 3).2.1 = 2 := rfl
example : (· + 1) <$> [1, 2].head? = some 2 := rfl
