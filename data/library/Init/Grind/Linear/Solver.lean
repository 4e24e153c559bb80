prelude
import Init.Grind.Linear.Normal

/-!
# The steps of the linear integer solver of `grind`

Each combines constraints `p = 0`, `p ≤ 0`, `p ≠ 0`, `d ∣ p` to a new one; the certificate says how.
-/

namespace Int.Internal.Linear
open Poly
variable (ctx : Context)

/-! ## Equations -/

theorem eq_norm (p q : Poly) (h : (p.minus q).isZero = true) (hp : p.denote' ctx = 0) : q.denote' ctx = 0 := by
  rwa [denote'_eq, ← eq_of_isZero ctx h, ← denote'_eq]
theorem eq_norm_expr (l r : Expr) (p : Poly) (h : ((diff l r).minus p).isZero = true)
    (he : l.denote ctx = r.denote ctx) : p.denote' ctx = 0 := (norm_eq ctx l r p h).mp he
theorem eq_of_core (p q r : Poly) (h : ((p.minus q).minus r).isZero = true) (he : p.denote' ctx = q.denote' ctx) :
    r.denote' ctx = 0 := by
  simp only [denote'_eq] at *
  rw [← eq_of_isZero ctx h, denote_minus, he, Int.sub_self]

/-- `p` is a positive multiple of `q`. -/
noncomputable def isMultiple (p q : Poly) (k : Int) : Bool := ltb 0 k && (p.minus (q.smul k)).isZero

theorem eq_of_isMultiple {p q : Poly} {k : Int} (h : isMultiple p q k = true) :
    0 < k ∧ p.denote ctx = k * q.denote ctx := by
  rw [isMultiple, Bool.and_eq_true] at h
  exact ⟨lt_of_ltb h.1, by rw [eq_of_isZero ctx h.2, denote_smul]⟩

theorem eq_coeff (p q : Poly) (k : Int) (h : isMultiple p q k = true) (hp : p.denote' ctx = 0) :
    q.denote' ctx = 0 := by
  obtain ⟨hk, h⟩ := eq_of_isMultiple ctx h
  rw [denote'_eq] at *
  exact (mul_eq_zero_iff hk).1 (h ▸ hp)
theorem eq_eq_subst' (a b : Int) (p q r : Poly) (h : ((p.smul b).minus ((q.smul a).plus r)).isZero = true)
    (hp : p.denote' ctx = 0) (hq : q.denote' ctx = 0) : r.denote' ctx = 0 := by
  have := eq_of_isZero ctx h
  rw [denote'_eq] at *
  rw [denote_smul, denote_plus, denote_smul, hp, hq] at this
  omega
theorem eq_of_le_ge (p q : Poly) (h : (p.plus q).isZero = true) (hp : p.denote' ctx ≤ 0) (hq : q.denote' ctx ≤ 0) :
    p.denote' ctx = 0 := by
  have := denote_of_isZero ctx h
  rw [denote'_eq] at *
  rw [denote_plus] at this
  omega
theorem eq_of_zero_dvd (p : Poly) (h : 0 ∣ p.denote' ctx) : p.denote' ctx = 0 := Int.zero_dvd.1 h
theorem eq_unsat (p : Poly) (h : (p.isNum fun c => !eqb c 0) = true) (hp : p.denote' ctx = 0) : False := by
  obtain ⟨c, hc, hd⟩ := denote_of_isNum ctx h
  rw [denote'_eq] at hp
  exact ne_of_eqb hc (hd.symm.trans hp)
theorem eq_unsat_coeff (p : Poly) (k : Int) (h : ((p.mod k).isNum fun c => !eqb (c % k) 0) = true)
    (hp : p.denote' ctx = 0) : False := by
  rw [denote'_eq] at hp
  exact not_dvd_of_isNum ctx h (hp ▸ Int.dvd_zero k)

/-! ### Definitions of atoms -/

noncomputable def defines (x : Var) (p q : Poly) : Bool := ((Poly.add (-1) x p).minus q).isZero

theorem eq_of_defines {x : Var} {p q : Poly} (h : defines x p q = true) (hx : x.denote ctx = p.denote ctx) :
    q.denote ctx = 0 := by
  rw [← eq_of_isZero ctx h, denote_add, hx]
  omega
theorem eq_def' (x : Var) (e : Expr) (p : Poly) (h : defines x e.toPoly p = true) (hx : x.denote ctx = e.denote ctx) :
    p.denote' ctx = 0 := by
  rw [denote'_eq]
  exact eq_of_defines ctx h (by rw [hx, e.denote_toPoly])
theorem eq_def_struct (x : Var) (e : Expr) (p : Poly) (h : defines x e.toPoly p = true)
    (hx : x.denote ctx = e.denote ctx) : p.denote' ctx = 0 := eq_def' ctx x e p h hx
theorem eq_def'_norm (x : Var) (e : Expr) (p p' q : Poly)
    (h : ((e.toPoly.minus p).isZero && defines x p' q) = true) (hx : x.denote ctx = e.denote ctx)
    (hp : p.denote' ctx = p'.denote' ctx) : q.denote' ctx = 0 := by
  rw [Bool.and_eq_true] at h
  rw [denote'_eq]
  refine eq_of_defines ctx h.2 ?_
  rw [← denote'_eq ctx p', ← hp, hx, e.eq_of_norm_eq ctx p h.1]
theorem eq_def_struct_norm (x : Var) (e : Expr) (p p' q : Poly)
    (h : ((e.toPoly.minus p).isZero && defines x p' q) = true) (hx : x.denote ctx = e.denote ctx)
    (hp : p.denote' ctx = p'.denote' ctx) : q.denote' ctx = 0 := eq_def'_norm ctx x e p p' q h hx hp

/-! ### Products of which all factors but one are known -/

theorem var_eq (x : Var) (k : Int) (p : Poly)
    (h : (!eqb (p.coeff x) 0 && (p.minus ((Poly.add 1 x (.num (-k))).smul (p.coeff x))).isZero) = true)
    (hp : p.denote' ctx = 0) : x.denote ctx = k := by
  rw [Bool.and_eq_true] at h
  have h₂ := eq_of_isZero ctx h.2
  rw [denote'_eq] at hp
  rw [hp, denote_smul, denote_add, denote_num] at h₂
  have := (Int.mul_eq_zero.1 h₂.symm).resolve_left (ne_of_eqb h.1)
  omega
theorem of_var_eq (x : Var) (k : Int) (p : Poly)
    (h : (p.minus ((Poly.add 1 x (.num (-k))).smul (p.coeff x))).isZero = true) (hx : x.denote ctx = k) :
    p.denote' ctx = 0 := by
  rw [denote'_eq, eq_of_isZero ctx h, denote_smul, denote_add, denote_num, hx, Int.one_mul, Int.add_right_neg,
    Int.mul_zero]
theorem of_var_eq_mul (x : Var) (k : Int) (y : Var) (p : Poly)
    (h : (p.minus ((Poly.add 1 x (.add (-k) y (.num 0))).smul (p.coeff x))).isZero = true)
    (hx : x.denote ctx = k * y.denote ctx) : p.denote' ctx = 0 := by
  rw [denote'_eq, eq_of_isZero ctx h, denote_smul, denote_add, denote_add, denote_num, hx, Int.neg_mul, Int.one_mul,
    Int.add_zero, Int.add_right_neg, Int.mul_zero]
theorem of_var_eq_var (x y : Var) (p : Poly)
    (h : (p.minus ((Poly.add 1 x (.add (-1) y (.num 0))).smul (p.coeff x))).isZero = true)
    (hx : x.denote ctx = y.denote ctx) : p.denote' ctx = 0 :=
  of_var_eq_mul ctx x 1 y p h (hx.trans (Int.one_mul _).symm)

theorem eq_one_mul (a : Int) : a = 1 * a := (Int.one_mul a).symm
theorem mul_eq_zero_left (a b : Int) (h : a = 0) : a * b = 0 := by rw [h, Int.zero_mul]
theorem mul_eq_zero_right (a b : Int) (h : b = 0) : a * b = 0 := by rw [h, Int.mul_zero]
theorem mul_eq_kk (a b k k' r : Int) (ha : a = k) (hb : b = k') (h : eqb (k * k') r = true) : a * b = r := by
  rw [ha, hb, eq_of_eqb h]
theorem mul_eq_kkx (a b k k' x r : Int) (ha : a = k) (hb : b = k' * x) (h : eqb (k * k') r = true) : a * b = r * x := by
  rw [ha, hb, ← Int.mul_assoc, eq_of_eqb h]
theorem mul_eq_kxk (a b k x k' r : Int) (ha : a = k * x) (hb : b = k') (h : eqb (k * k') r = true) : a * b = r * x := by
  rw [ha, hb, Int.mul_right_comm, eq_of_eqb h]
theorem div_eq (a b k : Int) (h : b = k) : a / b = a / k := by rw [h]
theorem mod_eq (a b k : Int) (h : b = k) : a % b = a % k := by rw [h]
theorem div_eq' (a b k r : Int) (hb : b = k) (h : eqb (a / k) r = true) : a / b = r := by rw [hb, eq_of_eqb h]
theorem mod_eq' (a b k r : Int) (hb : b = k) (h : eqb (a % k) r = true) : a % b = r := by rw [hb, eq_of_eqb h]
theorem pow_eq (a : Int) (b : Nat) (k n r : Int) (ha : a = k) (hb : (b : Int) = n) (h : eqb (k ^ n.toNat) r = true) :
    a ^ b = r := by
  rw [← eq_of_eqb h, ha, ← hb]
  rfl

/-! ## Inequalities -/

theorem le_norm (p q : Poly) (h : (p.minus q).isZero = true) (hp : p.denote' ctx ≤ 0) : q.denote' ctx ≤ 0 := by
  rwa [denote'_eq, ← eq_of_isZero ctx h, ← denote'_eq]
theorem le_norm_expr (l r : Expr) (p : Poly) (h : ((diff l r).minus p).isZero = true)
    (he : l.denote ctx ≤ r.denote ctx) : p.denote' ctx ≤ 0 := (norm_le ctx l r p h).mp he
theorem le_neg (p q : Poly) (h : ((p.plus q).isNum fun c => eqb c 1) = true) (hp : ¬p.denote' ctx ≤ 0) :
    q.denote' ctx ≤ 0 := by
  obtain ⟨c, hc, hd⟩ := denote_of_isNum ctx h
  rw [denote'_eq] at *
  rw [denote_plus, eq_of_eqb hc] at hd
  omega
theorem le_coeff (p q : Poly) (k : Int) (h : tightens p q k = true) (hp : p.denote' ctx ≤ 0) : q.denote' ctx ≤ 0 := by
  rw [denote'_eq] at *
  exact (nonpos_iff_of_tightens ctx h).1 hp

/-- The sum of two polynomials in which their first atom cancels. -/
noncomputable def cancelling (p q : Poly) : Poly := (p.smul q.leadCoeff.natAbs).plus (q.smul p.leadCoeff.natAbs)

theorem cancelling_nonpos {p q : Poly} (hp : p.denote ctx ≤ 0) (hq : q.denote ctx ≤ 0) :
    (cancelling p q).denote ctx ≤ 0 := by
  rw [cancelling, denote_plus, denote_smul, denote_smul]
  have h₁ := Int.mul_le_mul_of_nonneg_left hp (Int.ofNat_zero_le q.leadCoeff.natAbs)
  have h₂ := Int.mul_le_mul_of_nonneg_left hq (Int.ofNat_zero_le p.leadCoeff.natAbs)
  rw [Int.mul_zero] at h₁ h₂
  exact Int.add_le_add h₁ h₂

theorem le_combine (p q r : Poly) (h : ((cancelling p q).minus r).isZero = true) (hp : p.denote' ctx ≤ 0)
    (hq : q.denote' ctx ≤ 0) : r.denote' ctx ≤ 0 := by
  simp only [denote'_eq] at *
  exact eq_of_isZero ctx h ▸ cancelling_nonpos ctx hp hq
theorem le_combine_coeff (p q r : Poly) (k : Int) (h : tightens (cancelling p q) r k = true)
    (hp : p.denote' ctx ≤ 0) (hq : q.denote' ctx ≤ 0) : r.denote' ctx ≤ 0 := by
  simp only [denote'_eq] at *
  exact (nonpos_iff_of_tightens ctx h).1 (cancelling_nonpos ctx hp hq)
theorem eq_le_subst_nonneg (x : Var) (p q r : Poly)
    (h : (leb 0 (p.coeff x) && ((q.smul (p.coeff x)).minus ((p.smul (q.coeff x)).plus r)).isZero) = true)
    (hp : p.denote' ctx = 0) (hq : q.denote' ctx ≤ 0) : r.denote' ctx ≤ 0 := by
  rw [Bool.and_eq_true] at h
  simp only [denote'_eq] at *
  have := Int.mul_le_mul_of_nonneg_left hq (le_of_leb h.1)
  have h₂ := eq_of_isZero ctx h.2
  rw [denote_smul, denote_plus, denote_smul, hp] at h₂
  omega
theorem eq_le_subst_nonpos (x : Var) (p q r : Poly)
    (h : (leb (p.coeff x) 0 && ((p.smul (q.coeff x)).minus ((q.smul (p.coeff x)).plus r)).isZero) = true)
    (hp : p.denote' ctx = 0) (hq : q.denote' ctx ≤ 0) : r.denote' ctx ≤ 0 := by
  rw [Bool.and_eq_true] at h
  simp only [denote'_eq] at *
  have := Int.mul_nonneg_of_nonpos_of_nonpos (le_of_leb h.1) hq
  have h₂ := eq_of_isZero ctx h.2
  rw [denote_smul, denote_plus, denote_smul, hp] at h₂
  omega
theorem le_of_le_diseq (p q r : Poly)
    (h : (((p.minus q).isZero || (p.plus q).isZero) && ((r.minus p).isNum fun c => eqb c 1)) = true)
    (hp : p.denote' ctx ≤ 0) (hq : q.denote' ctx ≠ 0) : r.denote' ctx ≤ 0 := by
  rw [Bool.and_eq_true, Bool.or_eq_true] at h
  simp only [denote'_eq] at *
  obtain ⟨c, hc, hd⟩ := denote_of_isNum ctx h.2
  rw [denote_minus, eq_of_eqb hc] at hd
  rcases h.1 with h | h
  · have := eq_of_isZero ctx h
    omega
  · have := denote_of_isZero ctx h
    rw [denote_plus] at this
    omega
theorem diseq_split_resolve (p q r : Poly)
    (h : (((q.minus p).isNum fun c => eqb c 1) && ((r.plus p).isNum fun c => eqb c 1)) = true)
    (hp : p.denote' ctx ≠ 0) (hq : ¬q.denote' ctx ≤ 0) : r.denote' ctx ≤ 0 := by
  rw [Bool.and_eq_true] at h
  simp only [denote'_eq] at *
  obtain ⟨c, hc, hc'⟩ := denote_of_isNum ctx h.1
  obtain ⟨d, hd, hd'⟩ := denote_of_isNum ctx h.2
  rw [denote_minus, eq_of_eqb hc] at hc'
  rw [denote_plus, eq_of_eqb hd] at hd'
  omega
theorem le_unsat (p : Poly) (h : (p.isNum fun c => ltb 0 c) = true) (hp : p.denote' ctx ≤ 0) : False := by
  obtain ⟨c, hc, hd⟩ := denote_of_isNum ctx h
  have := lt_of_ltb hc
  rw [denote'_eq] at hp
  omega

/-! ## Disequations -/

theorem diseq_norm (p q : Poly) (h : (p.minus q).isZero = true) (hp : p.denote' ctx ≠ 0) : q.denote' ctx ≠ 0 := by
  rwa [denote'_eq, ← eq_of_isZero ctx h, ← denote'_eq]
theorem not_eq_norm_expr (l r : Expr) (p : Poly) (h : ((diff l r).minus p).isZero = true)
    (he : ¬l.denote ctx = r.denote ctx) : ¬p.denote' ctx = 0 := fun hp => he ((norm_eq ctx l r p h).mpr hp)
theorem diseq_of_core (p q r : Poly) (h : ((p.minus q).minus r).isZero = true) (he : p.denote' ctx ≠ q.denote' ctx) :
    r.denote' ctx ≠ 0 := by
  have := eq_of_isZero ctx h
  simp only [denote'_eq] at *
  rw [denote_minus] at this
  omega
theorem diseq_coeff (p q : Poly) (k : Int) (h : isMultiple p q k = true) (hp : p.denote' ctx ≠ 0) :
    q.denote' ctx ≠ 0 := by
  obtain ⟨hk, h⟩ := eq_of_isMultiple ctx h
  rw [denote'_eq] at *
  exact fun hq => hp (h.trans ((mul_eq_zero_iff hk).2 hq))
theorem diseq_neg (p q : Poly) (h : (p.plus q).isZero = true) (hp : p.denote' ctx ≠ 0) : q.denote' ctx ≠ 0 := by
  have := denote_of_isZero ctx h
  rw [denote'_eq] at *
  rw [denote_plus] at this
  omega
theorem eq_diseq_subst (x : Var) (p q r : Poly)
    (h : (!eqb (p.coeff x) 0 && ((p.smul (q.coeff x)).minus ((q.smul (p.coeff x)).plus r)).isZero) = true)
    (hp : p.denote' ctx = 0) (hq : q.denote' ctx ≠ 0) : r.denote' ctx ≠ 0 := by
  rw [Bool.and_eq_true] at h
  simp only [denote'_eq] at *
  have h₂ := eq_of_isZero ctx h.2
  rw [denote_smul, denote_plus, denote_smul, hp] at h₂
  intro hr
  refine hq ((Int.mul_eq_zero.1 ?_).resolve_left (ne_of_eqb h.1))
  omega
theorem diseq_unsat (p : Poly) (h : p.isZero = true) (hp : p.denote' ctx ≠ 0) : False := by
  rw [denote'_eq] at hp
  exact hp (denote_of_isZero ctx h)

/-! ## Divisibility -/

theorem dvd_norm (d : Int) (p q : Poly) (h : (p.minus q).isZero = true) (hp : d ∣ p.denote' ctx) :
    d ∣ q.denote' ctx := by
  rwa [denote'_eq, ← eq_of_isZero ctx h, ← denote'_eq]
theorem dvd_norm_expr (d : Int) (e : Expr) (p : Poly) (h : (e.toPoly.minus p).isZero = true)
    (he : d ∣ e.denote ctx) : d ∣ p.denote' ctx := (norm_dvd ctx d e p h).mp he
theorem dvd_coeff (d : Int) (p : Poly) (d' : Int) (p' : Poly) (g : Int) (h : dividesOut d p d' p' g = true)
    (hp : d ∣ p.denote' ctx) : d' ∣ p'.denote' ctx := by
  rw [denote'_eq] at *
  exact (dvd_iff_of_dividesOut ctx h).1 hp

/-- `d` divides the difference of two polynomials whatever the atoms are. -/
noncomputable def congruent (d : Int) (p q : Poly) : Bool := ((p.minus q).mod d).isNum fun c => eqb (c % d) 0

theorem dvd_sub_of_congruent {d : Int} {p q : Poly} (h : congruent d p q = true) :
    d ∣ p.denote ctx - q.denote ctx := by
  rw [← denote_minus]
  exact dvd_of_isNum ctx h

theorem dvd_of_dvd_sub {d a b : Int} (h : d ∣ a - b) (ha : d ∣ a) : d ∣ b := by
  have := Int.dvd_sub ha h
  rwa [show a - (a - b) = b by omega] at this

theorem dvd_elim (d : Int) (p : Poly) (d' : Int) (p' : Poly) (h : (eqb (d % d') 0 && congruent d' p p') = true)
    (hp : d ∣ p.denote' ctx) : d' ∣ p'.denote' ctx := by
  rw [Bool.and_eq_true] at h
  rw [denote'_eq] at *
  exact dvd_of_dvd_sub (dvd_sub_of_congruent ctx h.2)
    (Int.dvd_trans (Int.dvd_of_emod_eq_zero (eq_of_eqb h.1)) hp)
theorem dvd_of_eq (_x : Var) (p : Poly) (d : Int) (q : Poly) (h : congruent d p q = true) (hp : p.denote' ctx = 0) :
    d ∣ q.denote' ctx := by
  rw [denote'_eq] at *
  exact dvd_of_dvd_sub (dvd_sub_of_congruent ctx h) (hp ▸ Int.dvd_zero d)

theorem dvd_mul_of_dvd {d a b c : Int} (h : a ∣ b) (hd : eqb ((c * a) % d) 0 = true) : d ∣ c * b :=
  Int.dvd_trans (Int.dvd_of_emod_eq_zero (eq_of_eqb hd)) (Int.mul_dvd_mul_left c h)

theorem dvd_solve_combine (d₁ : Int) (p₁ : Poly) (d₂ : Int) (p₂ : Poly) (d : Int) (p : Poly) (_g a b : Int)
    (h : ((eqb ((a * d₂ * d₁) % d) 0 && eqb ((b * d₁ * d₂) % d) 0) &&
      (((p₁.smul (a * d₂)).plus (p₂.smul (b * d₁))).minus p).isZero) = true)
    (h₁ : d₁ ∣ p₁.denote' ctx) (h₂ : d₂ ∣ p₂.denote' ctx) : d ∣ p.denote' ctx := by
  simp only [Bool.and_eq_true] at h
  simp only [denote'_eq] at *
  rw [← eq_of_isZero ctx h.2, denote_plus, denote_smul, denote_smul]
  exact Int.dvd_add (dvd_mul_of_dvd h₁ h.1.1) (dvd_mul_of_dvd h₂ h.1.2)
theorem dvd_solve_elim (d₁ : Int) (p₁ : Poly) (d₂ : Int) (p₂ : Poly) (d : Int) (p : Poly)
    (h : ((eqb ((p₂.leadCoeff * d₁) % d) 0 && eqb ((p₁.leadCoeff * d₂) % d) 0) &&
      (((p₁.smul p₂.leadCoeff).minus (p₂.smul p₁.leadCoeff)).minus p).isZero) = true)
    (h₁ : d₁ ∣ p₁.denote' ctx) (h₂ : d₂ ∣ p₂.denote' ctx) : d ∣ p.denote' ctx := by
  simp only [Bool.and_eq_true] at h
  simp only [denote'_eq] at *
  rw [← eq_of_isZero ctx h.2, denote_minus, denote_smul, denote_smul]
  exact Int.dvd_sub (dvd_mul_of_dvd h₁ h.1.1) (dvd_mul_of_dvd h₂ h.1.2)
theorem eq_dvd_subst (x : Var) (p : Poly) (d : Int) (q : Poly) (d' : Int) (r : Poly)
    (h : (eqb ((p.coeff x * d) % d') 0 &&
      ((q.smul (p.coeff x)).minus ((p.smul (q.coeff x)).plus r)).isZero) = true)
    (hp : p.denote' ctx = 0) (hq : d ∣ q.denote' ctx) : d' ∣ r.denote' ctx := by
  rw [Bool.and_eq_true] at h
  simp only [denote'_eq] at *
  have h₂ := eq_of_isZero ctx h.2
  rw [denote_smul, denote_plus, denote_smul, hp, Int.mul_zero, Int.zero_add] at h₂
  exact h₂ ▸ dvd_mul_of_dvd hq h.1
theorem dvd_unsat (d : Int) (p : Poly) (h : isUnsatDvd d p = true) (hp : d ∣ p.denote' ctx) : False := by
  rw [denote'_eq] at hp
  exact not_dvd_of_isUnsatDvd ctx h hp

noncomputable def roundsUp (d : Int) (p q r : Poly) : Bool :=
  ltb 0 d && (p.minus q).isNum fun c => ((p.minus r).isNum fun c' => eqb c' (d * (c / d)))

theorem nonpos_of_roundsUp {d : Int} {p q r : Poly} (h : roundsUp d p q r = true) (hp : d ∣ p.denote ctx)
    (hq : q.denote ctx ≤ 0) : r.denote ctx ≤ 0 := by
  rw [roundsUp, Bool.and_eq_true] at h
  have hd := lt_of_ltb h.1
  obtain ⟨c, hc, hpq⟩ := denote_of_isNum ctx h.2
  obtain ⟨c', hc', hpr⟩ := denote_of_isNum ctx hc
  obtain ⟨k, hk⟩ := hp
  rw [denote_minus] at hpq hpr
  rw [eq_of_eqb hc'] at hpr
  have : k ≤ c / d := (Int.le_ediv_iff_mul_le hd).2 (by rw [Int.mul_comm]; omega)
  have := Int.mul_le_mul_of_nonneg_left this (Int.le_of_lt hd)
  omega

theorem dvd_le_tight (d : Int) (p q r : Poly) (h : roundsUp d p q r = true) (hp : d ∣ p.denote' ctx)
    (hq : q.denote' ctx ≤ 0) : r.denote' ctx ≤ 0 := by
  simp only [denote'_eq] at *
  exact nonpos_of_roundsUp ctx h hp hq
theorem dvd_neg_le_tight (d : Int) (p q r : Poly) (h : roundsUp d (p.smul (-1)) q r = true) (hp : d ∣ p.denote' ctx)
    (hq : q.denote' ctx ≤ 0) : r.denote' ctx ≤ 0 := by
  simp only [denote'_eq] at *
  refine nonpos_of_roundsUp ctx h ?_ hq
  rw [denote_smul]
  exact Int.dvd_mul_of_dvd_right hp

/-! ## With the normal form of another solver -/

theorem eq_norm_poly (p q : Poly) (h : p.denote' ctx = q.denote' ctx) (hp : p.denote' ctx = 0) : q.denote' ctx = 0 :=
  h ▸ hp
theorem le_norm_poly (p q : Poly) (h : p.denote' ctx = q.denote' ctx) (hp : p.denote' ctx ≤ 0) : q.denote' ctx ≤ 0 :=
  h ▸ hp
theorem diseq_norm_poly (p q : Poly) (h : p.denote' ctx = q.denote' ctx) (hp : p.denote' ctx ≠ 0) :
    q.denote' ctx ≠ 0 := h ▸ hp
theorem dvd_norm_poly (d : Int) (p q : Poly) (h : p.denote' ctx = q.denote' ctx) (hp : d ∣ p.denote' ctx) :
    d ∣ q.denote' ctx := h ▸ hp

/-! ## Division and truncated subtraction -/

theorem ediv_emod (x y : Int) : -1 * x + y * (x / y) + x % y = 0 := by
  have := Int.mul_ediv_add_emod x y
  omega
theorem emod_nonneg (x y : Int) (h : (y != 0) = true) : -1 * (x % y) ≤ 0 := by
  have := Int.emod_nonneg x (bne_iff_ne.1 h)
  omega
theorem emod_le (x y n : Int) (h : (!eqb y 0 && eqb n (1 - y.natAbs)) = true) : x % y + n ≤ 0 := by
  rw [Bool.and_eq_true] at h
  have := Int.emod_lt x (ne_of_eqb h.1)
  have := eq_of_eqb h.2
  omega
theorem of_not_dvd (a b : Int) (h : (a != 0) = true) (hn : ¬a ∣ b) : b % a > 0 := by
  have := Int.emod_nonneg b (bne_iff_ne.1 h)
  have := mt Int.dvd_of_emod_eq_zero hn
  omega
theorem natCast_sub (x y : Nat) : (NatCast.natCast (x - y) : Int) =
    if (NatCast.natCast y : Int) + (-1) * NatCast.natCast x ≤ 0 then (NatCast.natCast x : Int) + -1 * NatCast.natCast y
    else (0 : Int) := by
  change ((x - y : Nat) : Int) = if (y : Int) + (-1) * x ≤ 0 then (x : Int) + -1 * y else 0
  split <;> omega

end Int.Internal.Linear
