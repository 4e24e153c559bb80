prelude
import Init.Grind.Linear.Solver

/-!
# Cooper's elimination of an integer variable

From `a * x + p ≤ 0` with negative `a`, `b * x + q ≤ 0` with positive `b`, and maybe `d ∣ c * x + s`, finitely many
cases without `x`: a slack `k` below a bound, such that the two bounds for `x` still leave room and the divisibilities
hold.
See Cooper, "Theorem proving in arithmetic without multiplication" (1972).
-/

namespace Int.Internal.Linear
open Poly

/-- `p k` for some `k < n`. -/
def OrOver (n : Nat) (p : Nat → Prop) : Prop := Nat.rec False (fun k ih => p k ∨ ih) n

/-- `p 0`, if all of `p 1` to `p n` are refuted. -/
def OrOver.cases (n : Nat) (p : Nat → Prop) : Prop := Nat.rec (p 0) (fun k ih => ¬p (k + 1) → ih) n

theorem orOver_cases {n : Nat} {p : Nat → Prop} (h : OrOver (n + 1) p) : OrOver.cases n p := by
  induction n with
  | zero => exact h.resolve_right id
  | succ n ih => exact fun hn => ih (h.resolve_left hn)

theorem OrOver.of_lt {n k : Nat} {p : Nat → Prop} (hk : k < n) (h : p k) : OrOver n p := by
  induction n with
  | zero => exact absurd hk (Nat.not_lt_zero k)
  | succ n ih =>
    rcases Nat.lt_or_eq_of_le (Nat.le_of_lt_succ hk) with hlt | rfl
    · exact .inr (ih hlt)
    · exact .inl h

/-- A slack may be reduced modulo what keeps the divisibilities. -/
theorem OrOver.of_slack {n : Nat} {p : Nat → Prop} {t : Int} (hn : 0 < n) (ht : 0 ≤ t)
    (h : ∀ k : Nat, (k : Int) ≤ t → (n : Int) ∣ t - k → p k) : OrOver n p := by
  have hn' : (0 : Int) < n := Int.ofNat_lt.2 hn
  have h₁ := Int.emod_nonneg t (Int.ne_of_gt hn')
  have h₂ := Int.emod_lt_of_pos t hn'
  have h₃ := Int.mul_ediv_add_emod t n
  have h₄ := Int.mul_nonneg (Int.le_of_lt hn') (Int.ediv_nonneg ht (Int.le_of_lt hn'))
  have hk : ((t % n).toNat : Int) = t % n := Int.toNat_of_nonneg h₁
  refine OrOver.of_lt (k := (t % n).toNat) (by omega) (h _ (by omega) ⟨t / n, ?_⟩)
  omega

variable (ctx : Context)

noncomputable def startsWith (x : Var) (p : Poly) : Bool := Poly.rec (fun _ => false) (fun _ y _ _ => Nat.beq x y) p
noncomputable def leadVar (p : Poly) : Var := Poly.rec (fun _ => 0) (fun _ y _ _ => y) p

theorem denote_eq_lead {p : Poly} {x : Var} (h : startsWith x p = true) :
    p.denote ctx = p.leadCoeff * x.denote ctx + p.tail.denote ctx := by
  cases p with
  | num c => exact Bool.noConfusion (show false = true from h)
  | add a y p => exact congrArg (a * Var.denote ctx · + _) (Nat.eq_of_beq_eq_true h).symm

/-- The two bounds: `p` bounds the first variable from below, `q` from above. -/
noncomputable def bounds (p q : Poly) : Bool :=
  (startsWith (leadVar p) p && startsWith (leadVar p) q) && (ltb p.leadCoeff 0 && ltb 0 q.leadCoeff)

theorem eq_of_bounds {p q : Poly} (h : bounds p q = true) : ∃ x : Int,
    p.denote ctx = p.leadCoeff * x + p.tail.denote ctx ∧ q.denote ctx = q.leadCoeff * x + q.tail.denote ctx ∧
      p.leadCoeff < 0 ∧ 0 < q.leadCoeff := by
  simp only [bounds, Bool.and_eq_true] at h
  exact ⟨_, denote_eq_lead ctx h.1.1, denote_eq_lead ctx h.1.2, lt_of_ltb h.2.1, lt_of_ltb h.2.2⟩

/-- What is left of the two bounds, with room for a slack. -/
noncomputable def room (p q : Poly) : Poly := (p.tail.smul q.leadCoeff).minus (q.tail.smul p.leadCoeff)

/-! ## The slack above the lower bound -/

def cooper_left_split (p q : Poly) (k : Nat) : Prop :=
  (room p q).denote ctx + q.leadCoeff * k ≤ 0 ∧ p.leadCoeff ∣ p.tail.denote ctx + k

def cooper_dvd_left_split (p q r : Poly) (d : Int) (k : Nat) : Prop :=
  cooper_left_split ctx p q k ∧ p.leadCoeff * d ∣
    r.leadCoeff * p.tail.denote ctx - p.leadCoeff * r.tail.denote ctx + r.leadCoeff * k

theorem left_split {p q : Poly} {n : Nat} {P : Nat → Prop} (hb : bounds p q = true) (hn : 0 < n)
    (ha : (p.leadCoeff : Int) ∣ n) (hp : p.denote ctx ≤ 0) (hq : q.denote ctx ≤ 0)
    (h : ∀ (x : Int) (k : Nat), p.denote ctx = p.leadCoeff * x + p.tail.denote ctx →
      (n : Int) ∣ -p.denote ctx - k → P k) :
    OrOver n fun k => cooper_left_split ctx p q k ∧ P k := by
  obtain ⟨x, hpx, hqx, hneg, hpos⟩ := eq_of_bounds ctx hb
  refine OrOver.of_slack (t := -p.denote ctx) hn (by omega) fun k hk hd => ⟨⟨?_, ?_⟩, h x k hpx hd⟩
  · have h₁ := Int.mul_le_mul_of_nonneg_left hk (Int.le_of_lt hpos)
    have h₂ := Int.mul_nonneg_of_nonpos_of_nonpos (Int.le_of_lt hneg) hq
    rw [hpx] at h₁
    rw [hqx] at h₂
    rw [room, denote_minus, denote_smul, denote_smul]
    rw [Int.mul_add, Int.mul_left_comm] at h₂
    rw [Int.mul_neg, Int.mul_add] at h₁
    omega
  · have := Int.dvd_trans ha hd
    have h₂ : p.leadCoeff ∣ p.leadCoeff * x := Int.dvd_mul_right _ _
    have := Int.dvd_neg.2 (Int.dvd_add this h₂)
    rwa [show -(-p.denote ctx - k + p.leadCoeff * x) = p.tail.denote ctx + k by omega] at this

theorem OrOver.imp {n : Nat} {P Q : Nat → Prop} (h : ∀ k, P k → Q k) (hp : OrOver n P) : OrOver n Q := by
  induction n with
  | zero => exact hp
  | succ n ih => exact Or.imp (h n) ih hp

theorem cooper_left (p q : Poly) (n : Nat)
    (h : (bounds p q && (Nat.ble 1 n && eqb ((n : Int) % p.leadCoeff) 0)) = true) (hp : p.denote' ctx ≤ 0)
    (hq : q.denote' ctx ≤ 0) : OrOver n (cooper_left_split ctx p q) := by
  simp only [Bool.and_eq_true] at h
  simp only [denote'_eq] at hp hq
  exact .imp (fun _ h => h.1) <| left_split (P := fun _ => True) ctx h.1 (Nat.le_of_ble_eq_true h.2.1)
    (Int.dvd_of_emod_eq_zero (eq_of_eqb h.2.2)) hp hq fun _ _ _ _ => trivial

theorem cooper_dvd_left (p q r : Poly) (d : Int) (n : Nat)
    (h : ((bounds p q && (Nat.ble 1 n && eqb ((n : Int) % p.leadCoeff) 0)) &&
      (startsWith (leadVar p) r && eqb ((r.leadCoeff * n) % (p.leadCoeff * d)) 0)) = true)
    (hp : p.denote' ctx ≤ 0) (hq : q.denote' ctx ≤ 0) (hr : d ∣ r.denote' ctx) :
    OrOver n (cooper_dvd_left_split ctx p q r d) := by
  simp only [Bool.and_eq_true] at h
  simp only [denote'_eq] at hp hq hr
  refine left_split ctx h.1.1 (Nat.le_of_ble_eq_true h.1.2.1) (Int.dvd_of_emod_eq_zero (eq_of_eqb h.1.2.2)) hp hq
    fun _ k _ hk => ?_
  have hb := h.1.1
  simp only [bounds, Bool.and_eq_true] at hb
  have hpx := denote_eq_lead ctx hb.1.1
  have hrx := denote_eq_lead ctx h.2.1
  have h₁ := dvd_mul_of_dvd hk h.2.2
  have h₂ := Int.mul_dvd_mul_left p.leadCoeff hr
  have := Int.dvd_neg.2 (Int.dvd_add h₁ h₂)
  rw [hrx, hpx] at this
  rwa [show -(r.leadCoeff * (-(p.leadCoeff * Var.denote ctx (leadVar p) + p.tail.denote ctx) - k)
      + p.leadCoeff * (r.leadCoeff * Var.denote ctx (leadVar p) + r.tail.denote ctx))
      = r.leadCoeff * p.tail.denote ctx - p.leadCoeff * r.tail.denote ctx + r.leadCoeff * k by
    rw [Int.mul_sub, Int.mul_neg, Int.mul_add, Int.mul_add, Int.mul_left_comm r.leadCoeff]
    omega] at this

theorem cooper_left_split_ineq (p q : Poly) (k : Nat) (b : Int) (r : Poly) (hs : cooper_left_split ctx p q k)
    (h : (eqb q.leadCoeff b && (((room p q).shift (b * k)).minus r).isZero) = true) : r.denote' ctx ≤ 0 := by
  rw [Bool.and_eq_true] at h
  rw [denote'_eq, ← eq_of_isZero ctx h.2, denote_shift, ← eq_of_eqb h.1]
  exact hs.1
theorem cooper_left_split_dvd (p q : Poly) (k : Nat) (a : Int) (r : Poly) (hs : cooper_left_split ctx p q k)
    (h : (eqb p.leadCoeff a && ((p.tail.shift k).minus r).isZero) = true) : a ∣ r.denote' ctx := by
  rw [Bool.and_eq_true] at h
  rw [denote'_eq, ← eq_of_isZero ctx h.2, denote_shift, ← eq_of_eqb h.1]
  exact hs.2
theorem cooper_dvd_left_split_ineq (p q r : Poly) (d : Int) (k : Nat) (b : Int) (t : Poly)
    (hs : cooper_dvd_left_split ctx p q r d k)
    (h : (eqb q.leadCoeff b && (((room p q).shift (b * k)).minus t).isZero) = true) : t.denote' ctx ≤ 0 :=
  cooper_left_split_ineq ctx p q k b t hs.1 h
theorem cooper_dvd_left_split_dvd1 (p q r : Poly) (d : Int) (k : Nat) (a : Int) (t : Poly)
    (hs : cooper_dvd_left_split ctx p q r d k)
    (h : (eqb p.leadCoeff a && ((p.tail.shift k).minus t).isZero) = true) : a ∣ t.denote' ctx :=
  cooper_left_split_dvd ctx p q k a t hs.1 h
theorem cooper_dvd_left_split_dvd2 (p q r : Poly) (d : Int) (k : Nat) (d' : Int) (t : Poly)
    (hs : cooper_dvd_left_split ctx p q r d k)
    (h : (eqb (p.leadCoeff * d) d' &&
      ((((p.tail.smul r.leadCoeff).minus (r.tail.smul p.leadCoeff)).shift (r.leadCoeff * k)).minus t).isZero) = true) :
    d' ∣ t.denote' ctx := by
  rw [Bool.and_eq_true] at h
  rw [denote'_eq, ← eq_of_isZero ctx h.2, denote_shift, denote_minus, denote_smul, denote_smul, ← eq_of_eqb h.1]
  exact hs.2

/-! ## The slack below the upper bound -/

def cooper_right_split (p q : Poly) (k : Nat) : Prop :=
  (room p q).denote ctx - p.leadCoeff * k ≤ 0 ∧ q.leadCoeff ∣ q.tail.denote ctx + k

def cooper_dvd_right_split (p q r : Poly) (d : Int) (k : Nat) : Prop :=
  cooper_right_split ctx p q k ∧ q.leadCoeff * d ∣
    q.leadCoeff * r.tail.denote ctx - r.leadCoeff * q.tail.denote ctx - r.leadCoeff * k

theorem right_split {p q : Poly} {n : Nat} {P : Nat → Prop} (hb : bounds p q = true) (hn : 0 < n)
    (ha : (q.leadCoeff : Int) ∣ n) (hp : p.denote ctx ≤ 0) (hq : q.denote ctx ≤ 0)
    (h : ∀ k : Nat, (n : Int) ∣ -q.denote ctx - k → P k) :
    OrOver n fun k => cooper_right_split ctx p q k ∧ P k := by
  obtain ⟨x, hpx, hqx, hneg, hpos⟩ := eq_of_bounds ctx hb
  refine OrOver.of_slack (t := -q.denote ctx) hn (by omega) fun k hk hd => ⟨⟨?_, ?_⟩, h k hd⟩
  · have h₁ := Int.mul_le_mul_of_nonneg_left hk (show 0 ≤ -p.leadCoeff by omega)
    have h₂ := Int.mul_le_mul_of_nonneg_left hp (Int.le_of_lt hpos)
    rw [hpx] at h₂
    rw [hqx] at h₁
    rw [room, denote_minus, denote_smul, denote_smul]
    rw [Int.mul_add, Int.mul_left_comm, Int.mul_zero] at h₂
    rw [Int.neg_mul, Int.neg_mul, Int.mul_neg, Int.mul_add] at h₁
    omega
  · have := Int.dvd_trans ha hd
    have h₂ : q.leadCoeff ∣ q.leadCoeff * x := Int.dvd_mul_right _ _
    have := Int.dvd_neg.2 (Int.dvd_add this h₂)
    rwa [show -(-q.denote ctx - k + q.leadCoeff * x) = q.tail.denote ctx + k by omega] at this

theorem cooper_right (p q : Poly) (n : Nat)
    (h : (bounds p q && (Nat.ble 1 n && eqb ((n : Int) % q.leadCoeff) 0)) = true) (hp : p.denote' ctx ≤ 0)
    (hq : q.denote' ctx ≤ 0) : OrOver n (cooper_right_split ctx p q) := by
  simp only [Bool.and_eq_true] at h
  simp only [denote'_eq] at hp hq
  exact .imp (fun _ h => h.1) <| right_split (P := fun _ => True) ctx h.1 (Nat.le_of_ble_eq_true h.2.1)
    (Int.dvd_of_emod_eq_zero (eq_of_eqb h.2.2)) hp hq fun _ _ => trivial

theorem cooper_dvd_right (p q r : Poly) (d : Int) (n : Nat)
    (h : ((bounds p q && (Nat.ble 1 n && eqb ((n : Int) % q.leadCoeff) 0)) &&
      (startsWith (leadVar p) r && eqb ((r.leadCoeff * n) % (q.leadCoeff * d)) 0)) = true)
    (hp : p.denote' ctx ≤ 0) (hq : q.denote' ctx ≤ 0) (hr : d ∣ r.denote' ctx) :
    OrOver n (cooper_dvd_right_split ctx p q r d) := by
  simp only [Bool.and_eq_true] at h
  simp only [denote'_eq] at hp hq hr
  refine right_split ctx h.1.1 (Nat.le_of_ble_eq_true h.1.2.1) (Int.dvd_of_emod_eq_zero (eq_of_eqb h.1.2.2)) hp hq
    fun k hk => ?_
  have hb := h.1.1
  simp only [bounds, Bool.and_eq_true] at hb
  have hqx := denote_eq_lead ctx hb.1.2
  have hrx := denote_eq_lead ctx h.2.1
  have h₁ := dvd_mul_of_dvd hk h.2.2
  have h₂ := Int.mul_dvd_mul_left q.leadCoeff hr
  have := Int.dvd_add h₁ h₂
  rw [hrx, hqx] at this
  rwa [show r.leadCoeff * (-(q.leadCoeff * Var.denote ctx (leadVar p) + q.tail.denote ctx) - k)
      + q.leadCoeff * (r.leadCoeff * Var.denote ctx (leadVar p) + r.tail.denote ctx)
      = q.leadCoeff * r.tail.denote ctx - r.leadCoeff * q.tail.denote ctx - r.leadCoeff * k by
    rw [Int.mul_sub, Int.mul_neg, Int.mul_add, Int.mul_add, Int.mul_left_comm r.leadCoeff]
    omega] at this

theorem cooper_right_split_ineq (p q : Poly) (k : Nat) (a : Int) (r : Poly) (hs : cooper_right_split ctx p q k)
    (h : (eqb p.leadCoeff a && (((room p q).shift (-(a * k))).minus r).isZero) = true) : r.denote' ctx ≤ 0 := by
  rw [Bool.and_eq_true] at h
  rw [denote'_eq, ← eq_of_isZero ctx h.2, denote_shift, ← eq_of_eqb h.1]
  exact hs.1
theorem cooper_right_split_dvd (p q : Poly) (k : Nat) (b : Int) (r : Poly) (hs : cooper_right_split ctx p q k)
    (h : (eqb q.leadCoeff b && ((q.tail.shift k).minus r).isZero) = true) : b ∣ r.denote' ctx := by
  rw [Bool.and_eq_true] at h
  rw [denote'_eq, ← eq_of_isZero ctx h.2, denote_shift, ← eq_of_eqb h.1]
  exact hs.2
theorem cooper_dvd_right_split_ineq (p q r : Poly) (d : Int) (k : Nat) (a : Int) (t : Poly)
    (hs : cooper_dvd_right_split ctx p q r d k)
    (h : (eqb p.leadCoeff a && (((room p q).shift (-(a * k))).minus t).isZero) = true) : t.denote' ctx ≤ 0 :=
  cooper_right_split_ineq ctx p q k a t hs.1 h
theorem cooper_dvd_right_split_dvd1 (p q r : Poly) (d : Int) (k : Nat) (b : Int) (t : Poly)
    (hs : cooper_dvd_right_split ctx p q r d k)
    (h : (eqb q.leadCoeff b && ((q.tail.shift k).minus t).isZero) = true) : b ∣ t.denote' ctx :=
  cooper_right_split_dvd ctx p q k b t hs.1 h
theorem cooper_dvd_right_split_dvd2 (p q r : Poly) (d : Int) (k : Nat) (d' : Int) (t : Poly)
    (hs : cooper_dvd_right_split ctx p q r d k)
    (h : (eqb (q.leadCoeff * d) d' &&
      ((((r.tail.smul q.leadCoeff).minus (q.tail.smul r.leadCoeff)).shift (-(r.leadCoeff * k))).minus t).isZero)
      = true) : d' ∣ t.denote' ctx := by
  rw [Bool.and_eq_true] at h
  rw [denote'_eq, ← eq_of_isZero ctx h.2, denote_shift, denote_minus, denote_smul, denote_smul, ← eq_of_eqb h.1]
  exact hs.2

/-! ## One atom between two numbers, in a residue class -/

/-- The least number from the lower bound `a` on that solves `d ∣ c * x + e` is above the upper bound `-b`. -/
noncomputable def noSolution (p q r : Poly) (d u v : Int) : Bool :=
  ((bounds p q && startsWith (leadVar p) r) && (eqb p.leadCoeff (-1) && eqb q.leadCoeff 1)) &&
    (ltb 0 d && eqb (u * r.leadCoeff + v * d) 1) &&
    p.tail.isNum fun a => q.tail.isNum fun b => r.tail.isNum fun e => ltb (-b) (a + (-u * e - a) % d)

theorem cooper_unsat (p q r : Poly) (d u v : Int) (h : noSolution p q r d u v = true) (hp : p.denote' ctx ≤ 0)
    (hq : q.denote' ctx ≤ 0) (hr : d ∣ r.denote' ctx) : False := by
  simp only [noSolution, bounds, Bool.and_eq_true] at h
  simp only [denote'_eq] at hp hq hr
  obtain ⟨a, ha, hpa⟩ := denote_of_isNum ctx h.2
  obtain ⟨b, hb, hqb⟩ := denote_of_isNum ctx ha
  obtain ⟨e, he, hre⟩ := denote_of_isNum ctx hb
  have hlt := lt_of_ltb he
  have hd := lt_of_ltb h.1.2.1
  have huv := eq_of_eqb h.1.2.2
  rw [denote_eq_lead ctx h.1.1.1.1.1.1, hpa, eq_of_eqb h.1.1.2.1] at hp
  rw [denote_eq_lead ctx h.1.1.1.1.1.2, hqb, eq_of_eqb h.1.1.2.2, Int.one_mul] at hq
  rw [denote_eq_lead ctx h.1.1.1.2, hre] at hr
  generalize Var.denote ctx (leadVar p) = x at *
  have hx : d ∣ x + u * e := by
    have h₁ : d ∣ u * (r.leadCoeff * x + e) := Int.dvd_mul_of_dvd_right hr
    have h₂ : d ∣ v * d * x := Int.dvd_mul_of_dvd_left (Int.dvd_mul_left v d)
    have h₃ : u * r.leadCoeff * x + v * d * x = x := by rw [← Int.add_mul, huv, Int.one_mul]
    have := Int.dvd_add h₁ h₂
    rw [Int.mul_add, ← Int.mul_assoc] at this
    rwa [show u * r.leadCoeff * x + u * e + v * d * x = x + u * e by omega] at this
  have h₁ : (x - a) % d = (-u * e - a) % d := by
    refine Int.emod_eq_emod_iff_emod_sub_eq_zero.2 (Int.emod_eq_zero_of_dvd ?_)
    rwa [Int.neg_mul, show x - a - (-(u * e) - a) = x + u * e by omega]
  have h₂ := Int.mul_ediv_add_emod (x - a) d
  have h₃ := Int.mul_nonneg (Int.le_of_lt hd) (Int.ediv_nonneg (show 0 ≤ x - a by omega) (Int.le_of_lt hd))
  omega

end Int.Internal.Linear
