prelude
import Init.Repr

/-!
# Read-only arrays as trees

How a tactic hands the atoms of a goal to a proof by reflection: the kernel reaches each in a few steps.
-/

universe u

namespace Lean

inductive RArray (α : Type u) : Type u where
  | leaf : α → RArray α
  | branch : Nat → RArray α → RArray α → RArray α

noncomputable def RArray.get {α : Type u} (a : RArray α) (n : Nat) : α :=
  RArray.rec (fun x => x) (fun p _ _ l r => (Nat.ble p n).rec l r) a

end Lean
