import Compat.Notation

/-!
# Sets, and the orders' least and greatest elements
-/

universe u v w

/-- A set of elements of `α`: the predicate that tells them. -/
def Set (α : Type u) : Type u := α → Prop

def setOf {α : Type u} (p : α → Prop) : Set α := p

syntax (name := setBuilder) "{" ident (" : " term)? " | " term "}" : term

macro_rules (kind := setBuilder)
  | `({$x:ident | $p}) => `(setOf fun $x:ident => $p)
  | `({$x:ident : $t | $p}) => `(setOf fun $x:ident : $t => $p)

namespace Set
variable {α : Type u} {β : Type v}

protected def Mem (s : Set α) (a : α) : Prop := s a
protected def Subset (s t : Set α) : Prop := ∀ a, s.Mem a → t.Mem a

instance : Membership α (Set α) := ⟨Set.Mem⟩
instance : HasSubset (Set α) := ⟨Set.Subset⟩
instance : EmptyCollection (Set α) := ⟨{_a | False}⟩
instance : Insert α (Set α) := ⟨fun a s => {b | b = a ∨ b ∈ s}⟩
instance : Singleton α (Set α) := ⟨fun a => {b | b = a}⟩
instance : Union (Set α) := ⟨fun s t => {a | a ∈ s ∨ a ∈ t}⟩
instance : Inter (Set α) := ⟨fun s t => {a | a ∈ s ∧ a ∈ t}⟩
instance : SDiff (Set α) := ⟨fun s t => {a | a ∈ s ∧ a ∉ t}⟩

instance decidableSetOf {a : α} (p : α → Prop) [h : Decidable (p a)] : Decidable (a ∈ {x | p x}) := h

def univ : Set α := {_a | True}
def image (f : α → β) (s : Set α) : Set β := {b | ∃ a, a ∈ s ∧ f a = b}
def preimage (f : α → β) (s : Set β) : Set α := {a | f a ∈ s}
def range {ι : Sort w} (f : ι → α) : Set α := {x | ∃ y, f y = x}
protected def Nonempty (s : Set α) : Prop := ∃ x, x ∈ s

infixl:80 " ⁻¹' " => preimage
infixl:80 " '' " => image

@[ext] theorem ext {a b : Set α} (h : ∀ x, x ∈ a ↔ x ∈ b) : a = b := funext fun x => propext (h x)
@[simp] theorem mem_setOf_eq {a : α} {p : α → Prop} : (a ∈ {x | p x}) = p a := rfl
@[simp] theorem mem_singleton_iff {a b : α} : a ∈ ({b} : Set α) ↔ a = b := .rfl
@[simp] theorem mem_insert_iff {x a : α} {s : Set α} : x ∈ insert a s ↔ x = a ∨ x ∈ s := .rfl
@[simp] theorem mem_empty_iff_false (x : α) : x ∈ (∅ : Set α) ↔ False := .rfl
@[simp] theorem mem_univ (x : α) : x ∈ (univ : Set α) := trivial
@[simp] theorem mem_union (x : α) (a b : Set α) : x ∈ a ∪ b ↔ x ∈ a ∨ x ∈ b := .rfl
@[simp] theorem mem_inter_iff (x : α) (a b : Set α) : x ∈ a ∩ b ↔ x ∈ a ∧ x ∈ b := .rfl
@[simp] theorem mem_diff {s t : Set α} (x : α) : x ∈ s \ t ↔ x ∈ s ∧ x ∉ t := .rfl
theorem subset_def {s t : Set α} : (s ⊆ t) = ∀ x, x ∈ s → x ∈ t := rfl
theorem Subset.antisymm {a b : Set α} (h₁ : a ⊆ b) (h₂ : b ⊆ a) : a = b := ext fun _ => ⟨h₁ _, h₂ _⟩

section Intervals
variable [LE α] [LT α]

def Icc (a b : α) : Set α := {x | a ≤ x ∧ x ≤ b}
def Ico (a b : α) : Set α := {x | a ≤ x ∧ x < b}
def Ioc (a b : α) : Set α := {x | a < x ∧ x ≤ b}
def Ioo (a b : α) : Set α := {x | a < x ∧ x < b}
def Ici (a : α) : Set α := {x | a ≤ x}
def Iic (a : α) : Set α := {x | x ≤ a}
def Ioi (a : α) : Set α := {x | a < x}
def Iio (a : α) : Set α := {x | x < a}

end Intervals

end Set

/-! ## Bounds -/

section Bounds
variable {α : Type u} {β : Type v} [LE α]

def upperBounds (s : Set α) : Set α := {x | ∀ ⦃a⦄, a ∈ s → a ≤ x}
def lowerBounds (s : Set α) : Set α := {x | ∀ ⦃a⦄, a ∈ s → x ≤ a}
def BddAbove (s : Set α) : Prop := (upperBounds s).Nonempty
def BddBelow (s : Set α) : Prop := (lowerBounds s).Nonempty
def IsLeast (s : Set α) (a : α) : Prop := a ∈ s ∧ a ∈ lowerBounds s
def IsGreatest (s : Set α) (a : α) : Prop := a ∈ s ∧ a ∈ upperBounds s

def Monotone [LE β] (f : α → β) : Prop := ∀ ⦃a b⦄, a ≤ b → f a ≤ f b
def Antitone [LE β] (f : α → β) : Prop := ∀ ⦃a b⦄, a ≤ b → f b ≤ f a

end Bounds

def StrictMono {α : Type u} {β : Type v} [LT α] [LT β] (f : α → β) : Prop := ∀ ⦃a b⦄, a < b → f a < f b
def StrictAnti {α : Type u} {β : Type v} [LT α] [LT β] (f : α → β) : Prop := ∀ ⦃a b⦄, a < b → f b < f a

/-! ## Unique existence -/

/-- Also written `∃! x, p x`. -/
def ExistsUnique {α : Sort u} (p : α → Prop) : Prop := ∃ x, p x ∧ ∀ y, p y → y = x

syntax (name := uniqueExistence) "∃! " ident (" : " term)? ", " term : term

macro_rules (kind := uniqueExistence)
  | `(∃! $x:ident, $p) => `(ExistsUnique fun $x:ident => $p)
  | `(∃! $x:ident : $t, $p) => `(ExistsUnique fun $x:ident : $t => $p)

theorem ExistsUnique.intro {α : Sort u} {p : α → Prop} (w : α) (h₁ : p w) (h₂ : ∀ y, p y → y = w) :
    ∃! x, p x :=
  ⟨w, h₁, h₂⟩
theorem ExistsUnique.exists {α : Sort u} {p : α → Prop} : (∃! x, p x) → ∃ x, p x := fun ⟨x, h, _⟩ => ⟨x, h⟩
theorem ExistsUnique.unique {α : Sort u} {p : α → Prop} :
    (∃! x, p x) → ∀ {y₁ y₂ : α}, p y₁ → p y₂ → y₁ = y₂ :=
  fun ⟨_, _, h⟩ _ _ h₁ h₂ => (h _ h₁).trans (h _ h₂).symm

/-! ## Functions -/

namespace Function
variable {α : Sort u} {β : Sort v} {γ : Sort w}

def Bijective (f : α → β) : Prop := Injective f ∧ Surjective f

theorem injective_id : Injective (@id α) := fun _ _ h => h
theorem surjective_id : Surjective (@id α) := fun a => ⟨a, rfl⟩
theorem bijective_id : Bijective (@id α) := ⟨injective_id, surjective_id⟩
theorem Injective.comp {g : β → γ} {f : α → β} (hg : Injective g) (hf : Injective f) : Injective (g ∘ f) :=
  fun _ _ h => hf (hg h)
theorem Surjective.comp {g : β → γ} {f : α → β} (hg : Surjective g) (hf : Surjective f) :
    Surjective (g ∘ f) :=
  fun c => let ⟨b, hb⟩ := hg c; let ⟨a, ha⟩ := hf b; ⟨a, (congrArg g ha).trans hb⟩
theorem LeftInverse.injective {g : β → α} {f : α → β} (h : LeftInverse g f) : Injective f :=
  fun a b e => (h a).symm.trans ((congrArg g e).trans (h b))

end Function
