prelude
import Init.Order
import Init.String
import Init.Fin.Basic

/-!
# Comparison

What a comparison answers, the class of types that can be compared, and its instances.
-/

universe u v

deriving instance Inhabited, DecidableEq for Ordering

namespace Ordering

/-- The answer the other way round. -/
@[inline] def swap : Ordering → Ordering
  | .lt => .gt
  | .eq => .eq
  | .gt => .lt

/-- The first comparison decides unless it finds no difference. -/
@[macro_inline] protected def «then» (a b : Ordering) : Ordering :=
  match a with
  | .eq => b
  | a => a

@[inline] def isEq : Ordering → Bool
  | .eq => true
  | _ => false
@[inline] def isNe (o : Ordering) : Bool := !o.isEq
@[inline] def isLT : Ordering → Bool
  | .lt => true
  | _ => false
@[inline] def isGT : Ordering → Bool
  | .gt => true
  | _ => false
@[inline] def isLE (o : Ordering) : Bool := !o.isGT
@[inline] def isGE (o : Ordering) : Bool := !o.isLT

@[simp] theorem swap_swap {o : Ordering} : o.swap.swap = o := by cases o <;> rfl
@[simp] theorem swap_lt : lt.swap = gt := rfl
@[simp] theorem swap_eq : eq.swap = eq := rfl
@[simp] theorem swap_gt : gt.swap = lt := rfl
@[simp] theorem then_eq {o : Ordering} : o.then .eq = o := by cases o <;> rfl
@[simp] theorem eq_then {o : Ordering} : Ordering.eq.then o = o := rfl
@[simp] theorem lt_then {o : Ordering} : Ordering.lt.then o = .lt := rfl
@[simp] theorem gt_then {o : Ordering} : Ordering.gt.then o = .gt := rfl

end Ordering

/-- Types whose elements can be compared. -/
class Ord (α : Type u) where
  compare : α → α → Ordering
export Ord (compare)

@[inline] def compareOfLessAndEq {α : Type u} (x y : α) [LT α] [Decidable (x < y)] [DecidableEq α] : Ordering :=
  if x < y then .lt else if x = y then .eq else .gt

@[inline] def compareOfLessAndBEq {α : Type u} (x y : α) [LT α] [Decidable (x < y)] [BEq α] : Ordering :=
  if x < y then .lt else if x == y then .eq else .gt

/-- By the first comparison, then by the second. -/
@[inline] def compareLex {α : Type u} {β : Type v} (cmp₁ cmp₂ : α → β → Ordering) (a : α) (b : β) : Ordering :=
  (cmp₁ a b).then (cmp₂ a b)

/-- By the values of `f`. -/
@[inline] def compareOn {α : Type u} {β : Type v} [Ord β] (f : α → β) (x y : α) : Ordering := compare (f x) (f y)

instance instOrdNat : Ord Nat := ⟨fun a b => compareOfLessAndEq a b⟩
instance instOrdInt : Ord Int := ⟨fun a b => compareOfLessAndEq a b⟩
instance instOrdFin {n : Nat} : Ord (Fin n) := ⟨fun a b => compare a.val b.val⟩
instance instOrdChar : Ord Char := ⟨fun a b => compareOfLessAndEq a b⟩
instance : Ord String := ⟨fun a b => compareOfLessAndEq a b⟩
instance : Ord Unit := ⟨fun _ _ => .eq⟩
instance instOrdBool : Ord Bool where
  compare
    | false, true => .lt
    | true, false => .gt
    | _, _ => .eq
instance instOrdOrdering : Ord Ordering := ⟨fun a b => compare a.ctorIdx b.ctorIdx⟩
instance instOrdOption {α : Type u} [Ord α] : Ord (Option α) where
  compare
    | none, none => .eq
    | none, some _ => .lt
    | some _, none => .gt
    | some a, some b => compare a b

protected def List.compareLex {α : Type u} (cmp : α → α → Ordering) : List α → List α → Ordering
  | [], [] => .eq
  | [], _ => .lt
  | _, [] => .gt
  | a :: as, b :: bs => (cmp a b).then (List.compareLex cmp as bs)

instance {α : Type u} [Ord α] : Ord (List α) := ⟨List.compareLex compare⟩

/-- Pairs, the first components first. -/
@[reducible] def lexOrd {α : Type u} {β : Type v} [Ord α] [Ord β] : Ord (α × β) where
  compare := compareLex (compareOn (·.1)) (compareOn (·.2))

@[reducible] def ltOfOrd {α : Type u} [Ord α] : LT α := ⟨fun a b => compare a b = .lt⟩
@[reducible] def leOfOrd {α : Type u} [Ord α] : LE α := ⟨fun a b => (compare a b).isLE⟩
@[reducible] def maxOfLe {α : Type u} [LE α] [DecidableRel (α := α) (β := α) (· ≤ ·)] : Max α :=
  ⟨fun x y => if x ≤ y then y else x⟩
@[reducible] def minOfLe {α : Type u} [LE α] [DecidableRel (α := α) (β := α) (· ≤ ·)] : Min α :=
  ⟨fun x y => if x ≤ y then x else y⟩

namespace Nat

theorem compare_eq_ite_lt (a b : Nat) : compare a b = if a < b then .lt else if b < a then .gt else .eq := by
  show (if a < b then _ else if a = b then _ else _) = _
  by_cases h : a < b
  · rw [if_pos h, if_pos h]
  · rw [if_neg h, if_neg h]
    by_cases h' : b < a
    · rw [if_pos h', if_neg (Nat.ne_of_gt h')]
    · rw [if_neg h', if_pos (by omega)]
theorem compare_eq_lt {a b : Nat} : compare a b = .lt ↔ a < b := by
  rw [compare_eq_ite_lt]
  by_cases h : a < b <;> by_cases h' : b < a <;> simp [h, h']
theorem compare_eq_gt {a b : Nat} : compare a b = .gt ↔ b < a := by
  rw [compare_eq_ite_lt]
  by_cases h : a < b <;> by_cases h' : b < a <;> simp [h, h'] <;> omega
theorem compare_eq_eq {a b : Nat} : compare a b = .eq ↔ a = b := by
  rw [compare_eq_ite_lt]
  by_cases h : a < b <;> by_cases h' : b < a <;> simp [h, h'] <;> omega
theorem compare_swap (a b : Nat) : (compare a b).swap = compare b a := by
  rw [compare_eq_ite_lt, compare_eq_ite_lt]
  by_cases h : a < b <;> by_cases h' : b < a <;> simp [h, h']
  omega

end Nat
