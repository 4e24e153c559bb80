prelude
import Init.Omega

/-!
# Natural numbers: binary digits

The kernel computes these functions on literals by itself, so they have to be defined as Lean defines them.
-/

namespace Nat

theorem bitwise_rec_lemma {n : Nat} (h : n ≠ 0) : n / 2 < n := Nat.div_lt_self (Nat.pos_of_ne_zero h) (Nat.le_refl 2)

/-- Applies `f` to the digits of `n` and `m`. -/
def bitwise (f : Bool → Bool → Bool) (n m : Nat) : Nat :=
  if n = 0 then if f false true then m else 0
  else if m = 0 then if f true false then n else 0
  else
    let r := bitwise f (n / 2) (m / 2)
    if f (n % 2 = 1) (m % 2 = 1) then r + r + 1 else r + r
termination_by n
decreasing_by exact bitwise_rec_lemma ‹_›

@[extern "lean_nat_land"] def land : @& Nat → @& Nat → Nat := bitwise and
@[extern "lean_nat_lor"] def lor : @& Nat → @& Nat → Nat := bitwise or
@[extern "lean_nat_lxor"] def xor : @& Nat → @& Nat → Nat := bitwise bne

instance : AndOp Nat := ⟨Nat.land⟩
instance : OrOp Nat := ⟨Nat.lor⟩
instance : XorOp Nat := ⟨Nat.xor⟩

/-- Whether the digit of `2 ^ n` is 1. -/
def testBit (m n : Nat) : Bool := 1 &&& (m >>> n) != 0

/-- The logarithm to base two, rounded down; 0 of 0. -/
@[extern "lean_nat_log2"] def log2 (n : @& Nat) : Nat := n.rec (fun _ => 0) (fun _ ih n =>
  if 2 ≤ n then (ih (n / 2)).succ else 0) n

theorem and_one_is_mod (x : Nat) : x &&& 1 = x % 2 := by
  show bitwise and x 1 = x % 2
  rw [bitwise]
  rcases Nat.mod_two_eq_zero_or_one x with h | h <;> by_cases hx : x = 0 <;> simp [hx, h, bitwise] <;> omega

@[simp] theorem and_zero (x : Nat) : x &&& 0 = 0 := by
  show bitwise and x 0 = 0
  rw [bitwise]
  simp
@[simp] theorem zero_and (x : Nat) : 0 &&& x = 0 := by
  show bitwise and 0 x = 0
  rw [bitwise]
  simp
@[simp] theorem or_zero (x : Nat) : x ||| 0 = x := by
  show bitwise or x 0 = x
  rw [bitwise]
  by_cases h : x = 0 <;> simp [h]
@[simp] theorem zero_or (x : Nat) : 0 ||| x = x := by
  show bitwise or 0 x = x
  rw [bitwise]
  simp

end Nat
