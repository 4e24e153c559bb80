prelude
import Init.Grind.Algebra

/-!
# The steps of the order solver of `grind`

Transitivity, and what it says of the truth of `a ≤ b` and `a < b`.
-/

universe u

namespace Lean.Grind.Order
variable {p q : Prop}

theorem eq_mp (h : p = q) (hp : p) : q := h ▸ hp
theorem eq_mp_not (h : p = q) (hp : ¬p) : ¬q := h ▸ hp
theorem eq_trans_true (h : p = q) (hq : q = True) : p = True := h.trans hq
theorem eq_trans_false (h : p = q) (hq : q = False) : p = False := h.trans hq
theorem eq_trans_true' (h : p = q) (hp : p = True) : q = True := h.symm.trans hp
theorem eq_trans_false' (h : p = q) (hp : p = False) : q = False := h.symm.trans hp

theorem nat_eq (a b : Nat) (x y : Int) (ha : NatCast.natCast a = x) (hb : NatCast.natCast b = y) (h : x = y) : a = b :=
  Int.ofNat.inj (ha.trans (h.trans hb.symm))
theorem of_nat_eq (a b : Nat) (x y : Int) (ha : NatCast.natCast a = x) (hb : NatCast.natCast b = y) (h : a = b) :
    x = y := by rw [← ha, ← hb, h]
theorem of_natCast_eq (a b : Nat) (x y : Int) (ha : NatCast.natCast a = x) (hb : NatCast.natCast b = y)
    (h : (NatCast.natCast a : Int) = NatCast.natCast b) : x = y := by rw [← ha, ← hb, h]

section
variable {α : Type u} [LE α]

theorem le_of_eq_1 [Std.IsPreorder α] {a b : α} (h : a = b) : a ≤ b := h ▸ Std.IsPreorder.le_refl a
theorem le_of_eq_2 [Std.IsPreorder α] {a b : α} (h : a = b) : b ≤ a := h ▸ Std.IsPreorder.le_refl a
theorem le_of_not_le [Std.IsLinearPreorder α] {a b : α} (h : ¬a ≤ b) : b ≤ a :=
  (Std.IsLinearPreorder.le_total a b).resolve_left h
theorem eq_of_le_of_le [Std.IsPartialOrder α] {a b : α} (h : a ≤ b) (h' : b ≤ a) : a = b :=
  Std.IsPartialOrder.le_antisymm a b h h'
theorem le_trans [Std.IsPreorder α] {a b c : α} (h : a ≤ b) (h' : b ≤ c) : a ≤ c := Std.IsPreorder.le_trans a b c h h'
theorem le_eq_true [Std.IsPreorder α] {a : α} : (a ≤ a) = True := eq_true (Std.IsPreorder.le_refl a)

variable [LT α] [Std.LawfulOrderLT α]

theorem le_of_lt {a b : α} (h : a < b) : a ≤ b := ((Std.LawfulOrderLT.lt_iff a b).1 h).1
theorem lt_unsat' {a : α} (h : a < a) : False := ((Std.LawfulOrderLT.lt_iff a a).1 h).2 (le_of_lt h)
theorem lt_of_not_le [Std.IsLinearPreorder α] {a b : α} (h : ¬a ≤ b) : b < a :=
  (Std.LawfulOrderLT.lt_iff b a).2 ⟨le_of_not_le h, h⟩
theorem le_of_not_lt [Std.IsLinearPreorder α] {a b : α} (h : ¬a < b) : b ≤ a :=
  Classical.byContradiction fun hn => h (lt_of_not_le hn)
theorem le_eq_true_of_lt {a b : α} (h : a < b) : (a ≤ b) = True := eq_true (le_of_lt h)
theorem lt_eq_false {a : α} : (a < a) = False := eq_false lt_unsat'

variable [Std.IsPreorder α]

theorem le_lt_trans {a b c : α} (h : a ≤ b) (h' : b < c) : a < c :=
  (Std.LawfulOrderLT.lt_iff a c).2
    ⟨le_trans h (le_of_lt h'), fun hca => ((Std.LawfulOrderLT.lt_iff b c).1 h').2 (le_trans hca h)⟩
theorem lt_le_trans {a b c : α} (h : a < b) (h' : b ≤ c) : a < c :=
  (Std.LawfulOrderLT.lt_iff a c).2
    ⟨le_trans (le_of_lt h) h', fun hca => ((Std.LawfulOrderLT.lt_iff a b).1 h).2 (le_trans h' hca)⟩
theorem lt_trans {a b c : α} (h : a < b) (h' : b < c) : a < c := lt_le_trans h (le_of_lt h')
theorem lt_unsat (a : α) (h : a < a) : False := lt_unsat' h
theorem le_eq_false_of_lt {a b : α} (h : a < b) : (b ≤ a) = False := eq_false fun h' => lt_unsat' (lt_le_trans h h')
theorem lt_eq_false_of_lt {a b : α} (h : a < b) : (b < a) = False := eq_false fun h' => lt_unsat' (lt_trans h h')
theorem lt_eq_false_of_le {a b : α} (h : a ≤ b) : (b < a) = False := eq_false fun h' => lt_unsat' (le_lt_trans h h')

end

end Lean.Grind.Order
