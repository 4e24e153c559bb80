import Logic.Relations

/-!
# Sets as predicates

A set is a predicate, so its algebra is logic again: inclusion is implication, union is disjunction. Images and
preimages connect it with functions, and a small theorem on monotone maps of sets closes the file.
-/

namespace Logic

universe u v

/-- A set of elements of `α`. -/
def Set (α : Type u) := α → Prop

namespace Set

variable {α : Type u} {β : Type v}

/-- Every element of `s` is one of `t`. -/
def Subset (s t : Set α) : Prop := ∀ a, s a → t a

/-- What is in either. -/
def union (s t : Set α) : Set α := fun a => s a ∨ t a

/-- What is in both. -/
def inter (s t : Set α) : Set α := fun a => s a ∧ t a

/-- What is not in `s`. -/
def compl (s : Set α) : Set α := fun a => ¬s a

/-- The set of nothing. -/
def empty : Set α := fun _ => False

/-- The set of everything. -/
def univ : Set α := fun _ => True

/-- What is in every set of the family. -/
def interAll (F : Set (Set α)) : Set α := fun a => ∀ s, F s → s a

theorem ext {s t : Set α} (h : ∀ a, s a ↔ t a) : s = t := by
  funext a
  exact propext (h a)

/-! ## Inclusion -/

theorem Subset.refl (s : Set α) : Subset s s :=
  fun _ ha => ha

theorem Subset.trans {s t r : Set α} (hst : Subset s t) (htr : Subset t r) : Subset s r := by
  intro a ha
  exact htr a (hst a ha)

theorem Subset.antisymm {s t : Set α} (hst : Subset s t) (hts : Subset t s) : s = t := by
  apply ext
  intro a
  constructor
  · exact hst a
  · exact hts a

theorem isPartialOrder_subset : IsPartialOrder (Subset (α := α)) :=
  ⟨Subset.refl, fun _ _ => Subset.antisymm, fun _ _ _ => Subset.trans⟩

theorem empty_subset (s : Set α) : Subset empty s := by
  intro a ha
  exact False.elim ha

theorem subset_empty_iff {s : Set α} : Subset s empty ↔ s = empty := by
  constructor
  · intro h
    exact h.antisymm (empty_subset s)
  · intro h
    rw [h]
    exact Subset.refl empty

/-! ## Union, intersection, complement -/

theorem union_comm (s t : Set α) : union s t = union t s := by
  apply ext
  intro a
  exact or_swap_iff

theorem inter_assoc (s t r : Set α) : inter (inter s t) r = inter s (inter t r) :=
  ext fun _ => and_regroup

theorem inter_union_distrib (s t r : Set α) : inter s (union t r) = union (inter s t) (inter s r) := by
  apply ext
  intro a
  exact and_over_or

theorem union_subset_iff {s t r : Set α} : Subset (union s t) r ↔ Subset s r ∧ Subset t r := by
  constructor
  · intro h
    constructor
    · intro a ha
      exact h a (Or.inl ha)
    · intro a ha
      exact h a (Or.inr ha)
  · intro ⟨hs, ht⟩ a ha
    cases ha with
    | inl has => exact hs a has
    | inr hat => exact ht a hat

theorem subset_iff_inter_eq {s t : Set α} : Subset s t ↔ inter s t = s := by
  constructor
  · intro h
    apply ext
    intro a
    constructor
    · intro ha
      exact ha.left
    · intro ha
      exact ⟨ha, h a ha⟩
  · intro h a ha
    rw [← h] at ha
    exact ha.right

theorem compl_compl (s : Set α) : compl (compl s) = s :=
  ext fun _ => not_not_iff

theorem compl_union (s t : Set α) : compl (union s t) = inter (compl s) (compl t) := by
  apply ext
  intro a
  exact not_or_iff

theorem compl_inter (s t : Set α) : compl (inter s t) = union (compl s) (compl t) := by
  apply ext
  intro a
  exact not_and_iff

theorem compl_subset_compl {s t : Set α} (h : Subset s t) : Subset (compl t) (compl s) := by
  intro a hat has
  exact hat (h a has)

theorem union_compl (s : Set α) : union s (compl s) = univ := by
  apply ext
  intro a
  constructor
  · intro _
    trivial
  · intro _
    exact Classical.em (s a)

/-! ## Images and preimages -/

/-- The values of `f` on `s`. -/
def image (f : α → β) (s : Set α) : Set β := fun b => ∃ a, s a ∧ f a = b

/-- What `f` sends into `t`. -/
def preimage (f : α → β) (t : Set β) : Set α := fun a => t (f a)

theorem image_mono (f : α → β) {s t : Set α} (h : Subset s t) : Subset (image f s) (image f t) := by
  intro b ⟨a, ha, hab⟩
  exact ⟨a, h a ha, hab⟩

theorem image_subset_iff {f : α → β} {s : Set α} {t : Set β} : Subset (image f s) t ↔ Subset s (preimage f t) := by
  constructor
  · intro h a ha
    exact h (f a) ⟨a, ha, rfl⟩
  · intro h b ⟨a, ha, hab⟩
    rw [← hab]
    exact h a ha

theorem image_union (f : α → β) (s t : Set α) : image f (union s t) = union (image f s) (image f t) := by
  apply Subset.antisymm
  · intro b ⟨a, ha, hab⟩
    cases ha with
    | inl hs => exact Or.inl ⟨a, hs, hab⟩
    | inr ht => exact Or.inr ⟨a, ht, hab⟩
  · rw [union_subset_iff]
    constructor
    · apply image_mono
      intro a ha
      exact Or.inl ha
    · apply image_mono
      intro a ha
      exact Or.inr ha

theorem image_inter {f : α → β} (hf : Injective f) (s t : Set α) :
    image f (inter s t) = inter (image f s) (image f t) := by
  apply Subset.antisymm
  · intro b ⟨a, ⟨hs, ht⟩, hab⟩
    exact ⟨⟨a, hs, hab⟩, ⟨a, ht, hab⟩⟩
  · intro b ⟨⟨a, hs, hab⟩, ⟨c, ht, hcb⟩⟩
    have hac : a = c := by
      apply hf
      rw [hab, hcb]
    subst hac
    exact ⟨a, ⟨hs, ht⟩, hab⟩

theorem preimage_image {f : α → β} (hf : Injective f) (s : Set α) : preimage f (image f s) = s := by
  apply ext
  intro a
  constructor
  · intro ⟨c, hc, hca⟩
    rw [← hf hca]
    exact hc
  · intro ha
    exact ⟨a, ha, rfl⟩

theorem image_preimage {f : α → β} (hf : Surjective f) (t : Set β) : image f (preimage f t) = t := by
  apply Subset.antisymm
  · rw [image_subset_iff]
    exact Subset.refl _
  · intro b hb
    obtain ⟨a, hab⟩ := hf b
    refine ⟨a, ?_, hab⟩
    show t (f a)
    rw [hab]
    exact hb

/-! ## Families and monotone maps -/

/-- A map of sets that keeps inclusion. -/
def Monotone (F : Set α → Set α) : Prop := ∀ ⦃s t⦄, Subset s t → Subset (F s) (F t)

theorem interAll_subset {F : Set (Set α)} {s : Set α} (h : F s) : Subset (interAll F) s :=
  fun _ ha => ha s h

theorem subset_interAll {F : Set (Set α)} {t : Set α} (h : ∀ s, F s → Subset t s) : Subset t (interAll F) := by
  intro a ha s hs
  exact h s hs a ha

theorem Monotone.comp {F G : Set α → Set α} (hF : Monotone F) (hG : Monotone G) : Monotone (fun s => F (G s)) := by
  intro s t h
  apply hF
  exact hG h

/-- The least set that `F` does not enlarge; the next theorem says that it is a fixed point. -/
def least (F : Set α → Set α) : Set α := interAll fun s => Subset (F s) s

theorem Monotone.map_least_subset {F : Set α → Set α} (hF : Monotone F) : Subset (F (least F)) (least F) := by
  apply subset_interAll
  intro s hs
  apply Subset.trans _ hs
  apply hF
  exact interAll_subset hs

/-- Knaster and Tarski: a monotone map of sets has a fixed point. -/
theorem Monotone.fixed_least {F : Set α → Set α} (hF : Monotone F) : F (least F) = least F := by
  apply Subset.antisymm
  · exact hF.map_least_subset
  · apply interAll_subset
    apply hF
    exact hF.map_least_subset

end Set

end Logic
