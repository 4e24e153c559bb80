prelude
import Init.Grind.Linear.Naturals

/-!
# Linear arithmetic of natural numbers in normal form, for `simp +arith`

A term over natural numbers is one over integers whose atoms are not negative.
-/

namespace Int.Internal.Linear

/-- No coefficient and no constant is positive. -/
noncomputable def Poly.isNonpos (p : Poly) : Bool := Poly.rec (fun c => leb c 0) (fun a _ _ ih => leb a 0 && ih) p.norm

theorem Poly.denote_nonpos {ctx : Context} (hctx : ∀ x : Var, 0 ≤ x.denote ctx) {p : Poly} (h : p.isNonpos = true) :
    p.denote ctx ≤ 0 := by
  rw [← p.denote_norm]
  unfold isNonpos at h
  generalize p.norm = q at h
  induction q with
  | num c => exact le_of_leb h
  | add a v q ih =>
    have h : (leb a 0 && _) = true := h
    rw [Bool.and_eq_true] at h
    have := Int.mul_le_mul_of_nonneg_right (le_of_leb h.1) (hctx v)
    have := ih h.2
    rw [Int.zero_mul] at *
    rw [denote_add]
    omega

end Int.Internal.Linear

namespace Nat.Internal.Linear

abbrev Var := Nat
abbrev Context := Lean.RArray Nat

inductive Expr where
  | num (v : Nat)
  | var (i : Var)
  | add (a b : Expr)
  | mulL (k : Nat) (e : Expr)
  | mulR (e : Expr) (k : Nat)

noncomputable def Expr.denote (ctx : Context) (e : Expr) : Nat :=
  Expr.rec (fun k => k) (fun v => ctx.get v) (fun _ _ a b => Nat.add a b) (fun k _ a => Nat.mul k a)
    (fun _ k a => Nat.mul a k) e

/-- An equation or an inequality. -/
structure ExprCnstr where
  eq : Bool
  lhs : Expr
  rhs : Expr

noncomputable def ExprCnstr.denote (ctx : Context) (c : ExprCnstr) : Prop :=
  bif c.eq then c.lhs.denote ctx = c.rhs.denote ctx else c.lhs.denote ctx ≤ c.rhs.denote ctx

/-! ## As integers -/

noncomputable def Expr.toInt (e : Expr) : Int.Internal.Linear.Expr :=
  Expr.rec (fun k => .num k) .var (fun _ _ a b => .add a b) (fun k _ a => .mulL k a) (fun _ k a => .mulR a k) e

noncomputable def Context.toInt (ctx : Context) : Int.Internal.Linear.Context :=
  Lean.RArray.rec (fun x => .leaf (x : Int)) (fun p _ _ l r => .branch p l r) ctx

theorem Context.get_toInt (ctx : Context) (x : Var) :
    Int.Internal.Linear.Var.denote ctx.toInt x = (ctx.get x : Int) := by
  induction ctx with
  | leaf a => rfl
  | branch p l r ihl ihr =>
    change (Bool.rec (Int.Internal.Linear.Var.denote (toInt l) x) (Int.Internal.Linear.Var.denote (toInt r) x)
      (Nat.ble p x) : Int) = ((Bool.rec (l.get x) (r.get x) (Nat.ble p x) : Nat) : Int)
    rw [ihl, ihr]
    cases Nat.ble p x <;> rfl

theorem Expr.denote_toInt (ctx : Context) (e : Expr) : e.toInt.denote ctx.toInt = (e.denote ctx : Int) := by
  induction e with
  | num k => rfl
  | var v => exact ctx.get_toInt v
  | add a b iha ihb =>
    change a.toInt.denote _ + b.toInt.denote _ = _
    rw [iha, ihb]
    rfl
  | mulL k e ih =>
    change (k : Int) * e.toInt.denote _ = _
    rw [ih]
    rfl
  | mulR e k ih =>
    change e.toInt.denote _ * (k : Int) = _
    rw [ih]
    rfl

open Int.Internal.Linear (Poly diff)

noncomputable def ExprCnstr.toPoly (c : ExprCnstr) : Poly := diff c.lhs.toInt c.rhs.toInt

section
variable (ctx : Context)

theorem denote_toPoly (c : ExprCnstr) : c.toPoly.denote ctx.toInt = (c.lhs.denote ctx : Int) - c.rhs.denote ctx := by
  rw [ExprCnstr.toPoly, Int.Internal.Linear.denote_diff, Expr.denote_toInt, Expr.denote_toInt]

theorem nonneg (x : Var) : 0 ≤ Int.Internal.Linear.Var.denote ctx.toInt x := by
  rw [Context.get_toInt]
  exact Int.ofNat_zero_le _

theorem Expr.eq_of_toNormPoly_eq (e e' : Expr) (h : (diff e.toInt e'.toInt).isZero = true) :
    e.denote ctx = e'.denote ctx := by
  have := Poly.denote_of_isZero ctx.toInt h
  rw [Int.Internal.Linear.denote_diff, denote_toInt, denote_toInt] at this
  omega

theorem ExprCnstr.eq_of_toNormPoly_eq (c d : ExprCnstr)
    (h : ((bif c.eq then d.eq else !d.eq) && (c.toPoly.minus d.toPoly).isZero) = true) :
    c.denote ctx = d.denote ctx := by
  rw [Bool.and_eq_true] at h
  have := Poly.eq_of_isZero ctx.toInt h.2
  rw [denote_toPoly, denote_toPoly] at this
  have h := h.1
  unfold denote
  cases hc : c.eq <;> cases hd : d.eq <;> rw [hc, hd] at h <;>
    first | exact Bool.noConfusion h | exact propext (by simp only [cond_true, cond_false]; omega)

theorem ExprCnstr.eq_true_of_isValid (c : ExprCnstr)
    (h : (bif c.eq then c.toPoly.isZero else c.toPoly.isNonpos) = true) : c.denote ctx = True := by
  unfold denote
  cases hc : c.eq <;> rw [hc] at h
  · have := Poly.denote_nonpos (nonneg ctx) h
    rw [denote_toPoly] at this
    exact eq_true (by rw [cond_false]; omega)
  · have := Poly.denote_of_isZero ctx.toInt h
    rw [denote_toPoly] at this
    exact eq_true (by rw [cond_true]; omega)

theorem ExprCnstr.eq_false_of_isUnsat (c : ExprCnstr)
    (h : (bif c.eq then (c.toPoly.shift 1).isNonpos || ((c.toPoly.smul (-1)).shift 1).isNonpos
      else ((c.toPoly.smul (-1)).shift 1).isNonpos) = true) : c.denote ctx = False := by
  have above (h : ((c.toPoly.smul (-1)).shift 1).isNonpos = true) : c.rhs.denote ctx < c.lhs.denote ctx := by
    have := Poly.denote_nonpos (nonneg ctx) h
    rw [Poly.denote_shift, Poly.denote_smul, denote_toPoly] at this
    omega
  unfold denote
  cases hc : c.eq <;> rw [hc] at h
  · have := above h
    exact eq_false (by rw [cond_false]; omega)
  · rw [cond_true, Bool.or_eq_true] at h
    refine eq_false (by
      rw [cond_true]
      rcases h with h | h
      · have := Poly.denote_nonpos (nonneg ctx) h
        rw [Poly.denote_shift, denote_toPoly] at this
        omega
      · have := above h
        omega)

end

end Nat.Internal.Linear
