prelude
import Init.Words

/-!
# Hash codes
-/

universe u v

/-- Types with a hash code; equal elements have the same. -/
class Hashable (α : Sort u) where
  hash : α → UInt64
export Hashable (hash)

/-- One hash code from two. -/
@[extern "lean_uint64_mix_hash"] opaque mixHash (u₁ u₂ : UInt64) : UInt64

@[extern "lean_string_hash"] protected opaque String.hash (s : @& String) : UInt64

instance instHashableString : Hashable String := ⟨String.hash⟩
instance instHashableNat : Hashable Nat := ⟨fun n => UInt64.ofNat n⟩
instance instHashableInt : Hashable Int where
  hash
    | .ofNat n => UInt64.ofNat (2 * n)
    | .negSucc n => UInt64.ofNat (2 * n + 1)
instance instHashableBool : Hashable Bool where
  hash
    | true => 11
    | false => 13
instance instHashableChar : Hashable Char := ⟨fun c => UInt64.ofNat c.toNat⟩
instance instHashablePUnit : Hashable PUnit := ⟨fun _ => 11⟩
instance instHashableFin {n : Nat} : Hashable (Fin n) := ⟨fun i => hash i.val⟩
instance instHashableProd {α : Type u} {β : Type v} [Hashable α] [Hashable β] : Hashable (α × β) :=
  ⟨fun (a, b) => mixHash (hash a) (hash b)⟩
instance instHashableOption {α : Type u} [Hashable α] : Hashable (Option α) where
  hash
    | none => 11
    | some a => mixHash (hash a) 13
instance instHashableList {α : Type u} [Hashable α] : Hashable (List α) :=
  ⟨fun as => as.foldl (fun r a => mixHash r (hash a)) 7⟩
instance instHashableArray {α : Type u} [Hashable α] : Hashable (Array α) :=
  ⟨fun as => as.foldl (fun r a => mixHash r (hash a)) 7⟩
