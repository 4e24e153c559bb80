prelude
import Init.RArray
import Init.Int

/-!
# Linear polynomials over the integers, for proofs by reflection

`grind` and `simp +arith` hand the atoms of a goal to a lemma as a tree, its terms as trees over the atoms' numbers,
and a Boolean certificate that the kernel evaluates. All certificates here are made from one test: whether a polynomial
is a constant once it is in normal form, and what is known of that constant.
-/

namespace Int.Internal.Linear

abbrev Var := Nat
abbrev Context := Lean.RArray Int

noncomputable def Var.denote (ctx : Context) (v : Var) : Int := ctx.get v

inductive Expr where
  | num (v : Int)
  | var (i : Var)
  | add (a b : Expr)
  | sub (a b : Expr)
  | neg (a : Expr)
  | mulL (k : Int) (a : Expr)
  | mulR (a : Expr) (k : Int)

inductive Poly where
  | num (k : Int)
  | add (k : Int) (v : Var) (p : Poly)

noncomputable def Expr.denote (ctx : Context) (e : Expr) : Int :=
  Expr.rec (fun k => k) (fun v => v.denote ctx) (fun _ _ a b => Int.add a b) (fun _ _ a b => Int.sub a b)
    (fun _ a => Int.neg a) (fun k _ a => Int.mul k a) (fun _ k a => Int.mul a k) e

/-! ## Equality and order of integers, as the kernel evaluates them fast -/

noncomputable def eqb (a b : Int) : Bool :=
  Int.rec (fun m => Int.rec (fun n => Nat.beq m n) (fun _ => false) b)
    (fun m => Int.rec (fun _ => false) (fun n => Nat.beq m n) b) a

noncomputable def leb (a b : Int) : Bool := Int.rec (fun _ => true) (fun _ => false) (b - a)

noncomputable def ltb (a b : Int) : Bool := leb (a + 1) b

theorem eq_of_eqb {a b : Int} (h : eqb a b = true) : a = b := by
  cases a <;> cases b <;>
    first | exact congrArg _ (Nat.eq_of_beq_eq_true h) | exact Bool.noConfusion (show false = true from h)

theorem le_of_leb {a b : Int} (h : leb a b = true) : a ≤ b := by
  refine Int.le_of_sub_nonneg ?_
  unfold leb at h
  cases hc : b - a with
  | ofNat n => exact Int.ofNat_zero_le n
  | negSucc n =>
    rw [hc] at h
    exact Bool.noConfusion (show false = true from h)

theorem lt_of_ltb {a b : Int} (h : ltb a b = true) : a < b := le_of_leb h

private theorem beq_self : ∀ n : Nat, Nat.beq n n = true
  | 0 => rfl
  | n + 1 => beq_self n

theorem ne_of_eqb {a b : Int} (h : (!eqb a b) = true) : a ≠ b := by
  rintro rfl
  have : eqb a a = true := by cases a <;> exact beq_self _
  rw [this] at h
  exact Bool.noConfusion h

/-! ## The value of a polynomial -/

namespace Poly

noncomputable def denote (ctx : Context) (p : Poly) : Int :=
  Poly.rec (fun k => k) (fun k v _ ih => k * v.denote ctx + ih) p

noncomputable def denoteFrom (ctx : Context) (p : Poly) : Int → Int :=
  Poly.rec (fun k r => bif eqb k 0 then r else Int.add r k)
    (fun k v _ ih r => ih (bif eqb k 1 then Int.add r (v.denote ctx) else Int.add r (Int.mul k (v.denote ctx)))) p

/-- The value written as `grind` writes it: `a * x + y + 3`, without ones and zeros. -/
noncomputable def denote' (ctx : Context) (p : Poly) : Int :=
  Poly.rec (fun k => k)
    (fun k v p _ => p.denoteFrom ctx (bif eqb k 1 then v.denote ctx else Int.mul k (v.denote ctx))) p

theorem bif_one (k x : Int) : (bif eqb k 1 then x else Int.mul k x) = k * x := by
  cases h : eqb k 1
  · rfl
  · rw [cond_true, eq_of_eqb h, Int.one_mul]

theorem denoteFrom_eq (ctx : Context) (p : Poly) (r : Int) : p.denoteFrom ctx r = r + p.denote ctx := by
  induction p generalizing r with
  | num k =>
    change (bif eqb k 0 then r else r + k) = r + k
    cases h : eqb k 0
    · rfl
    · rw [cond_true, eq_of_eqb h, Int.add_zero]
  | add k v p ih =>
    have : (bif eqb k 1 then Int.add r (v.denote ctx) else Int.add r (Int.mul k (v.denote ctx)))
        = r + k * v.denote ctx := by
      rw [← bif_one]
      cases eqb k 1 <;> rfl
    change p.denoteFrom ctx (bif eqb k 1 then _ else _) = r + (k * v.denote ctx + p.denote ctx)
    rw [this, ih, Int.add_assoc]

theorem denote'_eq (ctx : Context) (p : Poly) : p.denote' ctx = p.denote ctx := by
  cases p with
  | num k => rfl
  | add k v p =>
    change p.denoteFrom ctx (bif eqb k 1 then _ else _) = k * v.denote ctx + p.denote ctx
    rw [denoteFrom_eq, bif_one]

/-! ## Arithmetic of polynomials -/

noncomputable def shift (k : Int) (p : Poly) : Poly := Poly.rec (fun c => num (c + k)) (fun a v _ ih => add a v ih) p

noncomputable def plus (p q : Poly) : Poly := Poly.rec (fun k => q.shift k) (fun a v _ ih => add a v ih) p

noncomputable def smul (k : Int) (p : Poly) : Poly :=
  Poly.rec (fun c => num (k * c)) (fun a v _ ih => add (k * a) v ih) p

noncomputable def minus (p q : Poly) : Poly := p.plus (q.smul (-1))

noncomputable def insert (a : Int) (v : Var) (p : Poly) : Poly :=
  Poly.rec (fun c => add a v (num c))
    (fun b w q ih =>
      bif Nat.beq v w then bif eqb (a + b) 0 then q else add (a + b) w q
      else bif Nat.ble v w then add a v (add b w q) else add b w ih) p

/-- Every atom once, in order, with a coefficient that is not zero. -/
noncomputable def norm (p : Poly) : Poly :=
  Poly.rec num (fun a v _ ih => bif eqb a 0 then ih else insert a v ih) p

noncomputable def remainders (k : Int) (p : Poly) : Poly :=
  Poly.rec (fun c => num (c % k)) (fun a v _ ih => add (a % k) v ih) p

/-- The normal form with every coefficient and the constant replaced by its remainder. -/
noncomputable def mod (k : Int) (p : Poly) : Poly := p.norm.remainders k

noncomputable def coeff (x : Var) (p : Poly) : Int :=
  Poly.rec (fun _ => 0) (fun a v _ ih => bif Nat.beq x v then a else ih) p

noncomputable def leadCoeff (p : Poly) : Int := Poly.rec (fun _ => 1) (fun a _ _ _ => a) p

noncomputable def tail (p : Poly) : Poly := Poly.rec num (fun _ _ p _ => p) p

/-- The greatest common divisor of `k` and the coefficients, without the constant. -/
noncomputable def gcdCoeffs (k : Nat) (p : Poly) : Nat :=
  Poly.rec (fun _ => k) (fun a _ _ ih => Nat.gcd a.natAbs ih) p.norm

/-- Whether the polynomial is a constant, and one that `f` accepts. -/
noncomputable def isNum (p : Poly) (f : Int → Bool) : Bool := Poly.rec f (fun _ _ _ _ => false) p.norm

noncomputable def isZero (p : Poly) : Bool := p.isNum fun c => eqb c 0

section
variable (ctx : Context)

@[simp] theorem denote_num (k : Int) : (num k).denote ctx = k := rfl
@[simp] theorem denote_add (k : Int) (v : Var) (p : Poly) :
    (add k v p).denote ctx = k * v.denote ctx + p.denote ctx := rfl

@[simp] theorem denote_shift (k : Int) (p : Poly) : (p.shift k).denote ctx = p.denote ctx + k := by
  induction p with
  | num c => rfl
  | add a v p ih => exact (congrArg (a * v.denote ctx + ·) ih).trans (Int.add_assoc _ _ _).symm

@[simp] theorem denote_plus (p q : Poly) : (p.plus q).denote ctx = p.denote ctx + q.denote ctx := by
  induction p with
  | num c => exact (denote_shift ctx c q).trans (Int.add_comm _ _)
  | add a v p ih => exact (congrArg (a * v.denote ctx + ·) ih).trans (Int.add_assoc _ _ _).symm

@[simp] theorem denote_smul (k : Int) (p : Poly) : (p.smul k).denote ctx = k * p.denote ctx := by
  induction p with
  | num c => rfl
  | add a v p ih =>
    refine (congrArg (k * a * v.denote ctx + ·) ih).trans ?_
    rw [denote_add, Int.mul_add, Int.mul_assoc]

@[simp] theorem denote_minus (p q : Poly) : (p.minus q).denote ctx = p.denote ctx - q.denote ctx := by
  rw [minus, denote_plus, denote_smul]
  omega

theorem denote_insert (a : Int) (v : Var) (p : Poly) :
    (p.insert a v).denote ctx = a * v.denote ctx + p.denote ctx := by
  induction p with
  | num c => rfl
  | add b w q ih =>
    change (bif Nat.beq v w then bif eqb (a + b) 0 then q else add (a + b) w q
      else bif Nat.ble v w then add a v (add b w q) else add b w (q.insert a v)).denote ctx = _
    cases hv : Nat.beq v w
    · cases Nat.ble v w
      · rw [cond_false, cond_false, denote_add, ih, denote_add]
        omega
      · rfl
    · rw [cond_true, Nat.eq_of_beq_eq_true hv, denote_add, ← Int.add_assoc, ← Int.add_mul]
      cases h : eqb (a + b) 0
      · rfl
      · rw [eq_of_eqb h, Int.zero_mul, Int.zero_add]
        rfl

theorem denote_norm (p : Poly) : p.norm.denote ctx = p.denote ctx := by
  induction p with
  | num c => rfl
  | add a v p ih =>
    change (bif eqb a 0 then p.norm else p.norm.insert a v).denote ctx = _
    cases h : eqb a 0
    · rw [cond_false, denote_insert, ih, denote_add]
    · rw [cond_true, ih, denote_add, eq_of_eqb h, Int.zero_mul, Int.zero_add]

theorem denote_of_isNum {p : Poly} {f : Int → Bool} (h : p.isNum f = true) : ∃ c, f c = true ∧ p.denote ctx = c := by
  rw [← p.denote_norm]
  unfold isNum at h
  cases hp : p.norm with
  | num c => exact ⟨c, by rwa [hp] at h, rfl⟩
  | add a v q =>
    rw [hp] at h
    exact Bool.noConfusion (show false = true from h)

theorem denote_of_isZero {p : Poly} (h : p.isZero = true) : p.denote ctx = 0 := by
  obtain ⟨c, hc, hp⟩ := denote_of_isNum ctx h
  rw [hp, eq_of_eqb hc]

theorem eq_of_isZero {p q : Poly} (h : (p.minus q).isZero = true) : p.denote ctx = q.denote ctx := by
  have := denote_of_isZero ctx h
  rw [denote_minus] at this
  omega

theorem dvd_sub_mod (k : Int) (p : Poly) : k ∣ p.denote ctx - (p.mod k).denote ctx := by
  have step (a : Int) : k ∣ a - a % k := ⟨a / k, by have := Int.mul_ediv_add_emod a k; omega⟩
  rw [← p.denote_norm, mod]
  generalize p.norm = p
  induction p with
  | num c => exact step c
  | add a v p ih =>
    have : (add a v p).denote ctx - ((add a v p).remainders k).denote ctx
        = (a - a % k) * v.denote ctx + (p.denote ctx - (p.remainders k).denote ctx) := by
      change a * v.denote ctx + p.denote ctx - (a % k * v.denote ctx + (p.remainders k).denote ctx) = _
      rw [Int.sub_mul]
      omega
    rw [this]
    exact Int.dvd_add (Int.dvd_mul_of_dvd_left (step a)) ih

/-- A polynomial whose coefficients `k` divides differs from its constant by a multiple of `k`. -/
theorem dvd_sub_of_isNum {k : Int} {p : Poly} {f : Int → Bool} (h : (p.mod k).isNum f = true) :
    ∃ c, f c = true ∧ k ∣ p.denote ctx - c := by
  obtain ⟨c, hc, hp⟩ := denote_of_isNum ctx h
  exact ⟨c, hc, hp ▸ dvd_sub_mod ctx k p⟩

theorem dvd_of_isNum {k : Int} {p : Poly} (h : ((p.mod k).isNum fun c => eqb (c % k) 0) = true) :
    k ∣ p.denote ctx := by
  obtain ⟨c, hc, hd⟩ := dvd_sub_of_isNum ctx h
  have := Int.dvd_add hd (Int.dvd_of_emod_eq_zero (eq_of_eqb hc))
  rwa [show p.denote ctx - c + c = p.denote ctx by omega] at this

theorem not_dvd_of_isNum {k : Int} {p : Poly} (h : ((p.mod k).isNum fun c => !eqb (c % k) 0) = true) :
    ¬k ∣ p.denote ctx := by
  obtain ⟨c, hc, hd⟩ := dvd_sub_of_isNum ctx h
  intro hk
  have := Int.dvd_sub hk hd
  rw [show p.denote ctx - (p.denote ctx - c) = c by omega] at this
  exact ne_of_eqb hc (Int.emod_eq_zero_of_dvd this)

end
end Poly

/-! ## Terms as polynomials -/

noncomputable def Expr.toPoly (e : Expr) : Poly :=
  Expr.rec .num (fun v => .add 1 v (.num 0)) (fun _ _ p q => p.plus q) (fun _ _ p q => p.minus q)
    (fun _ p => p.smul (-1)) (fun k _ p => p.smul k) (fun _ k p => p.smul k) e

theorem Expr.denote_toPoly (ctx : Context) (e : Expr) : e.toPoly.denote ctx = e.denote ctx := by
  induction e with
  | num k => rfl
  | var v => exact (Int.add_zero _).trans (Int.one_mul _)
  | add a b iha ihb => exact (a.toPoly.denote_plus ctx b.toPoly).trans (by rw [iha, ihb]; rfl)
  | sub a b iha ihb => exact (a.toPoly.denote_minus ctx b.toPoly).trans (by rw [iha, ihb]; rfl)
  | neg a ih => exact (a.toPoly.denote_smul ctx (-1)).trans (by rw [ih]; change _ = -a.denote ctx; omega)
  | mulL k a ih => exact (a.toPoly.denote_smul ctx k).trans (by rw [ih]; rfl)
  | mulR a k ih => exact (a.toPoly.denote_smul ctx k).trans (by rw [ih, Int.mul_comm]; rfl)

/-- The polynomial of a difference. -/
noncomputable def diff (l r : Expr) : Poly := l.toPoly.minus r.toPoly

@[simp] theorem denote_diff (ctx : Context) (l r : Expr) : (diff l r).denote ctx = l.denote ctx - r.denote ctx := by
  rw [diff, Poly.denote_minus, Expr.denote_toPoly, Expr.denote_toPoly]

end Int.Internal.Linear
