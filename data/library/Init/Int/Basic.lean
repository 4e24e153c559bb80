prelude
import Init.Cast
import Init.Nat.Gcd

/-!
# Integers: the functions

Definitions of Lean's core library, which both the kernel and compiled code compute with fast.
-/

universe u

/-- Marks a proof by computation that the kernel is to unfold eagerly; the procedure for `a ∣ b` writes it. -/
@[inline] def eagerReduce {α : Sort u} (a : α) : α := a

namespace Int

/-- `-[n+1]` is `negSucc n`. -/
scoped notation "-[" n "+1]" => negSucc n

@[simp] theorem default_eq_zero : default = (0 : Int) := rfl
protected theorem zero_ne_one : (0 : Int) ≠ 1 := nofun
theorem ofNat_eq_coe {n : Nat} : Int.ofNat n = n := rfl
@[simp] theorem ofNat_eq_natCast (n : Nat) : Int.ofNat n = n := rfl
@[simp] theorem ofNat_zero : ((0 : Nat) : Int) = 0 := rfl
@[simp] theorem ofNat_one : ((1 : Nat) : Int) = 1 := rfl
theorem ofNat_two : ((2 : Nat) : Int) = 2 := rfl

/-! ## Negation, addition, multiplication -/

def negOfNat : Nat → Int
  | 0 => 0
  | .succ m => negSucc m

@[extern "lean_int_neg"] protected def neg (n : @& Int) : Int :=
  match n with
  | ofNat n => negOfNat n
  | negSucc n => .ofNat n.succ

@[default_instance mid] instance instNegInt : Neg Int where neg := Int.neg

/-- The difference of two natural numbers. -/
def subNatNat (m n : Nat) : Int :=
  match (n - m : Nat) with
  | 0 => ofNat (m - n)
  | .succ k => negSucc k

@[extern "lean_int_add"] protected def add (m n : @& Int) : Int :=
  match m, n with
  | ofNat m, ofNat n => ofNat (m + n)
  | ofNat m, -[n+1] => subNatNat m n.succ
  | -[m+1], ofNat n => subNatNat n m.succ
  | -[m+1], -[n+1] => negSucc (m + n).succ

instance : Add Int where add := Int.add

@[extern "lean_int_mul"] protected def mul (m n : @& Int) : Int :=
  match m, n with
  | ofNat m, ofNat n => ofNat (m * n)
  | ofNat m, -[n+1] => negOfNat (m * n.succ)
  | -[m+1], ofNat n => negOfNat (m.succ * n)
  | -[m+1], -[n+1] => ofNat (m.succ * n.succ)

instance : Mul Int where mul := Int.mul

@[extern "lean_int_sub"] protected def sub (m n : @& Int) : Int := m + -n

instance : Sub Int where sub := Int.sub

/-! ## Equality and order -/

inductive NonNeg : Int → Prop where
  | mk (n : Nat) : NonNeg (ofNat n)

protected def le (a b : Int) : Prop := NonNeg (b - a)

instance instLEInt : LE Int where le := Int.le

protected def lt (a b : Int) : Prop := (a + 1) ≤ b

instance instLTInt : LT Int where lt := Int.lt

@[extern "lean_int_dec_eq"] protected def decEq (a b : @& Int) : Decidable (a = b) :=
  match a, b with
  | ofNat a, ofNat b =>
    match Nat.decEq a b with
    | isTrue h => isTrue (h ▸ rfl)
    | isFalse h => isFalse fun h' => Int.noConfusion h' fun h' => absurd h' h
  | ofNat _, -[_+1] => isFalse fun h => Int.noConfusion h
  | -[_+1], ofNat _ => isFalse fun h => Int.noConfusion h
  | -[a+1], -[b+1] =>
    match Nat.decEq a b with
    | isTrue h => isTrue (h ▸ rfl)
    | isFalse h => isFalse fun h' => Int.noConfusion h' fun h' => absurd h' h

instance : DecidableEq Int := Int.decEq

@[extern "lean_int_dec_nonneg"] def decNonneg (m : @& Int) : Decidable (NonNeg m) :=
  match m with
  | ofNat m => isTrue (NonNeg.mk m)
  | -[_+1] => isFalse fun h => nomatch h

@[extern "lean_int_dec_le"] instance decLe (a b : @& Int) : Decidable (a ≤ b) := decNonneg _

@[extern "lean_int_dec_lt"] instance decLt (a b : @& Int) : Decidable (a < b) := decNonneg _

instance : Min Int := ⟨fun n m => if n ≤ m then n else m⟩
instance : Max Int := ⟨fun n m => if n ≤ m then m else n⟩

/-! ## Absolute value, sign, natural part -/

@[extern "lean_nat_abs"] def natAbs (m : @& Int) : Nat :=
  match m with
  | ofNat m => m
  | -[m+1] => m.succ

def sign : Int → Int
  | .ofNat (.succ _) => 1
  | .ofNat 0 => 0
  | -[_+1] => -1

def toNat : Int → Nat
  | ofNat n => n
  | negSucc _ => 0

def toNat? : Int → Option Nat
  | (n : Nat) => some n
  | -[_+1] => none

/-! ## Division

Three conventions for the quotient: `ediv` (Euclidean, the one of `/`), `tdiv` (towards zero), `fdiv` (downwards); and
the balanced remainder `bmod`. -/

instance : Dvd Int := ⟨fun a b => ∃ c, b = a * c⟩

@[extern "lean_int_ediv"] def ediv : (@& Int) → (@& Int) → Int
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat m, -[n+1] => -ofNat (m / n.succ)
  | -[_+1], ofNat 0 => 0
  | -[m+1], ofNat (.succ n) => -[m / n.succ +1]
  | -[m+1], -[n+1] => ofNat (.succ (m / n.succ))

@[extern "lean_int_emod"] def emod : (@& Int) → (@& Int) → Int
  | ofNat m, n => ofNat (m % natAbs n)
  | -[m+1], n => subNatNat (natAbs n) (.succ (m % natAbs n))

instance : Div Int where div := Int.ediv
instance : Mod Int where mod := Int.emod

@[extern "lean_int_div"] def tdiv : (@& Int) → (@& Int) → Int
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat m, -[n+1] => -ofNat (m / n.succ)
  | -[m+1], ofNat n => -ofNat (m.succ / n)
  | -[m+1], -[n+1] => ofNat (m.succ / n.succ)

@[extern "lean_int_mod"] def tmod : (@& Int) → (@& Int) → Int
  | ofNat m, ofNat n => ofNat (m % n)
  | ofNat m, -[n+1] => ofNat (m % n.succ)
  | -[m+1], ofNat n => -ofNat (m.succ % n)
  | -[m+1], -[n+1] => -ofNat (m.succ % n.succ)

def fdiv : Int → Int → Int
  | 0, _ => 0
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat (.succ m), -[n+1] => -[m / n.succ +1]
  | -[_+1], 0 => 0
  | -[m+1], ofNat (.succ n) => -[m / n.succ +1]
  | -[m+1], -[n+1] => ofNat (m.succ / n.succ)

def fmod : Int → Int → Int
  | 0, _ => 0
  | ofNat m, ofNat n => ofNat (m % n)
  | ofNat (.succ m), -[n+1] => subNatNat (m % n.succ) n
  | -[m+1], ofNat n => subNatNat n (.succ (m % n))
  | -[m+1], -[n+1] => -ofNat (m.succ % n.succ)

def bmod (x : Int) (m : Nat) : Int :=
  let r := x % m
  if r < (m + 1) / 2 then r else r - m

def bdiv (x : Int) (m : Nat) : Int :=
  if m = 0 then 0
  else
    let q := x / m
    let r := x % m
    if r < (m + 1) / 2 then q else q + 1

def gcd (m n : Int) : Nat := m.natAbs.gcd n.natAbs

def lcm (m n : Int) : Nat := m.natAbs.lcm n.natAbs

/-! ## Powers -/

protected def pow : Int → Nat → Int
  | (m : Nat), n => Int.ofNat (m ^ n)
  | m@(-[_+1]), n => if n % 2 = 0 then Int.ofNat (m.natAbs ^ n) else negOfNat (m.natAbs ^ n)

instance : NatPow Int where pow := Int.pow

end Int
