import Algebra.Rings
import Algebra.Lattices

/-!
# Open problems in algebra

True statements without a proof, from a warm-up to a theorem on rings that Kaplansky called a joke of Jacobson's. Each
follows from what the corpus has.
-/

namespace Algebra

universe u v

theorem assoc_five {α : Type u} [Semigroup α] (a b c d e : α) : a ⋄ b ⋄ c ⋄ d ⋄ e = a ⋄ (b ⋄ (c ⋄ (d ⋄ e))) := by
  sorry

/-- A neutral element and inverses from the left make a neutral element from both sides. -/
theorem right_neutral_of_left {α : Type u} [Semigroup α] {e : α} (he : ∀ a : α, e ⋄ a = a)
    (hinv : ∀ a : α, ∃ b, b ⋄ a = e) (a : α) : a ⋄ e = a := by
  sorry

theorem power_power_comm {α : Type u} [Monoid α] (a : α) (m n : Nat) :
    power (power a m) n = power (power a n) m := by
  sorry

theorem product_reverse {α : Type u} [CommMonoid α] (as : List α) : product as.reverse = product as := by
  sorry

theorem inv_op_three {α : Type u} [Group α] (a b c : α) : inv (a ⋄ b ⋄ c) = inv c ⋄ inv b ⋄ inv a := by
  sorry

theorem power_conj_eq_unit {α : Type u} [Group α] {a : α} {n : Nat} (h : power a n = unit) (g : α) :
    power (conj g a) n = unit := by
  sorry

theorem IsHom.kernel_commutator {α : Type u} {β : Type v} [Group α] [Group β] {f : α → β} (hf : IsHom f)
    (h : ∀ c d : β, c ⋄ d = d ⋄ c) (a b : α) : Kernel f (Algebra.commutator a b) := by
  sorry

/-- Where all cubes are trivial, everything commutes with what it is conjugate to. -/
theorem comm_conj_of_cube {α : Type u} [Group α] (h : ∀ a : α, a ⋄ a ⋄ a = unit) (a b : α) :
    a ⋄ conj b a = conj b a ⋄ a := by
  sorry

theorem IsSubgroup.product_of_normal {α : Type u} [Group α] {H K : α → Prop} (hH : IsSubgroup H)
    (hnormal : ∀ g a, H a → H (Algebra.conj g a)) (hK : IsSubgroup K) :
    IsSubgroup (fun c => ∃ a b, H a ∧ K b ∧ c = a ⋄ b) := by
  sorry

/-- Every subgroup of the integers consists of the multiples of one number. -/
theorem exists_generator_of_int_subgroup {H : Int → Prop} (hH : IsSubgroup H) : ∃ n : Int, ∀ a, H a ↔ n ∣ a := by
  sorry

namespace Ring

theorem neg_injective {α : Type u} [Ring α] {a b : α} (h : -a = -b) : a = b := by
  sorry

theorem isUnit_of_isUnit_products {α : Type u} [Ring α] {a b : α} (hab : IsUnit (a * b)) (hba : IsUnit (b * a)) :
    IsUnit a := by
  sorry

theorem idempotent_union {α : Type u} [Ring α] {e f : α} (he : e * e = e) (hf : f * f = f) (h : e * f = f * e) :
    (e + f + -(e * f)) * (e + f + -(e * f)) = e + f + -(e * f) := by
  sorry

/-- Jacobson: if one minus a product is a unit, so is one minus the product the other way round. -/
theorem isUnit_one_add_neg_mul_comm {α : Type u} [Ring α] {a b : α} (h : IsUnit (one + -(a * b))) :
    IsUnit (one + -(b * a)) := by
  sorry

end Ring

theorem meet_assoc {α : Type u} [Lattice α] (a b c : α) : meet (meet a b) c = meet a (meet b c) := by
  sorry

theorem modular_of_distributive {α : Type u} [Lattice α]
    (h : ∀ a b c : α, meet a (join b c) = join (meet a b) (meet a c)) {a b c : α} (hac : a ≤ c) :
    meet (join a b) c = join a (meet b c) := by
  sorry

theorem Galois.map_join {α : Type u} {β : Type v} [Lattice α] [Lattice β] {f : α → β} {g : β → α} (h : Galois f g)
    (a b : α) : f (join a b) = join (f a) (f b) := by
  sorry

/-- An iteration that stands still once stands still for ever. -/
theorem iterate_eq_of_stable {α : Type u} {f : α → α} {a : α} {n : Nat}
    (h : iterate f (n + 1) a = iterate f n a) (m : Nat) : iterate f (n + m) a = iterate f n a := by
  sorry

/-- The rolling rule. -/
theorem map_least_comp {α : Type u} {f g : Pred α → Pred α} (hf : Monotone f) (hg : Monotone g) :
    f (least fun p => g (f p)) = least fun p => f (g p) := by
  sorry

/-- The two ways to write the median of three agree in a distributive lattice. -/
theorem median_self_dual {α : Type u} [Lattice α]
    (h : ∀ a b c : α, meet a (join b c) = join (meet a b) (meet a c)) (a b c : α) :
    join (join (meet a b) (meet b c)) (meet a c) = meet (meet (join a b) (join b c)) (join a c) := by
  sorry

end Algebra
