prelude
import Init.Omega.IntList
import Init.Option

/-!
# Intervals and linear combinations of the tactic `omega`

A constraint is an interval of integers, possibly unbounded, for the value of a linear form. Each step of the tactic
maps constraints to constraints; the theorems say that whatever satisfied the old ones satisfies the new one.
-/

namespace Lean.Omega

abbrev LowerBound : Type := Option Int
abbrev UpperBound : Type := Option Int

def LowerBound.sat : LowerBound → Int → Bool
  | none, _ => true
  | some x, t => decide (x ≤ t)

def UpperBound.sat : UpperBound → Int → Bool
  | none, _ => true
  | some y, t => decide (t ≤ y)

structure Constraint where
  lowerBound : LowerBound
  upperBound : UpperBound
deriving DecidableEq

private theorem LowerBound.sat_some {x t : Int} : LowerBound.sat (some x) t = true ↔ x ≤ t := decide_eq_true_iff
private theorem UpperBound.sat_some {y t : Int} : UpperBound.sat (some y) t = true ↔ t ≤ y := decide_eq_true_iff

private theorem LowerBound.sat_map {b : Option Int} {f : Int → Int} {s t : Int} (h : ∀ x, x ≤ t → f x ≤ s)
    (w : LowerBound.sat b t) : LowerBound.sat (b.map f) s :=
  match b with
  | none => rfl
  | some x => LowerBound.sat_some.2 (h x (LowerBound.sat_some.1 w))

private theorem UpperBound.sat_map {b : Option Int} {f : Int → Int} {s t : Int} (h : ∀ y, t ≤ y → s ≤ f y)
    (w : UpperBound.sat b t) : UpperBound.sat (b.map f) s :=
  match b with
  | none => rfl
  | some y => UpperBound.sat_some.2 (h y (UpperBound.sat_some.1 w))

private theorem LowerBound.sat_map_upper {b : Option Int} {f : Int → Int} {s t : Int} (h : ∀ y, t ≤ y → f y ≤ s)
    (w : UpperBound.sat b t) : LowerBound.sat (b.map f) s :=
  match b with
  | none => rfl
  | some y => LowerBound.sat_some.2 (h y (UpperBound.sat_some.1 w))

private theorem UpperBound.sat_map_lower {b : Option Int} {f : Int → Int} {s t : Int} (h : ∀ x, x ≤ t → s ≤ f x)
    (w : LowerBound.sat b t) : UpperBound.sat (b.map f) s :=
  match b with
  | none => rfl
  | some x => UpperBound.sat_some.2 (h x (LowerBound.sat_some.1 w))

namespace Constraint

def sat (c : Constraint) (t : Int) : Bool := c.lowerBound.sat t && c.upperBound.sat t

private theorem sat_iff {c : Constraint} {t : Int} :
    c.sat t = true ↔ c.lowerBound.sat t = true ∧ c.upperBound.sat t = true :=
  Bool.and_eq_true_iff

/-! ## Operations on intervals -/

def map (c : Constraint) (f : Int → Int) : Constraint := ⟨c.lowerBound.map f, c.upperBound.map f⟩

def flip (c : Constraint) : Constraint := ⟨c.upperBound, c.lowerBound⟩

def neg (c : Constraint) : Constraint := c.flip.map (- ·)

theorem neg_sat {c : Constraint} {t : Int} (w : c.sat t) : c.neg.sat (-t) :=
  have ⟨wl, wu⟩ := sat_iff.1 w
  sat_iff.2 ⟨LowerBound.sat_map_upper (fun _ h => Int.neg_le_neg h) wu,
    UpperBound.sat_map_lower (fun _ h => Int.neg_le_neg h) wl⟩

/-- No constraint at all. -/
def trivial : Constraint := ⟨none, none⟩

/-- A constraint without solutions. -/
def impossible : Constraint := ⟨some 1, some 0⟩

def exact (r : Int) : Constraint := ⟨some r, some r⟩

theorem exact_sat {r t : Int} : (exact r).sat t = true ↔ r = t := by
  rw [sat_iff, Int.eq_iff_le_and_ge]
  exact and_congr LowerBound.sat_some UpperBound.sat_some

def isImpossible : Constraint → Bool
  | ⟨some x, some y⟩ => decide (y < x)
  | _ => false

def isExact : Constraint → Bool
  | ⟨some x, some y⟩ => decide (x = y)
  | _ => false

theorem not_sat_of_isImpossible {c : Constraint} (h : isImpossible c) {t : Int} : ¬c.sat t := by
  intro w
  have ⟨wl, wu⟩ := sat_iff.1 w
  match c, h, wl, wu with
  | ⟨some x, some y⟩, h, wl, wu =>
    exact Int.not_le_of_gt (of_decide_eq_true h) (Int.le_trans (LowerBound.sat_some.1 wl) (UpperBound.sat_some.1 wu))

def scale (k : Int) (c : Constraint) : Constraint :=
  if k = 0 then if c.isImpossible then c else ⟨some 0, some 0⟩
  else if 0 < k then c.map (k * ·)
  else c.flip.map (k * ·)

theorem scale_sat {c : Constraint} {t : Int} (k : Int) (w : c.sat t) : (scale k c).sat (k * t) := by
  unfold scale
  have ⟨wl, wu⟩ := sat_iff.1 w
  split
  · rename_i hk
    rw [if_neg fun h => not_sat_of_isImpossible h w, hk, Int.zero_mul]
    rfl
  · split
    · have hk := Int.le_of_lt ‹0 < k›
      exact sat_iff.2 ⟨LowerBound.sat_map (fun _ h => Int.mul_le_mul_of_nonneg_left h hk) wl,
        UpperBound.sat_map (fun _ h => Int.mul_le_mul_of_nonneg_left h hk) wu⟩
    · have hk := Int.not_lt.1 ‹¬0 < k›
      exact sat_iff.2 ⟨LowerBound.sat_map_upper (fun _ h => Int.mul_le_mul_of_nonpos_left hk h) wu,
        UpperBound.sat_map_lower (fun _ h => Int.mul_le_mul_of_nonpos_left hk h) wl⟩

/-- The sum of two bounds, if both are there. -/
def addBounds : Option Int → Option Int → Option Int
  | some a, some b => some (a + b)
  | _, _ => none

def add (x y : Constraint) : Constraint :=
  ⟨addBounds x.lowerBound y.lowerBound, addBounds x.upperBound y.upperBound⟩

theorem add_sat {c₁ c₂ : Constraint} {x₁ x₂ : Int} (w₁ : c₁.sat x₁) (w₂ : c₂.sat x₂) : (add c₁ c₂).sat (x₁ + x₂) := by
  have lower : ∀ {a b : LowerBound}, a.sat x₁ → b.sat x₂ → LowerBound.sat (addBounds a b) (x₁ + x₂) := by
    intro a b
    cases a <;> cases b <;> intro ha hb
    case some.some => exact LowerBound.sat_some.2 (Int.add_le_add (LowerBound.sat_some.1 ha) (LowerBound.sat_some.1 hb))
    all_goals rfl
  have upper : ∀ {a b : UpperBound}, a.sat x₁ → b.sat x₂ → UpperBound.sat (addBounds a b) (x₁ + x₂) := by
    intro a b
    cases a <;> cases b <;> intro ha hb
    case some.some => exact UpperBound.sat_some.2 (Int.add_le_add (UpperBound.sat_some.1 ha) (UpperBound.sat_some.1 hb))
    all_goals rfl
  have ⟨l₁, u₁⟩ := sat_iff.1 w₁
  have ⟨l₂, u₂⟩ := sat_iff.1 w₂
  exact sat_iff.2 ⟨lower l₁ l₂, upper u₁ u₂⟩

def combo (a : Int) (x : Constraint) (b : Int) (y : Constraint) : Constraint := add (scale a x) (scale b y)

theorem combo_sat {c₁ c₂ : Constraint} {x₁ x₂ : Int} (a : Int) (w₁ : c₁.sat x₁) (b : Int) (w₂ : c₂.sat x₂) :
    (combo a c₁ b c₂).sat (a * x₁ + b * x₂) :=
  add_sat (scale_sat a w₁) (scale_sat b w₂)

/-- The sharper one of two bounds. -/
def mergeBounds (f : Int → Int → Int) : Option Int → Option Int → Option Int
  | some a, some b => some (f a b)
  | none, b => b
  | a, none => a

def combine (x y : Constraint) : Constraint :=
  ⟨mergeBounds max x.lowerBound y.lowerBound, mergeBounds min x.upperBound y.upperBound⟩

theorem combine_sat {c₁ c₂ : Constraint} {t : Int} (w₁ : c₁.sat t) (w₂ : c₂.sat t) : (combine c₁ c₂).sat t := by
  have lower : ∀ {a b : LowerBound}, a.sat t → b.sat t → LowerBound.sat (mergeBounds max a b) t := by
    intro a b
    cases a <;> cases b <;> intro ha hb
    case some.some => exact LowerBound.sat_some.2 (Int.max_le.2 ⟨LowerBound.sat_some.1 ha, LowerBound.sat_some.1 hb⟩)
    all_goals assumption
  have upper : ∀ {a b : UpperBound}, a.sat t → b.sat t → UpperBound.sat (mergeBounds min a b) t := by
    intro a b
    cases a <;> cases b <;> intro ha hb
    case some.some => exact UpperBound.sat_some.2 (Int.le_min.2 ⟨UpperBound.sat_some.1 ha, UpperBound.sat_some.1 hb⟩)
    all_goals assumption
  have ⟨l₁, u₁⟩ := sat_iff.1 w₁
  have ⟨l₂, u₂⟩ := sat_iff.1 w₂
  exact sat_iff.2 ⟨lower l₁ l₂, upper u₁ u₂⟩

/-- Divide the bounds and round them inwards. -/
def div (c : Constraint) (k : Nat) : Constraint :=
  ⟨c.lowerBound.map fun x => -((-x) / k), c.upperBound.map fun y => y / k⟩

theorem div_sat {c : Constraint} {t : Int} {k : Nat} (n : k ≠ 0) (w : c.sat (k * t)) : (c.div k).sat t := by
  have hk : (0 : Int) < k := Int.ofNat_lt.2 (Nat.pos_of_ne_zero n)
  have quotient_le : ∀ {x y : Int}, k * x ≤ y → x ≤ y / k := by
    intro x y h
    refine Int.not_lt.1 fun h' => Int.not_le_of_gt (Int.lt_mul_ediv_self_add hk) (Int.le_trans ?_ h)
    have h₂ := Int.mul_le_mul_of_nonneg_left (Int.add_one_le_of_lt h') (Int.le_of_lt hk)
    rw [Int.mul_add, Int.mul_one] at h₂
    exact h₂
  have ⟨wl, wu⟩ := sat_iff.1 w
  refine sat_iff.2 ⟨LowerBound.sat_map (fun x h => ?_) wl, UpperBound.sat_map (fun y h => quotient_le h) wu⟩
  have h' := quotient_le (x := -t) (y := -x) (by rw [Int.mul_neg]; exact Int.neg_le_neg h)
  rw [← Int.neg_neg t]
  exact Int.neg_le_neg h'

/-! ## Constraints on linear forms -/

abbrev sat' (c : Constraint) (x y : Coeffs) : Bool := c.sat (Coeffs.dot x y)

theorem combine_sat' {s t : Constraint} {x y : Coeffs} (ws : s.sat' x y) (wt : t.sat' x y) :
    (s.combine t).sat' x y :=
  combine_sat ws wt

theorem not_sat'_of_isImpossible {c : Constraint} (h : isImpossible c) {x y : Coeffs} : ¬c.sat' x y :=
  not_sat_of_isImpossible h

theorem addInequality_sat {c : Int} {x y : Coeffs} (w : c + Coeffs.dot x y ≥ 0) :
    Constraint.sat' { lowerBound := some (-c), upperBound := none } x y := by
  refine sat_iff.2 ⟨LowerBound.sat_some.2 ?_, rfl⟩
  rw [← Int.zero_sub]
  exact Int.sub_left_le_of_le_add w

theorem addEquality_sat {c : Int} {x y : Coeffs} (w : c + Coeffs.dot x y = 0) :
    Constraint.sat' { lowerBound := some (-c), upperBound := some (-c) } x y :=
  exact_sat.2 (Int.neg_eq_of_add_eq_zero w)

end Constraint

/-! ## Normal forms -/

/-- Divide by the greatest common divisor `g` of the coefficients. -/
def normalizeBy (g : Nat) (p : Constraint × Coeffs) : Constraint × Coeffs :=
  if g = 0 then if p.1.sat 0 then (.trivial, p.2) else (.impossible, p.2)
  else if g = 1 then p
  else (p.1.div g, Coeffs.sdiv p.2 g)

def normalize (p : Constraint × Coeffs) : Constraint × Coeffs := normalizeBy (Coeffs.gcd p.2) p

theorem normalize_sat {p : Constraint × Coeffs} {v : Coeffs} (w : p.1.sat' p.2 v) :
    (normalize p).1.sat' (normalize p).2 v := by
  unfold normalize normalizeBy
  by_cases hg : Coeffs.gcd p.2 = 0
  · have h0 : p.1.sat 0 := by
      rw [← IntList.dot_eq_zero (IntList.eq_zero_of_gcd_eq_zero hg) v]
      exact w
    rw [if_pos hg, if_pos h0]
    rfl
  · rw [if_neg hg]
    split
    · exact w
    · refine Constraint.div_sat hg ?_
      rw [IntList.mul_dot_sdiv fun x hx => IntList.gcd_dvd hx]
      exact w

/-- Make the leading coefficient positive. -/
def positivize (p : Constraint × Coeffs) : Constraint × Coeffs :=
  if 0 ≤ Coeffs.leading p.2 then p else (p.1.neg, Coeffs.smul p.2 (-1))

theorem positivize_sat {p : Constraint × Coeffs} {v : Coeffs} (w : p.1.sat' p.2 v) :
    (positivize p).1.sat' (positivize p).2 v := by
  unfold positivize
  split
  · exact w
  · show Constraint.sat _ (IntList.dot (IntList.smul p.2 (-1)) v)
    rw [IntList.dot_smul, ← Int.neg_eq_neg_one_mul]
    exact Constraint.neg_sat w

def tidy (p : Constraint × Coeffs) : Constraint × Coeffs := normalize (positivize p)

abbrev tidyConstraint (s : Constraint) (x : Coeffs) : Constraint := (tidy (s, x)).1

abbrev tidyCoeffs (s : Constraint) (x : Coeffs) : Coeffs := (tidy (s, x)).2

theorem tidy_sat {s : Constraint} {x v : Coeffs} (w : s.sat' x v) : (tidyConstraint s x).sat' (tidyCoeffs s x) v :=
  normalize_sat (positivize_sat (p := (s, x)) w)

theorem combo_sat' (s t : Constraint) (a : Int) (x : Coeffs) (b : Int) (y v : Coeffs) (wx : s.sat' x v)
    (wy : t.sat' y v) : (Constraint.combo a s b t).sat' (Coeffs.combo a x b y) v := by
  show Constraint.sat _ (IntList.dot (IntList.combo a x b y) v)
  rw [IntList.dot_combo]
  exact Constraint.combo_sat a wx b wy

/-! ## Equations without a unit coefficient -/

/-- The value of the variable that is introduced to round the coefficients of an equation. -/
abbrev bmod_div_term (m : Nat) (a b : Coeffs) : Int := Coeffs.bmod_dot_sub_dot_bmod m a b / m

def bmod_coeffs (m : Nat) (i : Nat) (x : Coeffs) : Coeffs := Coeffs.set (Coeffs.bmod x m) i m

theorem bmod_sat (m : Nat) (r : Int) (i : Nat) (x v : Coeffs) (h : x.length ≤ i)
    (p : Coeffs.get v i = bmod_div_term m x v) (w : (Constraint.exact r).sat' x v) :
    (Constraint.exact (Int.bmod r m)).sat' (bmod_coeffs m i x) v := by
  refine Constraint.exact_sat.2 ?_
  rw [Constraint.exact_sat.1 w]
  have p' : IntList.get v i = IntList.bmod_dot_sub_dot_bmod m x v / m := p
  show _ = IntList.dot (IntList.set (IntList.bmod x m) i m) v
  rw [IntList.dot_set (by rw [IntList.length_bmod]; exact h), p',
    Int.mul_ediv_cancel' (IntList.dvd_bmod_dot_sub_dot_bmod m x v), Int.add_comm, Int.sub_add_cancel]

/-! ## Linear forms with a constant -/

structure LinearCombo where
  const : Int := 0
  coeffs : Coeffs := []
deriving DecidableEq

namespace LinearCombo

def eval (lc : LinearCombo) (values : Coeffs) : Int := lc.const + lc.coeffs.dot values

def coordinate (i : Nat) : LinearCombo := ⟨0, Coeffs.set [] i 1⟩

theorem coordinate_eval (i : Nat) (v : Coeffs) : (coordinate i).eval v = v.get i := by
  show 0 + IntList.dot (IntList.set [] i 1) v = _
  rw [Int.zero_add, IntList.get_set_nil]

section
variable {a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 : Int} {t : List Int}

theorem coordinate_eval_0 : (coordinate 0).eval (.ofList (a0 :: t)) = a0 := coordinate_eval 0 _
theorem coordinate_eval_1 : (coordinate 1).eval (.ofList (a0 :: a1 :: t)) = a1 := coordinate_eval 1 _
theorem coordinate_eval_2 : (coordinate 2).eval (.ofList (a0 :: a1 :: a2 :: t)) = a2 := coordinate_eval 2 _
theorem coordinate_eval_3 : (coordinate 3).eval (.ofList (a0 :: a1 :: a2 :: a3 :: t)) = a3 := coordinate_eval 3 _
theorem coordinate_eval_4 : (coordinate 4).eval (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: t)) = a4 :=
  coordinate_eval 4 _
theorem coordinate_eval_5 : (coordinate 5).eval (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: t)) = a5 :=
  coordinate_eval 5 _
theorem coordinate_eval_6 : (coordinate 6).eval (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: t)) = a6 :=
  coordinate_eval 6 _
theorem coordinate_eval_7 : (coordinate 7).eval (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: a7 :: t)) = a7 :=
  coordinate_eval 7 _
theorem coordinate_eval_8 :
    (coordinate 8).eval (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: a7 :: a8 :: t)) = a8 :=
  coordinate_eval 8 _
theorem coordinate_eval_9 :
    (coordinate 9).eval (.ofList (a0 :: a1 :: a2 :: a3 :: a4 :: a5 :: a6 :: a7 :: a8 :: a9 :: t)) = a9 :=
  coordinate_eval 9 _

end

def add (l₁ l₂ : LinearCombo) : LinearCombo := ⟨l₁.const + l₂.const, l₁.coeffs.add l₂.coeffs⟩
def sub (l₁ l₂ : LinearCombo) : LinearCombo := ⟨l₁.const - l₂.const, l₁.coeffs.sub l₂.coeffs⟩
def neg (lc : LinearCombo) : LinearCombo := ⟨-lc.const, lc.coeffs.neg⟩
def smul (lc : LinearCombo) (i : Int) : LinearCombo := ⟨i * lc.const, lc.coeffs.smul i⟩

instance : Add LinearCombo := ⟨add⟩
instance : Sub LinearCombo := ⟨sub⟩
instance : Neg LinearCombo := ⟨neg⟩
instance : HMul Int LinearCombo LinearCombo := ⟨fun i lc => lc.smul i⟩

theorem add_eval (l₁ l₂ : LinearCombo) (v : Coeffs) : (l₁ + l₂).eval v = l₁.eval v + l₂.eval v := by
  show l₁.const + l₂.const + IntList.dot (IntList.add l₁.coeffs l₂.coeffs) v = _
  rw [IntList.dot_add]
  exact Int.add_add_add_comm _ _ _ _

theorem sub_eval (l₁ l₂ : LinearCombo) (v : Coeffs) : (l₁ - l₂).eval v = l₁.eval v - l₂.eval v := by
  show l₁.const - l₂.const + IntList.dot (IntList.sub l₁.coeffs l₂.coeffs) v = _
  rw [IntList.dot_sub]
  show _ = l₁.const + _ - (l₂.const + _)
  rw [Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.sub_eq_add_neg, Int.neg_add]
  exact Int.add_add_add_comm _ _ _ _

theorem neg_eval (lc : LinearCombo) (v : Coeffs) : (-lc).eval v = -lc.eval v := by
  show -lc.const + IntList.dot (IntList.neg lc.coeffs) v = _
  rw [IntList.dot_neg, ← Int.neg_add]
  rfl

theorem smul_eval (lc : LinearCombo) (i : Int) (v : Coeffs) : (i * lc).eval v = i * lc.eval v := by
  show i * lc.const + IntList.dot (IntList.smul lc.coeffs i) v = _
  rw [IntList.dot_smul, ← Int.mul_add]
  rfl

/-- The product of two linear forms, one of which is constant. -/
def mul (l₁ l₂ : LinearCombo) : LinearCombo := l₂.const * l₁ + l₁.const * l₂ - { const := l₁.const * l₂.const }

private theorem mul_eval_left {l₁ l₂ : LinearCombo} {v : Coeffs} (w : l₁.coeffs.isZero) :
    (mul l₁ l₂).eval v = l₁.eval v * l₂.eval v := by
  have h : l₁.eval v = l₁.const := (congrArg (l₁.const + ·) (IntList.dot_eq_zero w v)).trans (Int.add_zero _)
  unfold mul
  rw [sub_eval, add_eval, smul_eval, smul_eval, h, Int.mul_comm l₂.const, Int.add_comm, Int.add_sub_assoc]
  show _ + (_ - (_ + 0)) = _
  rw [Int.add_zero, Int.sub_self, Int.add_zero]

theorem mul_eval (l₁ l₂ : LinearCombo) (v : Coeffs) (w : l₁.coeffs.isZero ∨ l₂.coeffs.isZero) :
    (mul l₁ l₂).eval v = l₁.eval v * l₂.eval v := by
  rcases w with w | w
  · exact mul_eval_left w
  · rw [Int.mul_comm, ← mul_eval_left w, mul, mul, sub_eval, sub_eval, add_eval, add_eval, Int.add_comm,
      Int.mul_comm l₁.const l₂.const]

end LinearCombo
end Lean.Omega
