import Algebra.Monoids

/-!
# Groups

Inverses, cancellation, conjugation and commutators, integer powers, and subgroups as predicates.
-/

namespace Algebra

universe u v

/-- A monoid in which everything can be undone. -/
class Group (α : Type u) extends Monoid α where
  inv : α → α
  inv_op (a : α) : op (inv a) a = unit

export Group (inv inv_op)

section Group

variable {α : Type u} [Group α]

/-! ## Inverses -/

/-- An inverse from the left is one from the right. -/
theorem op_inv (a : α) : a ⋄ inv a = unit := by
  calc
    a ⋄ inv a = inv (inv a) ⋄ inv a ⋄ (a ⋄ inv a) := by rw [inv_op, unit_op]
    _ = inv (inv a) ⋄ (inv a ⋄ a) ⋄ inv a := by rw [assoc, assoc, assoc]
    _ = unit := by rw [inv_op, op_unit, inv_op]

theorem isInverse_inv (a : α) : IsInverse a (inv a) :=
  ⟨op_inv a, inv_op a⟩

theorem inv_inv (a : α) : inv (inv a) = a :=
  (isInverse_inv (inv a)).unique (isInverse_inv a).symm

theorem inv_unit : inv (unit : α) = unit :=
  (isInverse_inv unit).unique isInverse_unit

theorem inv_op_cancel_left (a b : α) : inv a ⋄ (a ⋄ b) = b := by
  rw [← assoc, inv_op, unit_op]

theorem op_inv_cancel_left (a b : α) : a ⋄ (inv a ⋄ b) = b := by
  rw [← assoc, op_inv, unit_op]

theorem op_inv_cancel_right (a b : α) : a ⋄ b ⋄ inv b = a := by
  rw [assoc, op_inv, op_unit]

theorem inv_op_cancel_right (a b : α) : a ⋄ inv b ⋄ b = a := by
  rw [assoc, inv_op, op_unit]

theorem op_left_cancel {a b c : α} (h : a ⋄ b = a ⋄ c) : b = c :=
  (isInverse_inv a).cancel_left h

theorem op_right_cancel {a b c : α} (h : b ⋄ a = c ⋄ a) : b = c :=
  (isInverse_inv a).cancel_right h

theorem op_left_injective_iff {a b c : α} : a ⋄ b = a ⋄ c ↔ b = c := by
  constructor
  · exact op_left_cancel
  · intro h
    rw [h]

theorem eq_inv_of_op_eq_unit {a b : α} (h : a ⋄ b = unit) : b = inv a := by
  apply op_left_cancel (a := a)
  rw [h, op_inv]

theorem inv_injective {a b : α} (h : inv a = inv b) : a = b := by
  rw [← inv_inv a, h, inv_inv]

/-- Socks and shoes. -/
theorem inv_op_eq (a b : α) : inv (a ⋄ b) = inv b ⋄ inv a := by
  symm
  apply eq_inv_of_op_eq_unit
  rw [← assoc, op_inv_cancel_right, op_inv]

theorem op_eq_unit_iff {a b : α} : a ⋄ b = unit ↔ b = inv a := by
  constructor
  · exact eq_inv_of_op_eq_unit
  · intro h
    rw [h, op_inv]

theorem op_inv_eq_unit_iff {a b : α} : a ⋄ inv b = unit ↔ a = b := by
  constructor
  · intro h
    apply inv_injective
    exact (eq_inv_of_op_eq_unit h).symm
  · intro h
    rw [h, op_inv]

theorem eq_unit_of_idempotent {a : α} (h : a ⋄ a = a) : a = unit := by
  apply op_left_cancel (a := a)
  rw [h, op_unit]

theorem exists_unique_solution (a b : α) : ∃ x, a ⋄ x = b ∧ ∀ y, a ⋄ y = b → y = x := by
  refine ⟨inv a ⋄ b, op_inv_cancel_left a b, ?_⟩
  intro y hy
  rw [← hy, inv_op_cancel_left]

/-- A group in which everything is its own inverse is commutative. -/
theorem comm_of_involutive (h : ∀ a : α, a ⋄ a = unit) (a b : α) : a ⋄ b = b ⋄ a := by
  have hinv : ∀ x : α, inv x = x := by
    intro x
    exact (eq_inv_of_op_eq_unit (h x)).symm
  calc
    a ⋄ b = inv (a ⋄ b) := (hinv _).symm
    _ = inv b ⋄ inv a := inv_op_eq a b
    _ = b ⋄ a := by rw [hinv, hinv]

theorem comm_of_inv_op (h : ∀ a b : α, inv (a ⋄ b) = inv a ⋄ inv b) (a b : α) : a ⋄ b = b ⋄ a := by
  apply inv_injective
  rw [h, inv_op_eq]

theorem comm_of_square_op (h : ∀ a b : α, a ⋄ b ⋄ (a ⋄ b) = a ⋄ a ⋄ (b ⋄ b)) (a b : α) : a ⋄ b = b ⋄ a := by
  have hab := h a b
  rw [assoc, assoc, op_left_injective_iff, ← assoc, ← assoc] at hab
  exact (op_right_cancel hab).symm

/-! ## Conjugation and commutators -/

/-- `a` seen from `g`. -/
def conj (g a : α) : α := g ⋄ a ⋄ inv g

theorem conj_unit_left (a : α) : conj unit a = a := by
  unfold conj
  rw [inv_unit, op_unit, unit_op]

theorem conj_unit (g : α) : conj g unit = unit := by
  unfold conj
  rw [op_unit, op_inv]

theorem conj_op (g a b : α) : conj g (a ⋄ b) = conj g a ⋄ conj g b := by
  unfold conj
  rw [← assoc (g ⋄ a ⋄ inv g), ← assoc (g ⋄ a ⋄ inv g), inv_op_cancel_right, ← assoc]

theorem conj_conj (g h a : α) : conj g (conj h a) = conj (g ⋄ h) a := by
  unfold conj
  rw [inv_op_eq, ← assoc, ← assoc, ← assoc]

theorem conj_inv (g a : α) : conj g (inv a) = inv (conj g a) := by
  apply eq_inv_of_op_eq_unit
  rw [← conj_op, op_inv, conj_unit]

theorem conj_inv_cancel (g a : α) : conj (inv g) (conj g a) = a := by
  rw [conj_conj, inv_op, conj_unit_left]

theorem conj_eq_self_iff {g a : α} : conj g a = a ↔ g ⋄ a = a ⋄ g := by
  constructor
  · intro h
    have hg : conj g a ⋄ g = a ⋄ g := by
      rw [h]
    unfold conj at hg
    rw [inv_op_cancel_right] at hg
    exact hg
  · intro h
    unfold conj
    rw [h, op_inv_cancel_right]

theorem power_conj (g a : α) (n : Nat) : power (conj g a) n = conj g (power a n) := by
  induction n with
  | zero => exact (conj_unit g).symm
  | succ n ih => rw [power_succ, ih, ← conj_op, power_succ]

/-- What is between `a ⋄ b` and `b ⋄ a`. -/
def commutator (a b : α) : α := a ⋄ b ⋄ inv a ⋄ inv b

theorem commutator_self (a : α) : commutator a a = unit := by
  unfold commutator
  rw [op_inv_cancel_right, op_inv]

theorem commutator_eq_unit_iff {a b : α} : commutator a b = unit ↔ a ⋄ b = b ⋄ a := by
  have h : commutator a b = a ⋄ b ⋄ inv (b ⋄ a) := by
    unfold commutator
    rw [inv_op_eq, assoc (a ⋄ b)]
  rw [h, op_inv_eq_unit_iff]

theorem inv_commutator (a b : α) : inv (commutator a b) = commutator b a := by
  unfold commutator
  rw [inv_op_eq, inv_op_eq, inv_op_eq, inv_inv, inv_inv, ← assoc, ← assoc]

theorem conj_commutator (g a b : α) : conj g (commutator a b) = commutator (conj g a) (conj g b) := by
  unfold commutator
  rw [conj_op, conj_op, conj_op, conj_inv, conj_inv]

/-! ## Powers of the inverse -/

theorem power_inv (a : α) (n : Nat) : power (inv a) n = inv (power a n) :=
  ((isInverse_inv a).power n).unique (isInverse_inv (power a n))

theorem power_sub (a : α) {m n : Nat} (h : n ≤ m) : power a (m - n) = power a m ⋄ power (inv a) n := by
  apply op_right_cancel (a := power a n)
  rw [← power_add, Nat.sub_add_cancel h, power_inv, inv_op_cancel_right]

theorem power_eq_power_iff {a : α} {m n : Nat} (h : n ≤ m) : power a m = power a n ↔ power a (m - n) = unit := by
  constructor
  · intro he
    rw [power_sub a h, he, power_inv, op_inv]
  · intro he
    rw [← Nat.sub_add_cancel h, power_add, he, unit_op]

/-- The multiples of the order are exactly the exponents with a trivial power. -/
theorem order_divides {a : α} {m n : Nat} (hm : 0 < m) (h : power a m = unit)
    (hleast : ∀ k, 0 < k → k < m → power a k ≠ unit) (hn : power a n = unit) : m ∣ n := by
  apply Nat.dvd_of_mod_eq_zero
  have hr : power a (n % m) = unit := by
    rw [← Nat.div_add_mod n m, power_add, power_mul, h, unit_power, unit_op] at hn
    exact hn
  rcases Nat.eq_zero_or_pos (n % m) with h0 | hpos
  · exact h0
  · exact absurd hr (hleast _ hpos (Nat.mod_lt n hm))

end Group

/-! ## Subgroups -/

/-- A predicate that contains the unit, products and inverses. -/
structure IsSubgroup {α : Type u} [Group α] (H : α → Prop) : Prop where
  unit : H unit
  op {a b : α} : H a → H b → H (a ⋄ b)
  inv {a : α} : H a → H (inv a)

section Subgroup

variable {α : Type u} [Group α] {H K : α → Prop}

theorem isSubgroup_all : IsSubgroup (fun _ : α => True) :=
  ⟨True.intro, fun _ _ => True.intro, fun _ => True.intro⟩

theorem isSubgroup_trivial : IsSubgroup (fun a : α => a = Monoid.unit) := by
  constructor
  · rfl
  · intro a b ha hb
    rw [ha, hb, unit_op]
  · intro a ha
    rw [ha, inv_unit]

theorem IsSubgroup.inter (hH : IsSubgroup H) (hK : IsSubgroup K) : IsSubgroup (fun a => H a ∧ K a) := by
  constructor
  · exact ⟨hH.unit, hK.unit⟩
  · intro a b ⟨haH, haK⟩ ⟨hbH, hbK⟩
    exact ⟨hH.op haH hbH, hK.op haK hbK⟩
  · intro a ⟨haH, haK⟩
    exact ⟨hH.inv haH, hK.inv haK⟩

/-- One condition is enough. -/
theorem isSubgroup_of_div {a : α} (ha : H a) (h : ∀ x y, H x → H y → H (x ⋄ inv y)) : IsSubgroup H := by
  have hunit : H Monoid.unit := by
    rw [← op_inv a]
    exact h a a ha ha
  have hinv : ∀ x, H x → H (Group.inv x) := by
    intro x hx
    rw [← unit_op (Group.inv x)]
    exact h _ x hunit hx
  constructor
  · exact hunit
  · intro x y hx hy
    rw [← inv_inv y]
    exact h x _ hx (hinv y hy)
  · intro x hx
    exact hinv x hx

theorem IsSubgroup.power (hH : IsSubgroup H) {a : α} (ha : H a) (n : Nat) : H (power a n) := by
  induction n with
  | zero => exact hH.unit
  | succ n ih => exact hH.op ih ha

theorem IsSubgroup.inv_iff (hH : IsSubgroup H) {a : α} : H (Group.inv a) ↔ H a := by
  constructor
  · intro h
    rw [← inv_inv a]
    exact hH.inv h
  · exact hH.inv

theorem IsSubgroup.op_iff_right (hH : IsSubgroup H) {a b : α} (ha : H a) : H (a ⋄ b) ↔ H b := by
  constructor
  · intro h
    rw [← inv_op_cancel_left a b]
    exact hH.op (hH.inv ha) h
  · intro hb
    exact hH.op ha hb

theorem isSubgroup_center : IsSubgroup (fun a : α => ∀ b, a ⋄ b = b ⋄ a) := by
  constructor
  · intro b
    rw [unit_op, op_unit]
  · intro a c ha hc b
    rw [assoc, hc, ← assoc, ha, assoc]
  · intro a ha b
    apply op_left_cancel (a := a)
    rw [op_inv_cancel_left, ← assoc, ha, op_inv_cancel_right]

theorem isSubgroup_centralizer (g : α) : IsSubgroup (fun a : α => conj a g = g) := by
  constructor
  · exact conj_unit_left g
  · intro a b ha hb
    rw [← conj_conj, hb, ha]
  · intro a ha
    rw [← ha, conj_inv_cancel, ha]

theorem IsSubgroup.conj (hH : IsSubgroup H) (g : α) : IsSubgroup (fun a => H (conj g a)) := by
  constructor
  · rw [conj_unit]
    exact hH.unit
  · intro a b ha hb
    rw [conj_op]
    exact hH.op ha hb
  · intro a ha
    rw [conj_inv]
    exact hH.inv ha

/-- `a` and `b` are in the same coset of `H`. -/
def SameCoset (H : α → Prop) (a b : α) : Prop := H (inv a ⋄ b)

theorem IsSubgroup.sameCoset_equivalence (hH : IsSubgroup H) : Equivalence (SameCoset H) := by
  constructor
  · intro a
    unfold SameCoset
    rw [inv_op]
    exact hH.unit
  · intro a b h
    have hi := hH.inv h
    rw [inv_op_eq, inv_inv] at hi
    exact hi
  · intro a b c hab hbc
    unfold SameCoset at *
    have h := hH.op hab hbc
    rw [assoc, op_inv_cancel_left] at h
    exact h

/-- A union of two subgroups is a subgroup only where one contains the other. -/
theorem IsSubgroup.le_or_le_of_union (hH : IsSubgroup H) (hK : IsSubgroup K)
    (h : IsSubgroup (fun a => H a ∨ K a)) : (∀ a, H a → K a) ∨ ∀ a, K a → H a := by
  apply Classical.byContradiction
  intro hn
  rw [not_or, Classical.not_forall, Classical.not_forall] at hn
  obtain ⟨⟨a, ha⟩, ⟨b, hb⟩⟩ := hn
  rw [Classical.not_imp] at ha hb
  rcases h.op (Or.inl ha.left) (Or.inr hb.left) with hab | hab
  · exact hb.right ((hH.op_iff_right ha.left).mp hab)
  · have hinv := hK.op hab (hK.inv hb.left)
    rw [op_inv_cancel_right] at hinv
    exact ha.right hinv

end Subgroup

end Algebra
