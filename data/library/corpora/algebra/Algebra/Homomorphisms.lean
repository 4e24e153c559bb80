import Algebra.Groups

/-!
# Homomorphisms

Maps that respect the operation: of monoids and of groups, their kernels and images, and what they carry over.
-/

namespace Algebra

universe u v w

/-- A map that takes the unit to the unit and products to products. -/
structure IsHom {α : Type u} {β : Type v} [Monoid α] [Monoid β] (f : α → β) : Prop where
  unit : f unit = unit
  op (a b : α) : f (a ⋄ b) = f a ⋄ f b

/-! ## Monoids -/

section Monoid

variable {α : Type u} {β : Type v} {γ : Type w} [Monoid α] [Monoid β] [Monoid γ]

theorem isHom_id : IsHom (fun a : α => a) :=
  ⟨rfl, fun _ _ => rfl⟩

theorem isHom_trivial : IsHom (fun _ : α => (Monoid.unit : β)) :=
  ⟨rfl, fun _ _ => unit_op_unit.symm⟩

theorem IsHom.comp {g : β → γ} {f : α → β} (hg : IsHom g) (hf : IsHom f) : IsHom (fun a => g (f a)) := by
  constructor
  · rw [hf.unit, hg.unit]
  · intro a b
    rw [hf.op, hg.op]

theorem IsHom.power {f : α → β} (hf : IsHom f) (a : α) (n : Nat) : f (power a n) = power (f a) n := by
  induction n with
  | zero => exact hf.unit
  | succ n ih => rw [power_succ, hf.op, ih, power_succ]

theorem IsHom.isInverse {f : α → β} (hf : IsHom f) {a b : α} (h : IsInverse a b) : IsInverse (f a) (f b) := by
  constructor
  · rw [← hf.op, h.left, hf.unit]
  · rw [← hf.op, h.right, hf.unit]

/-- The inverse of a bijective homomorphism is one too. -/
theorem IsHom.of_inverse {f : α → β} (hf : IsHom f) {g : β → α} (hgf : ∀ a, g (f a) = a) (hfg : ∀ b, f (g b) = b) :
    IsHom g := by
  constructor
  · rw [← hf.unit, hgf]
  · intro a b
    rw [← hgf (g a ⋄ g b), hf.op, hfg, hfg]

theorem IsHom.comm_of_surjective {f : α → β} (hf : IsHom f) (hsurj : ∀ b, ∃ a, f a = b)
    (hcomm : ∀ a b : α, a ⋄ b = b ⋄ a) (c d : β) : c ⋄ d = d ⋄ c := by
  obtain ⟨a, ha⟩ := hsurj c
  obtain ⟨b, hb⟩ := hsurj d
  rw [← ha, ← hb, ← hf.op, hcomm, hf.op]

theorem isHom_fst : IsHom (fun p : α × β => p.1) :=
  ⟨rfl, fun _ _ => rfl⟩

theorem isHom_pair {f : γ → α} {g : γ → β} (hf : IsHom f) (hg : IsHom g) : IsHom (fun c => (f c, g c)) := by
  constructor
  · rw [hf.unit, hg.unit]
    rfl
  · intro c d
    rw [hf.op, hg.op]
    rfl

theorem isHom_op {α : Type u} [CommMonoid α] {f g : β → α} (hf : IsHom f) (hg : IsHom g) :
    IsHom (fun b => f b ⋄ g b) := by
  constructor
  · rw [hf.unit, hg.unit, unit_op]
  · intro a b
    rw [hf.op, hg.op, exchange]

theorem isHom_power {α : Type u} [CommMonoid α] (n : Nat) : IsHom (fun a : α => power a n) :=
  ⟨unit_power n, fun a b => op_power a b n⟩

theorem isHom_length {δ : Type u} : IsHom (fun as : List δ => as.length) :=
  ⟨rfl, fun _ _ => List.length_append⟩

/-- Multiplication by `a` from the left. -/
def leftMul (a : α) : Endo α := fun b => a ⋄ b

/-- Cayley: every monoid is one of functions. -/
theorem isHom_leftMul : IsHom (leftMul : α → Endo α) := by
  constructor
  · funext b
    exact unit_op b
  · intro a b
    funext c
    exact assoc a b c

theorem leftMul_injective {a b : α} (h : leftMul a = leftMul b) : a = b := by
  rw [← op_unit a, ← op_unit b]
  exact congrFun h Monoid.unit

/-! ## Products of lists -/

/-- All elements of a list multiplied together. -/
def product : List α → α
  | [] => Monoid.unit
  | a :: as => a ⋄ product as

theorem product_nil : product ([] : List α) = Monoid.unit :=
  rfl

theorem product_cons (a : α) (as : List α) : product (a :: as) = a ⋄ product as :=
  rfl

theorem product_append (as bs : List α) : product (as ++ bs) = product as ⋄ product bs := by
  induction as with
  | nil => exact (unit_op _).symm
  | cons a as ih => rw [List.cons_append, product_cons, ih, product_cons, assoc]

theorem isHom_product : IsHom (product : List α → α) :=
  ⟨rfl, product_append⟩

theorem product_replicate (a : α) (n : Nat) : product (List.replicate n a) = Algebra.power a n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [List.replicate_succ, product_cons, ih, power_succ']

theorem IsHom.product {f : α → β} (hf : IsHom f) (as : List α) : f (product as) = Algebra.product (as.map f) := by
  induction as with
  | nil => exact hf.unit
  | cons a as ih => rw [product_cons, hf.op, ih, List.map_cons, product_cons]

/-- Lists are free: a homomorphism from them is known by its values on one-element lists. -/
theorem hom_list_unique {α : Type u} {f g : List α → β} (hf : IsHom f) (hg : IsHom g) (h : ∀ a, f [a] = g [a])
    (as : List α) : f as = g as := by
  induction as with
  | nil => exact hf.unit.trans hg.unit.symm
  | cons a as ih =>
    have hfa : f (a :: as) = f [a] ⋄ f as := hf.op [a] as
    have hga : g (a :: as) = g [a] ⋄ g as := hg.op [a] as
    rw [hfa, hga, h, ih]

end Monoid

/-! ## Groups -/

section Group

variable {α : Type u} {β : Type v} [Group α] [Group β]

/-- Between groups, respecting products is enough. -/
theorem isHom_of_op {f : α → β} (h : ∀ a b, f (a ⋄ b) = f a ⋄ f b) : IsHom f := by
  constructor
  · apply eq_unit_of_idempotent
    rw [← h, unit_op]
  · exact h

theorem IsHom.inv {f : α → β} (hf : IsHom f) (a : α) : f (inv a) = inv (f a) := by
  apply eq_inv_of_op_eq_unit
  rw [← hf.op, op_inv, hf.unit]

theorem IsHom.conj {f : α → β} (hf : IsHom f) (g a : α) : f (conj g a) = Algebra.conj (f g) (f a) := by
  unfold Algebra.conj
  rw [hf.op, hf.op, hf.inv]

theorem IsHom.commutator {f : α → β} (hf : IsHom f) (a b : α) :
    f (commutator a b) = Algebra.commutator (f a) (f b) := by
  unfold Algebra.commutator
  rw [hf.op, hf.op, hf.op, hf.inv, hf.inv]

theorem isHom_conj (g : α) : IsHom (conj g) :=
  isHom_of_op (conj_op g)

theorem isHom_inv_iff_comm : IsHom (Group.inv : α → α) ↔ ∀ a b : α, a ⋄ b = b ⋄ a := by
  constructor
  · intro h
    exact comm_of_inv_op h.op
  · intro h
    apply isHom_of_op
    intro a b
    rw [inv_op_eq, h]

/-- What `f` takes to the unit. -/
def Kernel (f : α → β) (a : α) : Prop := f a = unit

theorem IsHom.isSubgroup_kernel {f : α → β} (hf : IsHom f) : IsSubgroup (Kernel f) := by
  constructor
  · exact hf.unit
  · intro a b ha hb
    unfold Kernel at *
    rw [hf.op, ha, hb, unit_op]
  · intro a ha
    unfold Kernel at *
    rw [hf.inv, ha, inv_unit]

theorem IsHom.kernel_conj {f : α → β} (hf : IsHom f) {a : α} (ha : Kernel f a) (g : α) :
    Kernel f (Algebra.conj g a) := by
  unfold Kernel at *
  rw [hf.conj, ha, conj_unit]

theorem IsHom.eq_iff_kernel {f : α → β} (hf : IsHom f) {a b : α} : f a = f b ↔ Kernel f (a ⋄ Algebra.inv b) := by
  unfold Kernel
  rw [hf.op, hf.inv, op_inv_eq_unit_iff]

theorem IsHom.injective_iff {f : α → β} (hf : IsHom f) :
    (∀ a b, f a = f b → a = b) ↔ ∀ a, Kernel f a → a = Monoid.unit := by
  constructor
  · intro h a ha
    apply h
    rw [hf.unit]
    exact ha
  · intro h a b hab
    rw [← op_inv_eq_unit_iff]
    apply h
    exact hf.eq_iff_kernel.mp hab

theorem IsHom.isSubgroup_image {f : α → β} (hf : IsHom f) {H : α → Prop} (hH : IsSubgroup H) :
    IsSubgroup (fun b => ∃ a, H a ∧ f a = b) := by
  constructor
  · exact ⟨Monoid.unit, hH.unit, hf.unit⟩
  · rintro b c ⟨a, ha, hab⟩ ⟨a', ha', hac⟩
    refine ⟨a ⋄ a', hH.op ha ha', ?_⟩
    rw [hf.op, hab, hac]
  · rintro b ⟨a, ha, hab⟩
    refine ⟨Algebra.inv a, hH.inv ha, ?_⟩
    rw [hf.inv, hab]

theorem IsHom.isSubgroup_preimage {f : α → β} (hf : IsHom f) {K : β → Prop} (hK : IsSubgroup K) :
    IsSubgroup (fun a => K (f a)) := by
  constructor
  · rw [hf.unit]
    exact hK.unit
  · intro a b ha hb
    rw [hf.op]
    exact hK.op ha hb
  · intro a ha
    rw [hf.inv]
    exact hK.inv ha

/-- Two homomorphisms agree on a subgroup. -/
theorem IsHom.isSubgroup_equalizer {f g : α → β} (hf : IsHom f) (hg : IsHom g) :
    IsSubgroup (fun a => f a = g a) := by
  constructor
  · exact hf.unit.trans hg.unit.symm
  · intro a b ha hb
    rw [hf.op, hg.op, ha, hb]
  · intro a ha
    rw [hf.inv, hg.inv, ha]

end Group

/-! ## The integers -/

instance intAdd : Group Int where
  op := Int.add
  assoc := Int.add_assoc
  unit := 0
  unit_op := Int.zero_add
  op_unit := Int.add_zero
  inv := Int.neg
  inv_op := Int.add_left_neg

theorem power_int (a : Int) (n : Nat) : power a n = n * a := by
  induction n with
  | zero => exact (Int.zero_mul a).symm
  | succ n ih =>
    rw [power_succ, ih, Int.natCast_add, Int.add_mul]
    exact congrArg (fun b : Int => n * a + b) (Int.one_mul a).symm

theorem isHom_cast : IsHom (fun n : Nat => (n : Int)) :=
  ⟨rfl, Int.natCast_add⟩

theorem isHom_double : IsHom (fun a : Int => 2 * a) := by
  apply isHom_of_op
  intro a b
  exact Int.mul_add 2 a b

theorem isSubgroup_multiples (n : Int) : IsSubgroup (fun a : Int => n ∣ a) := by
  constructor
  · exact Int.dvd_zero n
  · rintro a b ⟨j, hj⟩ ⟨k, hk⟩
    refine ⟨j + k, ?_⟩
    rw [Int.mul_add, ← hj, ← hk]
    rfl
  · rintro a ⟨k, hk⟩
    refine ⟨-k, ?_⟩
    rw [Int.mul_neg, ← hk]
    rfl

end Algebra
