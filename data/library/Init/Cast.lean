prelude
import Init.Core

/-!
# Casts between number types

The classes behind `(n : R)` for `n : Nat` or `n : Int`. `Nat.cast` and `Int.cast` are the simp normal form of all such
coercions, whatever the type `R`.
-/

universe u

class NatCast (R : Type u) where
  protected natCast : Nat → R

instance : NatCast Nat where natCast n := n

@[coe, reducible, match_pattern] protected def Nat.cast {R : Type u} [NatCast R] : Nat → R := NatCast.natCast

instance {R : Type u} [NatCast R] : CoeTail Nat R where coe := Nat.cast
instance {R : Type u} [NatCast R] : CoeHTCT Nat R where coe := Nat.cast

gen_injective_theorems% Int

instance : NatCast Int where natCast n := Int.ofNat n
instance : Coe Nat Int where coe := Nat.cast

class IntCast (R : Type u) where
  protected intCast : Int → R

instance : IntCast Int where intCast n := n

@[coe, reducible, match_pattern] protected def Int.cast {R : Type u} [IntCast R] : Int → R := IntCast.intCast

instance {R : Type u} [IntCast R] : CoeTail Int R where coe := Int.cast
instance {R : Type u} [IntCast R] : CoeHTCT Int R where coe := Int.cast

@[simp, norm_cast] theorem Nat.cast_id {n : Nat} : n.cast = n := rfl
@[simp, norm_cast] theorem Int.cast_id {n : Int} : Int.cast n = n := rfl
