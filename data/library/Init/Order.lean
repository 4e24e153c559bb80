prelude
import Init.Int
import Init.Array

/-!
# Orders as classes

The classes that say which laws a `≤` has, and that `<` and `≤` belong together.
-/

universe u

/-- The result of a comparison. -/
inductive Ordering where
  | lt
  | eq
  | gt

namespace Std

class ReflCmp {α : Type u} (cmp : α → α → Ordering) : Prop where
  compare_self {a : α} : cmp a a = .eq

class LawfulEqCmp {α : Type u} (cmp : α → α → Ordering) : Prop extends ReflCmp cmp where
  eq_of_compare {a b : α} : cmp a b = .eq → a = b

theorem ReflCmp.cmp_eq_of_eq {α : Type u} {cmp : α → α → Ordering} [ReflCmp cmp] {a b : α} (h : a = b) :
    cmp a b = .eq := h ▸ compare_self

variable (α : Type u)

class IsPreorder [LE α] where
  le_refl : ∀ a : α, a ≤ a
  le_trans : ∀ a b c : α, a ≤ b → b ≤ c → a ≤ c

class IsPartialOrder [LE α] extends IsPreorder α where
  le_antisymm : ∀ a b : α, a ≤ b → b ≤ a → a = b

class IsLinearPreorder [LE α] extends IsPreorder α where
  le_total : ∀ a b : α, a ≤ b ∨ b ≤ a

class IsLinearOrder [LE α] extends IsPartialOrder α, IsLinearPreorder α

class LawfulOrderLT [LT α] [LE α] where
  lt_iff : ∀ a b : α, a < b ↔ a ≤ b ∧ ¬b ≤ a

end Std

instance : Std.IsLinearOrder Nat where
  le_refl := Nat.le_refl
  le_trans _ _ _ := Nat.le_trans
  le_antisymm _ _ := Nat.le_antisymm
  le_total := Nat.le_total
instance : Std.LawfulOrderLT Nat where
  lt_iff a b := by omega

instance : Std.IsLinearOrder Int where
  le_refl := Int.le_refl
  le_trans _ _ _ := Int.le_trans
  le_antisymm _ _ := Int.le_antisymm
  le_total := Int.le_total
instance : Std.LawfulOrderLT Int where
  lt_iff a b := by omega
