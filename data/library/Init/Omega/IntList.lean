prelude
import Init.Int.Division
import Init.List.Basic

/-!
# Coefficient lists of the tactic `omega`

A list of integers stands for the coefficients of a linear form; what is beyond its end is zero. The tactic computes
with compiled code and lets the kernel repeat the computation with the functions here, so they must give the same lists.
-/

universe u

namespace Lean.Omega

abbrev IntList := List Int

namespace IntList

/-! ## The functions -/

def get : IntList → Nat → Int
  | [], _ => 0
  | x :: _, 0 => x
  | _ :: xs, i + 1 => get xs i

/-- Put `y` at place `i`, after filling up with zeros. -/
def set : IntList → Nat → Int → IntList
  | [], 0, y => [y]
  | [], i + 1, y => 0 :: set [] i y
  | _ :: xs, 0, y => y :: xs
  | x :: xs, i + 1, y => x :: set xs i y

/-- Combine two lists place by place, as if the shorter one went on with zeros. -/
def zipAll (f : Int → Int → Int) : IntList → IntList → IntList
  | [], ys => ys.map (f 0)
  | x :: xs, [] => f x 0 :: zipAll f xs []
  | x :: xs, y :: ys => f x y :: zipAll f xs ys

/-- The first coefficient that is not zero. -/
def leading : IntList → Int
  | [] => 0
  | x :: xs => if x = 0 then leading xs else x

def add (xs ys : IntList) : IntList := zipAll (· + ·) xs ys
def sub (xs ys : IntList) : IntList := zipAll (· - ·) xs ys
def combo (a : Int) (xs : IntList) (b : Int) (ys : IntList) : IntList := zipAll (fun x y => a * x + b * y) xs ys
def neg (xs : IntList) : IntList := xs.map fun x => -x
def smul (xs : IntList) (i : Int) : IntList := xs.map fun x => i * x
def sdiv (xs : IntList) (g : Int) : IntList := xs.map fun x => x / g
abbrev bmod (xs : IntList) (m : Nat) : IntList := xs.map (Int.bmod · m)

def dot : IntList → IntList → Int
  | x :: xs, y :: ys => x * y + dot xs ys
  | _, _ => 0

def gcd (xs : IntList) : Nat := xs.foldr (fun x g => Nat.gcd x.natAbs g) 0

/-- What rounding the coefficients instead of the value changes. -/
abbrev bmod_dot_sub_dot_bmod (m : Nat) (a b : IntList) : Int := Int.bmod (dot a b) m - dot (bmod a m) b

/-! ## The value of a linear form -/

theorem dot_nil_right (xs : IntList) : dot xs [] = 0 := by cases xs <;> rfl

theorem dot_map {f : Int → Int} {a : Int} (h : ∀ x, f x = a * x) (xs ys : IntList) :
    dot (xs.map f) ys = a * dot xs ys := by
  induction xs generalizing ys with
  | nil => exact (Int.mul_zero a).symm
  | cons x xs ih =>
    cases ys with
    | nil => exact (Int.mul_zero a).symm
    | cons y ys =>
      show f x * y + dot (xs.map f) ys = a * (x * y + dot xs ys)
      rw [ih, h, Int.mul_add, Int.mul_assoc]

theorem dot_zipAll {f : Int → Int → Int} {a b : Int} (h : ∀ x y, f x y = a * x + b * y) (xs ys zs : IntList) :
    dot (zipAll f xs ys) zs = a * dot xs zs + b * dot ys zs := by
  induction xs generalizing ys zs with
  | nil =>
    show dot (ys.map (f 0)) zs = a * 0 + b * dot ys zs
    rw [Int.mul_zero, Int.zero_add]
    exact dot_map (fun y => by rw [h, Int.mul_zero, Int.zero_add]) ys zs
  | cons x xs ih =>
    cases zs with
    | nil => rw [dot_nil_right, dot_nil_right, dot_nil_right, Int.mul_zero, Int.mul_zero]; rfl
    | cons z zs =>
      cases ys with
      | nil =>
        show f x 0 * z + dot (zipAll f xs []) zs = a * (x * z + dot xs zs) + b * 0
        rw [ih, h, Int.mul_zero, Int.add_zero, Int.add_zero, Int.mul_add, Int.mul_assoc]
        show _ + (_ + b * 0) = _
        rw [Int.mul_zero, Int.add_zero]
      | cons y ys =>
        show f x y * z + dot (zipAll f xs ys) zs = a * (x * z + dot xs zs) + b * (y * z + dot ys zs)
        rw [ih, h, Int.add_mul, Int.mul_add, Int.mul_add, Int.mul_assoc, Int.mul_assoc, Int.add_add_add_comm]

theorem dot_combo (a : Int) (xs : IntList) (b : Int) (ys zs : IntList) :
    dot (combo a xs b ys) zs = a * dot xs zs + b * dot ys zs :=
  dot_zipAll (fun _ _ => rfl) xs ys zs

theorem dot_add (xs ys zs : IntList) : dot (add xs ys) zs = dot xs zs + dot ys zs := by
  rw [add, dot_zipAll (a := 1) (b := 1) (fun x y => by rw [Int.one_mul, Int.one_mul]), Int.one_mul, Int.one_mul]

theorem dot_sub (xs ys zs : IntList) : dot (sub xs ys) zs = dot xs zs - dot ys zs := by
  rw [sub, dot_zipAll (a := 1) (b := -1) (fun x y => by rw [Int.one_mul, ← Int.neg_eq_neg_one_mul]; rfl), Int.one_mul,
    ← Int.neg_eq_neg_one_mul]
  rfl

theorem dot_neg (xs ys : IntList) : dot (neg xs) ys = -dot xs ys := by
  rw [neg, dot_map Int.neg_eq_neg_one_mul, ← Int.neg_eq_neg_one_mul]

theorem dot_smul (xs : IntList) (i : Int) (ys : IntList) : dot (smul xs i) ys = i * dot xs ys :=
  dot_map (fun _ => rfl) xs ys

theorem dot_eq_zero {xs : IntList} (h : ∀ x, x ∈ xs → x = 0) (ys : IntList) : dot xs ys = 0 := by
  induction xs generalizing ys with
  | nil => rfl
  | cons x xs ih =>
    cases ys with
    | nil => rfl
    | cons y ys =>
      show x * y + dot xs ys = 0
      rw [h x (.head xs), ih (fun x hx => h x (.tail _ hx)), Int.zero_mul]
      rfl

theorem dot_set {xs : IntList} {i : Nat} (h : xs.length ≤ i) (z : Int) (ys : IntList) :
    dot (set xs i z) ys = dot xs ys + z * get ys i := by
  induction xs generalizing i ys with
  | nil =>
    induction i generalizing ys with
    | zero =>
      cases ys with
      | nil => exact (Int.mul_zero z).symm.trans (Int.zero_add _).symm
      | cons y ys => exact Int.add_comm (z * y) 0
    | succ i ih =>
      cases ys with
      | nil => exact (Int.mul_zero z).symm.trans (Int.zero_add _).symm
      | cons y ys =>
        show 0 * y + dot (set [] i z) ys = _
        rw [ih (Nat.zero_le i) ys, Int.zero_mul, Int.zero_add]
        rfl
  | cons x xs ih =>
    cases i with
    | zero => exact (Nat.not_succ_le_zero _ h).elim
    | succ i =>
      cases ys with
      | nil => exact (Int.mul_zero z).symm.trans (Int.zero_add _).symm
      | cons y ys =>
        show x * y + dot (set xs i z) ys = x * y + dot xs ys + z * get ys i
        rw [ih (Nat.le_of_succ_le_succ h), Int.add_assoc]

theorem get_set_nil (i : Nat) (ys : IntList) : dot (set [] i 1) ys = get ys i := by
  rw [dot_set (Nat.zero_le i), Int.one_mul]
  exact Int.zero_add _

/-! ## Common divisors -/

theorem gcd_dvd {xs : IntList} {x : Int} (h : x ∈ xs) : (gcd xs : Int) ∣ x := by
  rw [Int.ofNat_dvd_left]
  induction h with
  | head as => exact Nat.gcd_dvd_left _ _
  | tail b _ ih => exact Nat.dvd_trans (Nat.gcd_dvd_right _ _) ih

theorem eq_zero_of_gcd_eq_zero {xs : IntList} (h : gcd xs = 0) (x : Int) (hx : x ∈ xs) : x = 0 := by
  have h' := gcd_dvd hx
  rw [h] at h'
  exact Int.zero_dvd.1 h'

theorem mul_dot_sdiv {xs : IntList} {d : Int} (h : ∀ x, x ∈ xs → d ∣ x) (ys : IntList) :
    d * dot (sdiv xs d) ys = dot xs ys := by
  induction xs generalizing ys with
  | nil => exact Int.mul_zero d
  | cons x xs ih =>
    cases ys with
    | nil => exact Int.mul_zero d
    | cons y ys =>
      show d * (x / d * y + dot (sdiv xs d) ys) = x * y + dot xs ys
      rw [Int.mul_add, ih (fun x hx => h x (.tail _ hx)), ← Int.mul_assoc, Int.mul_ediv_cancel' (h x (.head xs))]

/-! ## Rounded coefficients -/

theorem length_bmod (xs : IntList) (m : Nat) : (bmod xs m).length = xs.length := by
  induction xs with
  | nil => rfl
  | cons x xs ih => exact congrArg (· + 1) ih

private theorem dvd_sub_bmod (x : Int) (m : Nat) : (m : Int) ∣ x - Int.bmod x m := by
  have h : (x - Int.bmod x m) % m = 0 := by rw [Int.sub_emod, Int.bmod_emod, Int.sub_self, Int.zero_emod]
  exact Int.dvd_of_emod_eq_zero h

private theorem dvd_dot_sub_dot_bmod (m : Nat) (xs ys : IntList) : (m : Int) ∣ dot xs ys - dot (bmod xs m) ys := by
  induction xs generalizing ys with
  | nil => exact Int.dvd_zero _
  | cons x xs ih =>
    cases ys with
    | nil => exact Int.dvd_zero _
    | cons y ys =>
      obtain ⟨k, hk⟩ := ih ys
      obtain ⟨l, hl⟩ := dvd_sub_bmod x m
      refine ⟨l * y + k, ?_⟩
      show x * y + dot xs ys - (Int.bmod x m * y + dot (bmod xs m) ys) = m * (l * y + k)
      rw [Int.mul_add, ← hk, ← Int.mul_assoc, ← hl, Int.sub_mul]
      simp only [Int.sub_eq_add_neg, Int.neg_add, Int.add_assoc, Int.add_left_comm]

theorem dvd_bmod_dot_sub_dot_bmod (m : Nat) (xs ys : IntList) : (m : Int) ∣ bmod_dot_sub_dot_bmod m xs ys := by
  obtain ⟨k, hk⟩ := dvd_dot_sub_dot_bmod m xs ys
  obtain ⟨l, hl⟩ := dvd_sub_bmod (dot xs ys) m
  refine ⟨k - l, ?_⟩
  rw [Int.mul_sub, ← hk, ← hl, Int.sub_eq_add_neg, Int.neg_sub, Int.add_comm, ← Int.add_sub_assoc, Int.sub_add_cancel]

end IntList

/-- The name under which the tactic uses `IntList`. -/
abbrev Coeffs := IntList

namespace Coeffs

abbrev toList (xs : Coeffs) : List Int := xs
abbrev ofList (xs : List Int) : Coeffs := xs
abbrev isZero (xs : Coeffs) : Prop := ∀ x, x ∈ xs → x = 0
abbrev set (xs : Coeffs) (i : Nat) (y : Int) : Coeffs := IntList.set xs i y
abbrev get (xs : Coeffs) (i : Nat) : Int := IntList.get xs i
abbrev gcd (xs : Coeffs) : Nat := IntList.gcd xs
abbrev smul (xs : Coeffs) (g : Int) : Coeffs := IntList.smul xs g
abbrev sdiv (xs : Coeffs) (g : Int) : Coeffs := IntList.sdiv xs g
abbrev dot (xs ys : Coeffs) : Int := IntList.dot xs ys
abbrev add (xs ys : Coeffs) : Coeffs := IntList.add xs ys
abbrev sub (xs ys : Coeffs) : Coeffs := IntList.sub xs ys
abbrev neg (xs : Coeffs) : Coeffs := IntList.neg xs
abbrev combo (a : Int) (xs : Coeffs) (b : Int) (ys : Coeffs) : Coeffs := IntList.combo a xs b ys
abbrev length (xs : Coeffs) : Nat := List.length xs
abbrev leading (xs : Coeffs) : Int := IntList.leading xs
abbrev bmod (x : Coeffs) (m : Nat) : Coeffs := IntList.bmod x m
abbrev bmod_dot_sub_dot_bmod (m : Nat) (a b : Coeffs) : Int := IntList.bmod_dot_sub_dot_bmod m a b

instance decidableIsZero : (xs : Coeffs) → Decidable (isZero xs)
  | [] => isTrue fun _ h => nomatch h
  | x :: xs =>
    match Int.decEq x 0, decidableIsZero xs with
    | isTrue hx, isTrue hxs => isTrue fun y hy =>
      match hy with
      | .head _ => hx
      | .tail _ h => hxs y h
    | isFalse hx, _ => isFalse fun h => hx (h x (.head xs))
    | _, isFalse hxs => isFalse fun h => hxs fun y hy => h y (.tail x hy)

end Coeffs
end Lean.Omega
