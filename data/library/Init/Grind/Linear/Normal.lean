prelude
import Init.Grind.Linear.Polynomials

/-!
# Linear arithmetic in normal form

How `simp +arith` and the normaliser of `grind` rewrite an equation, an inequality or a divisibility of linear terms:
to a polynomial compared with zero, without a common factor, or to a truth value.
-/

namespace Int.Internal.Linear
open Poly
variable (ctx : Context)

theorem Expr.eq_of_norm_eq (e : Expr) (p : Poly) (h : (e.toPoly.minus p).isZero = true) :
    e.denote ctx = p.denote' ctx := by
  rw [denote'_eq, ← eq_of_isZero ctx h, e.denote_toPoly]

theorem diff_eq {l r : Expr} {p : Poly} (h : ((diff l r).minus p).isZero = true) :
    l.denote ctx - r.denote ctx = p.denote ctx := by
  rw [← denote_diff, eq_of_isZero ctx h]

theorem norm_eq (l r : Expr) (p : Poly) (h : ((diff l r).minus p).isZero = true) :
    (l.denote ctx = r.denote ctx) = (p.denote' ctx = 0) := by
  have := diff_eq ctx h
  rw [denote'_eq]
  exact propext (by omega)

theorem norm_le (l r : Expr) (p : Poly) (h : ((diff l r).minus p).isZero = true) :
    (l.denote ctx ≤ r.denote ctx) = (p.denote' ctx ≤ 0) := by
  have := diff_eq ctx h
  rw [denote'_eq]
  exact propext (by omega)

theorem norm_eq_var (l r : Expr) (x y : Var)
    (h : ((diff l r).minus (.add 1 x (.add (-1) y (.num 0)))).isZero = true) :
    (l.denote ctx = r.denote ctx) = (x.denote ctx = y.denote ctx) := by
  have := diff_eq ctx h
  simp only [denote_add, denote_num] at this
  exact propext (by omega)

theorem norm_eq_var_const (l r : Expr) (x : Var) (k : Int)
    (h : ((diff l r).minus (.add 1 x (.num (-k)))).isZero = true) :
    (l.denote ctx = r.denote ctx) = (x.denote ctx = k) := by
  have := diff_eq ctx h
  simp only [denote_add, denote_num] at this
  exact propext (by omega)

/-! ## Without a common factor -/

theorem diff_eq_mul {l r : Expr} {p : Poly} {k : Int}
    (h : (ltb 0 k && ((diff l r).minus (p.smul k)).isZero) = true) :
    0 < k ∧ l.denote ctx - r.denote ctx = k * p.denote ctx := by
  rw [Bool.and_eq_true] at h
  exact ⟨lt_of_ltb h.1, by rw [diff_eq ctx h.2, denote_smul]⟩

theorem mul_eq_zero_iff {k a : Int} (hk : 0 < k) : k * a = 0 ↔ a = 0 := by
  rw [Int.mul_eq_zero]
  omega

theorem mul_nonpos_iff {k a : Int} (hk : 0 < k) : k * a ≤ 0 ↔ a ≤ 0 := by
  refine ⟨fun h => ?_, fun h => ?_⟩
  · refine Int.not_lt.1 fun ha => ?_
    have := Int.mul_pos hk ha
    omega
  · have := Int.mul_le_mul_of_nonneg_left h (Int.le_of_lt hk)
    omega

theorem norm_eq_coeff (l r : Expr) (p : Poly) (k : Int)
    (h : (ltb 0 k && ((diff l r).minus (p.smul k)).isZero) = true) :
    (l.denote ctx = r.denote ctx) = (p.denote' ctx = 0) := by
  obtain ⟨hk, h⟩ := diff_eq_mul ctx h
  rw [denote'_eq, ← propext (mul_eq_zero_iff hk), ← h]
  exact propext (by omega)

theorem norm_le_coeff (l r : Expr) (p : Poly) (k : Int)
    (h : (ltb 0 k && ((diff l r).minus (p.smul k)).isZero) = true) :
    (l.denote ctx ≤ r.denote ctx) = (p.denote' ctx ≤ 0) := by
  obtain ⟨hk, h⟩ := diff_eq_mul ctx h
  rw [denote'_eq, ← propext (mul_nonpos_iff hk), ← h]
  exact propext (by omega)

/-- The constant may be rounded up to a multiple of the common factor. -/
noncomputable def tightens (p q : Poly) (k : Int) : Bool :=
  ltb 0 k && (p.minus (q.smul k)).isNum fun c => ltb (-k) c && leb c 0

theorem nonpos_iff_of_tightens {p q : Poly} {k : Int} (h : tightens p q k = true) :
    p.denote ctx ≤ 0 ↔ q.denote ctx ≤ 0 := by
  simp only [tightens, Bool.and_eq_true] at h
  have hk := lt_of_ltb h.1
  obtain ⟨c, hc, hp⟩ := denote_of_isNum ctx h.2
  rw [Bool.and_eq_true] at hc
  rw [denote_minus, denote_smul] at hp
  have h₁ := lt_of_ltb hc.1
  have h₂ := le_of_leb hc.2
  refine ⟨fun hle => Int.not_lt.1 fun hq => ?_, fun hle => ?_⟩
  · have := Int.mul_le_mul_of_nonneg_left (show 1 ≤ q.denote ctx from hq) (Int.le_of_lt hk)
    rw [Int.mul_one] at this
    omega
  · have := (mul_nonpos_iff hk).2 hle
    omega

theorem norm_le_coeff_tight (l r : Expr) (p : Poly) (k : Int) (h : tightens (diff l r) p k = true) :
    (l.denote ctx ≤ r.denote ctx) = (p.denote' ctx ≤ 0) := by
  rw [denote'_eq, ← propext (nonpos_iff_of_tightens ctx h), denote_diff]
  exact propext (by omega)

/-! ## Truth values -/

theorem eq_eq_false (l r : Expr) (h : ((diff l r).isNum fun c => !eqb c 0) = true) :
    (l.denote ctx = r.denote ctx) = False := by
  obtain ⟨c, hc, hd⟩ := denote_of_isNum ctx h
  rw [denote_diff] at hd
  have := ne_of_eqb hc
  exact eq_false (by omega)

theorem eq_eq_true (l r : Expr) (h : (diff l r).isZero = true) : (l.denote ctx = r.denote ctx) = True := by
  have := denote_of_isZero ctx h
  rw [denote_diff] at this
  exact eq_true (by omega)

theorem le_eq_false (l r : Expr) (h : ((diff l r).isNum fun c => ltb 0 c) = true) :
    (l.denote ctx ≤ r.denote ctx) = False := by
  obtain ⟨c, hc, hd⟩ := denote_of_isNum ctx h
  rw [denote_diff] at hd
  have := lt_of_ltb hc
  exact eq_false (by omega)

theorem le_eq_true (l r : Expr) (h : ((diff l r).isNum fun c => leb c 0) = true) :
    (l.denote ctx ≤ r.denote ctx) = True := by
  obtain ⟨c, hc, hd⟩ := denote_of_isNum ctx h
  rw [denote_diff] at hd
  have := le_of_leb hc
  exact eq_true (by omega)

theorem eq_eq_false_of_divCoeff (l r : Expr) (k : Int)
    (h : (((diff l r).mod k).isNum fun c => !eqb (c % k) 0) = true) : (l.denote ctx = r.denote ctx) = False := by
  have := not_dvd_of_isNum ctx h
  rw [denote_diff] at this
  refine eq_false fun he => this ?_
  rw [he, Int.sub_self]
  exact Int.dvd_zero k

/-! ## Divisibility -/

/-- The constant is no multiple of what divides `k` and every coefficient. -/
noncomputable def isUnsatDvd (k : Int) (p : Poly) : Bool :=
  eqb (k % (p.gcdCoeffs k.natAbs : Nat)) 0 &&
    (p.mod (p.gcdCoeffs k.natAbs : Nat)).isNum fun c => !eqb (c % (p.gcdCoeffs k.natAbs : Nat)) 0

theorem not_dvd_of_isUnsatDvd {k : Int} {p : Poly} (h : isUnsatDvd k p = true) : ¬k ∣ p.denote ctx := by
  rw [isUnsatDvd, Bool.and_eq_true] at h
  exact fun hk => not_dvd_of_isNum ctx h.2 (Int.dvd_trans (Int.dvd_of_emod_eq_zero (eq_of_eqb h.1)) hk)

theorem dvd_eq_false (k : Int) (e : Expr) (h : isUnsatDvd k e.toPoly = true) : (k ∣ e.denote ctx) = False := by
  rw [← e.denote_toPoly]
  exact eq_false (not_dvd_of_isUnsatDvd ctx h)

theorem norm_dvd (k : Int) (e : Expr) (p : Poly) (h : (e.toPoly.minus p).isZero = true) :
    (k ∣ e.denote ctx) = (k ∣ p.denote' ctx) := by
  rw [e.eq_of_norm_eq ctx p h]

noncomputable def dividesOut (k : Int) (p : Poly) (k' : Int) (p' : Poly) (g : Int) : Bool :=
  !eqb g 0 && (eqb k (g * k') && (p.minus (p'.smul g)).isZero)

theorem dvd_iff_of_dividesOut {k : Int} {p : Poly} {k' : Int} {p' : Poly} {g : Int}
    (h : dividesOut k p k' p' g = true) : k ∣ p.denote ctx ↔ k' ∣ p'.denote ctx := by
  simp only [dividesOut, Bool.and_eq_true] at h
  rw [eq_of_eqb h.2.1, eq_of_isZero ctx h.2.2, denote_smul]
  exact ⟨Int.dvd_of_mul_dvd_mul_left (ne_of_eqb h.1), Int.mul_dvd_mul_left g⟩

theorem norm_dvd_gcd (k : Int) (e : Expr) (k' : Int) (p' : Poly) (g : Int)
    (h : dividesOut k e.toPoly k' p' g = true) : (k ∣ e.denote ctx) = (k' ∣ p'.denote' ctx) := by
  rw [denote'_eq, ← e.denote_toPoly]
  exact propext (dvd_iff_of_dividesOut ctx h)

theorem sub_fold (a b : Int) : a.sub b = a - b := rfl
theorem neg_fold (a : Int) : a.neg = -a := rfl

end Int.Internal.Linear
