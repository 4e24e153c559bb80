prelude
import Init.Omega.Logic

/-!
# Bounded numbers: the order, for `omega`

`Fin n` is ordered as the numbers in it are; `omega` reads an inequality between elements as one between numbers.
-/

namespace Fin
variable {n : Nat} {a b : Fin n}

attribute [coe] val

instance coeToNat : CoeOut (Fin n) Nat := ⟨val⟩

end Fin

instance instLTFin {n : Nat} : LT (Fin n) where lt a b := a.val < b.val

instance instLEFin {n : Nat} : LE (Fin n) where le a b := a.val ≤ b.val

namespace Fin
variable {n : Nat} {a b : Fin n}

instance decLt (a b : Fin n) : Decidable (a < b) := Nat.decLt a.val b.val

instance decLe (a b : Fin n) : Decidable (a ≤ b) := Nat.decLe a.val b.val

theorem eq_of_val_eq : ∀ {i j : Fin n}, i.val = j.val → i = j
  | ⟨_, _⟩, ⟨_, _⟩, rfl => rfl

theorem val_eq_of_eq {i j : Fin n} (h : i = j) : i.val = j.val := congrArg val h

@[ext] protected theorem ext {a b : Fin n} (h : (a : Nat) = b) : a = b := eq_of_val_eq h

instance _root_.instDecidableEqFin (n : Nat) : DecidableEq (Fin n) := fun i j =>
  decidable_of_iff (i.val = j.val) ⟨eq_of_val_eq, val_eq_of_eq⟩

theorem val_inj {a b : Fin n} : a.val = b.val ↔ a = b := ⟨eq_of_val_eq, val_eq_of_eq⟩

theorem val_congr {n : Nat} {a b : Fin n} (h : a = b) : (a : Nat) = (b : Nat) := congrArg val h

theorem val_le_of_le {n : Nat} {a b : Fin n} (h : a ≤ b) : (a : Nat) ≤ (b : Nat) := h

theorem val_le_of_ge {n : Nat} {a b : Fin n} (h : a ≥ b) : (b : Nat) ≤ (a : Nat) := h

theorem val_add_one_le_of_lt {n : Nat} {a b : Fin n} (h : a < b) : (a : Nat) + 1 ≤ (b : Nat) := h

theorem val_add_one_le_of_gt {n : Nat} {a b : Fin n} (h : a > b) : (b : Nat) + 1 ≤ (a : Nat) := h

theorem le_def {a b : Fin n} : a ≤ b ↔ a.1 ≤ b.1 := .rfl

theorem lt_def {a b : Fin n} : a < b ↔ a.1 < b.1 := .rfl

end Fin

namespace Lean.Omega.Fin
variable {n : Nat}

theorem ne_iff_lt_or_gt {i j : Fin n} : i ≠ j ↔ i < j ∨ i > j :=
  (not_congr Fin.val_inj.symm).trans Nat.ne_iff_lt_or_gt

protected theorem lt_or_gt_of_ne {i j : Fin n} (h : i ≠ j) : i < j ∨ i > j := ne_iff_lt_or_gt.1 h

theorem not_le {i j : Fin n} : ¬i ≤ j ↔ j < i := Nat.not_le

theorem not_lt {i j : Fin n} : ¬i < j ↔ j ≤ i := Nat.not_lt

protected theorem lt_of_not_le {i j : Fin n} (h : ¬i ≤ j) : j < i := not_le.1 h

protected theorem le_of_not_lt {i j : Fin n} (h : ¬i < j) : j ≤ i := not_lt.1 h

end Lean.Omega.Fin
