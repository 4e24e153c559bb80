import Logic.Functions

/-!
# Relations

Equivalences, orders, and closures of a relation under reflexivity and transitivity; the inverse image of a relation
along a function; and well-founded induction as the absence of bad elements.
-/

namespace Logic

universe u v

variable {α : Type u} {β : Type v}

/-- A relation on one type. -/
abbrev Relation (α : Type u) := α → α → Prop

/-- Everything is related to itself. -/
def Reflexive (r : Relation α) : Prop := ∀ a, r a a

/-- What is related is related the other way round. -/
def Symmetric (r : Relation α) : Prop := ∀ ⦃a b⦄, r a b → r b a

/-- Two steps make one. -/
def Transitive (r : Relation α) : Prop := ∀ ⦃a b c⦄, r a b → r b c → r a c

/-- Nothing is related to itself. -/
def Irreflexive (r : Relation α) : Prop := ∀ a, ¬r a a

/-- What is related both ways is equal. -/
def Antisymmetric (r : Relation α) : Prop := ∀ ⦃a b⦄, r a b → r b a → a = b

/-- Never both ways. -/
def Asymmetric (r : Relation α) : Prop := ∀ ⦃a b⦄, r a b → ¬r b a

/-- Two things related to the same thing are related to each other. -/
def Euclidean (r : Relation α) : Prop := ∀ ⦃a b c⦄, r a b → r a c → r b c

/-- Reflexive, symmetric and transitive. -/
structure IsEquivalence (r : Relation α) : Prop where
  refl : Reflexive r
  symm : Symmetric r
  trans : Transitive r

/-- Reflexive, antisymmetric and transitive. -/
structure IsPartialOrder (r : Relation α) : Prop where
  refl : Reflexive r
  antisymm : Antisymmetric r
  trans : Transitive r

/-! ## Properties of relations and of each other -/

theorem Asymmetric.irreflexive {r : Relation α} (h : Asymmetric r) : Irreflexive r := by
  intro a ha
  exact h ha ha

theorem Irreflexive.asymmetric {r : Relation α} (hi : Irreflexive r) (ht : Transitive r) : Asymmetric r := by
  intro a b hab hba
  apply hi a
  exact ht hab hba

theorem Asymmetric.antisymmetric {r : Relation α} (h : Asymmetric r) : Antisymmetric r :=
  fun _ _ hab hba => absurd hba (h hab)

theorem Euclidean.symmetric {r : Relation α} (he : Euclidean r) (hr : Reflexive r) : Symmetric r := by
  intro a b hab
  exact he hab (hr a)

theorem isEquivalence_iff_euclidean {r : Relation α} : IsEquivalence r ↔ Reflexive r ∧ Euclidean r := by
  constructor
  · intro h
    constructor
    · exact h.refl
    · intro a b c hab hac
      apply h.trans
      · exact h.symm hab
      · exact hac
  · intro ⟨hr, he⟩
    constructor
    · exact hr
    · exact he.symmetric hr
    · intro a b c hab hbc
      apply he
      · exact he.symmetric hr hab
      · exact hbc

/-- A symmetric and transitive relation is reflexive wherever it relates something at all. -/
theorem reflexive_of_serial {r : Relation α} (hs : Symmetric r) (ht : Transitive r) (h : ∀ a, ∃ b, r a b) :
    Reflexive r := by
  intro a
  obtain ⟨b, hab⟩ := h a
  exact ht hab (hs hab)

/-! ## Examples of equivalences -/

theorem isEquivalence_eq : IsEquivalence (fun a b : α => a = b) :=
  ⟨fun _ => rfl, fun _ _ h => h.symm, fun _ _ _ h₁ h₂ => h₁.trans h₂⟩

theorem isEquivalence_iff : IsEquivalence Iff := by
  constructor
  · intro p
    exact Iff.rfl
  · intro p q h
    exact h.symm
  · intro p q r h₁ h₂
    exact h₁.trans h₂

/-- The relation that `r` induces along `f`. -/
def pullback (f : α → β) (r : Relation β) : Relation α := fun a b => r (f a) (f b)

theorem IsEquivalence.pullback {r : Relation β} (h : IsEquivalence r) (f : α → β) : IsEquivalence (pullback f r) := by
  constructor
  · intro a
    exact h.refl (f a)
  · intro a b hab
    exact h.symm hab
  · intro a b c hab hbc
    exact h.trans hab hbc

/-- The kernel of a function: having the same value. -/
theorem isEquivalence_kernel (f : α → β) : IsEquivalence (fun a b => f a = f b) :=
  isEquivalence_eq.pullback f

theorem IsPartialOrder.pullback {r : Relation β} (h : IsPartialOrder r) {f : α → β} (hf : Injective f) :
    IsPartialOrder (pullback f r) := by
  constructor
  · intro a
    exact h.refl (f a)
  · intro a b hab hba
    apply hf
    exact h.antisymm hab hba
  · intro a b c hab hbc
    exact h.trans hab hbc

theorem IsEquivalence.related_iff {r : Relation α} (h : IsEquivalence r) {a b : α} :
    r a b ↔ ∀ c, r a c ↔ r b c := by
  constructor
  · intro hab c
    constructor
    · intro hac
      exact h.trans (h.symm hab) hac
    · intro hbc
      exact h.trans hab hbc
  · intro hall
    rw [hall b]
    exact h.refl b

/-! ## Orders -/

/-- The strict part of an order. -/
def strict (r : Relation α) : Relation α := fun a b => r a b ∧ a ≠ b

theorem irreflexive_strict (r : Relation α) : Irreflexive (strict r) := by
  intro a ⟨_, hne⟩
  exact hne rfl

theorem IsPartialOrder.transitive_strict {r : Relation α} (h : IsPartialOrder r) : Transitive (strict r) := by
  intro a b c ⟨hab, hne⟩ ⟨hbc, _⟩
  constructor
  · exact h.trans hab hbc
  · intro hac
    apply hne
    rw [← hac] at hbc
    exact h.antisymm hab hbc

theorem IsPartialOrder.eq_of_least {r : Relation α} (h : IsPartialOrder r) {a b : α} (ha : ∀ x, r a x)
    (hb : ∀ x, r b x) : a = b := by
  apply h.antisymm
  · exact ha b
  · exact hb a

/-! ## Closures -/

/-- Finitely many steps of `r`, perhaps none. -/
inductive Star (r : Relation α) : Relation α where
  | refl (a : α) : Star r a a
  | step {a b c : α} : r a b → Star r b c → Star r a c

theorem Star.single {r : Relation α} {a b : α} (h : r a b) : Star r a b :=
  .step h (.refl b)

theorem Star.trans {r : Relation α} {a b c : α} (hab : Star r a b) (hbc : Star r b c) : Star r a c := by
  induction hab with
  | refl a => exact hbc
  | step h _ ih =>
    apply Star.step h
    exact ih hbc

theorem Star.mono {r s : Relation α} (h : ∀ a b, r a b → s a b) {a b : α} (hab : Star r a b) : Star s a b := by
  induction hab with
  | refl a => exact Star.refl a
  | step hr _ ih => exact Star.step (h _ _ hr) ih

/-- The closure is the least reflexive and transitive relation above `r`. -/
theorem Star.least {r s : Relation α} (hrefl : Reflexive s) (htrans : Transitive s) (h : ∀ a b, r a b → s a b)
    {a b : α} (hab : Star r a b) : s a b := by
  induction hab with
  | refl a => exact hrefl a
  | step hr _ ih =>
    apply htrans
    · exact h _ _ hr
    · exact ih

theorem Star.idem {r : Relation α} {a b : α} : Star (Star r) a b ↔ Star r a b := by
  constructor
  · intro h
    apply Star.least (r := Star r) Star.refl
    · intro x y z hxy hyz
      exact hxy.trans hyz
    · intro x y hxy
      exact hxy
    · exact h
  · exact Star.single

theorem Star.symmetric {r : Relation α} (hr : Symmetric r) : Symmetric (Star r) := by
  intro a b hab
  induction hab with
  | refl a => exact Star.refl a
  | step h _ ih =>
    apply ih.trans
    apply Star.single
    exact hr h

theorem isEquivalence_star {r : Relation α} (hr : Symmetric r) : IsEquivalence (Star r) :=
  ⟨Star.refl, Star.symmetric hr, fun _ _ _ => Star.trans⟩

/-- A property that every step keeps is kept along all steps. -/
theorem Star.invariant {r : Relation α} {P : α → Prop} (hP : ∀ a b, r a b → P a → P b) {a b : α} (h : Star r a b)
    (ha : P a) : P b := by
  induction h with
  | refl _ => exact ha
  | step hr _ ih =>
    apply ih
    exact hP _ _ hr ha

/-! ## Well-foundedness -/

/-- Every property that is inherited from all predecessors holds everywhere. -/
def Inductive (r : Relation α) : Prop := ∀ P : α → Prop, (∀ a, (∀ b, r b a → P b) → P a) → ∀ a, P a

theorem Inductive.irreflexive {r : Relation α} (h : Inductive r) : Irreflexive r := by
  apply h
  intro a ih haa
  exact ih a haa haa

theorem Inductive.asymmetric {r : Relation α} (h : Inductive r) : Asymmetric r := by
  intro a
  apply h (fun a => ∀ b, r a b → ¬r b a)
  intro a ih b hab hba
  exact ih b hba a hba hab

/-- In a well-founded relation every property that holds somewhere has a minimal case. -/
theorem Inductive.minimal {r : Relation α} (h : Inductive r) {P : α → Prop} (hP : ∃ a, P a) :
    ∃ a, P a ∧ ∀ b, r b a → ¬P b := by
  apply not_not_elim
  intro hnone
  obtain ⟨a, ha⟩ := hP
  apply h (fun x => ¬P x) _ a ha
  intro x ih hx
  apply hnone
  exact ⟨x, hx, ih⟩

theorem Inductive.pullback {r : Relation β} (h : Inductive r) (f : α → β) : Inductive (pullback f r) := by
  intro P hP a
  have key : ∀ b, ∀ a, f a = b → P a := by
    apply h
    intro b ih a hab
    apply hP
    intro c hca
    apply ih (f c)
    · rw [← hab]
      exact hca
    · rfl
  exact key (f a) a rfl

end Logic
