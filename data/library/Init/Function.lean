prelude
import Init.Bool

/-!
# Functions, pairs, sums, subtypes

Extensionality lemmas (registered for `ext`), composition, and the instances of the basic type constructors.
-/

universe u v w x

attribute [ext] funext propext

/-! ## Functions -/

namespace Function
variable {α : Sort u} {β : Sort v} {δ : Sort w} {γ : Sort x}

@[simp] theorem comp_apply {f : β → δ} {g : α → β} {x : α} : (f ∘ g) x = f (g x) := rfl
theorem comp_def (f : β → δ) (g : α → β) : f ∘ g = fun x => f (g x) := rfl
@[simp] theorem const_apply {y : β} {x : α} : const α y x = y := rfl
@[simp] theorem comp_id (f : α → β) : f ∘ id = f := rfl
@[simp] theorem id_comp (f : α → β) : id ∘ f = f := rfl
theorem comp_assoc (f : δ → γ) (g : β → δ) (h : α → β) : (f ∘ g) ∘ h = f ∘ (g ∘ h) := rfl
@[simp] theorem const_comp {f : α → β} {c : δ} : const β c ∘ f = const α c := rfl
@[simp] theorem comp_const {f : β → δ} {b : β} : f ∘ const α b = const α (f b) := rfl
@[simp] theorem true_comp {f : α → β} : (fun _ => True) ∘ f = fun _ => True := rfl
@[simp] theorem false_comp {f : α → β} : (fun _ => False) ∘ f = fun _ => False := rfl

@[inline] def curry {α : Type u} {β : Type v} {φ : Type w} : (α × β → φ) → α → β → φ := fun f a b => f (a, b)
@[inline] def uncurry {α : Type u} {β : Type v} {φ : Type w} : (α → β → φ) → α × β → φ := fun f a => f a.1 a.2
def Injective (f : α → β) : Prop := ∀ ⦃a₁ a₂⦄, f a₁ = f a₂ → a₁ = a₂
def Surjective (f : α → β) : Prop := ∀ b, ∃ a, f a = b
def LeftInverse (g : β → α) (f : α → β) : Prop := ∀ x, g (f x) = x
def RightInverse (g : β → α) (f : α → β) : Prop := LeftInverse f g

theorem Injective.eq_iff {f : α → β} (I : Injective f) {a b : α} : f a = f b ↔ a = b := ⟨@I a b, congrArg f⟩

end Function

@[inline] def flip {α : Sort u} {β : Sort v} {φ : Sort w} (f : α → β → φ) : β → α → φ := fun b a => f a b

theorem id_def {α : Sort u} : @id α = fun x => x := rfl

/-- Without it `simp` cannot rewrite a predicate that decidability is known of. -/
instance Pi.instSubsingleton {α : Sort u} {β : α → Sort v} [∀ a, Subsingleton (β a)] : Subsingleton (∀ a, β a) where
  allEq f g := funext fun a => Subsingleton.elim (f a) (g a)

/-! ## Pairs -/

namespace Prod
variable {α : Type u} {β : Type v}

@[ext] protected theorem ext : {p q : α × β} → p.fst = q.fst → p.snd = q.snd → p = q
  | (_, _), (_, _), rfl, rfl => rfl

@[simp] theorem mk.eta : {p : α × β} → (p.1, p.2) = p := rfl

@[simp] protected theorem «forall» {p : α × β → Prop} : (∀ x, p x) ↔ ∀ a b, p (a, b) :=
  ⟨fun h a b => h (a, b), fun h ⟨a, b⟩ => h a b⟩

@[simp] protected theorem «exists» {p : α × β → Prop} : (∃ x, p x) ↔ ∃ a b, p (a, b) :=
  ⟨fun ⟨⟨a, b⟩, h⟩ => ⟨a, b, h⟩, fun ⟨a, b, h⟩ => ⟨(a, b), h⟩⟩

def map {α₁ : Type u} {α₂ : Type v} {β₁ : Type w} {β₂ : Type x} (f : α₁ → α₂) (g : β₁ → β₂) :
    (p : α₁ × β₁) → α₂ × β₂
  | (a, b) => (f a, g b)

@[simp] theorem map_apply {α₁ : Type u} {α₂ : Type v} {β₁ : Type w} {β₂ : Type x} (f : α₁ → α₂) (g : β₁ → β₂)
    (a : α₁) (b : β₁) : Prod.map f g (a, b) = (f a, g b) := rfl
@[simp] theorem map_fst {α₁ : Type u} {α₂ : Type v} {β₁ : Type w} {β₂ : Type x} (f : α₁ → α₂) (g : β₁ → β₂)
    (p : α₁ × β₁) : (Prod.map f g p).1 = f p.1 := rfl
@[simp] theorem map_snd {α₁ : Type u} {α₂ : Type v} {β₁ : Type w} {β₂ : Type x} (f : α₁ → α₂) (g : β₁ → β₂)
    (p : α₁ × β₁) : (Prod.map f g p).2 = g p.2 := rfl

def swap : α × β → β × α
  | (a, b) => (b, a)

@[simp] theorem swap_swap : (x : α × β) → x.swap.swap = x := fun _ => rfl
@[simp] theorem fst_swap {p : α × β} : p.swap.1 = p.2 := rfl
@[simp] theorem snd_swap {p : α × β} : p.swap.2 = p.1 := rfl
@[simp] theorem swap_prod_mk {a : α} {b : β} : (a, b).swap = (b, a) := rfl

end Prod

instance instInhabitedProd {α : Type u} {β : Type v} [Inhabited α] [Inhabited β] : Inhabited (α × β) :=
  ⟨(default, default)⟩

instance instBEqProd {α : Type u} {β : Type v} [BEq α] [BEq β] : BEq (α × β) :=
  ⟨fun (a₁, b₁) (a₂, b₂) => a₁ == a₂ && b₁ == b₂⟩

instance instDecidableEqProd {α : Type u} {β : Type v} [DecidableEq α] [DecidableEq β] :
    DecidableEq (α × β) :=
  fun (a, b) (a', b') =>
    match decEq a a' with
    | isFalse h => isFalse fun e => h (congrArg Prod.fst e)
    | isTrue ha =>
      match decEq b b' with
      | isFalse h => isFalse fun e => h (congrArg Prod.snd e)
      | isTrue hb => isTrue (ha ▸ hb ▸ rfl)

instance {α : Type u} {β : Type v} [BEq α] [BEq β] [LawfulBEq α] [LawfulBEq β] : LawfulBEq (α × β) where
  rfl {p} := by
    obtain ⟨a, b⟩ := p
    show (a == a && b == b) = true
    simp
  eq_of_beq {p q} h := by
    obtain ⟨a, b⟩ := p
    obtain ⟨c, d⟩ := q
    have h' : (a == c && b == d) = true := h
    simp at h'
    exact h'.1 ▸ h'.2 ▸ rfl

/-! ## Sums -/

namespace Sum
variable {α : Type u} {β : Type v}

def isLeft : α ⊕ β → Bool
  | inl _ => true
  | inr _ => false

def isRight : α ⊕ β → Bool
  | inl _ => false
  | inr _ => true

@[simp] theorem isLeft_inl {x : α} : (inl x : α ⊕ β).isLeft = true := rfl
@[simp] theorem isLeft_inr {x : β} : (inr x : α ⊕ β).isLeft = false := rfl
@[simp] theorem isRight_inl {x : α} : (inl x : α ⊕ β).isRight = false := rfl
@[simp] theorem isRight_inr {x : β} : (inr x : α ⊕ β).isRight = true := rfl

def getLeft? : α ⊕ β → Option α
  | inl a => some a
  | inr _ => none

def getRight? : α ⊕ β → Option β
  | inr b => some b
  | inl _ => none

protected def elim {γ : Sort w} (f : α → γ) (g : β → γ) : α ⊕ β → γ
  | inl a => f a
  | inr b => g b

@[simp] theorem elim_inl {γ : Sort w} (f : α → γ) (g : β → γ) (x : α) : Sum.elim f g (inl x) = f x := rfl
@[simp] theorem elim_inr {γ : Sort w} (f : α → γ) (g : β → γ) (x : β) : Sum.elim f g (inr x) = g x := rfl

protected def map {α' : Type w} {β' : Type x} (f : α → α') (g : β → β') : α ⊕ β → α' ⊕ β'
  | inl a => inl (f a)
  | inr b => inr (g b)

@[simp] theorem map_inl {α' : Type w} {β' : Type x} (f : α → α') (g : β → β') (x : α) :
    (inl x).map f g = inl (f x) := rfl
@[simp] theorem map_inr {α' : Type w} {β' : Type x} (f : α → α') (g : β → β') (x : β) :
    (inr x).map f g = inr (g x) := rfl

def swap : α ⊕ β → β ⊕ α
  | inl a => inr a
  | inr b => inl b

@[simp] theorem swap_inl {x : α} : (inl x : α ⊕ β).swap = inr x := rfl
@[simp] theorem swap_inr {x : β} : (inr x : α ⊕ β).swap = inl x := rfl

@[simp] protected theorem «forall» {p : α ⊕ β → Prop} : (∀ x, p x) ↔ (∀ a, p (inl a)) ∧ ∀ b, p (inr b) :=
  ⟨fun h => ⟨fun _ => h _, fun _ => h _⟩, fun ⟨h₁, h₂⟩ x => match x with | inl a => h₁ a | inr b => h₂ b⟩

@[simp] protected theorem «exists» {p : α ⊕ β → Prop} : (∃ x, p x) ↔ (∃ a, p (inl a)) ∨ ∃ b, p (inr b) :=
  ⟨fun ⟨x, h⟩ => match x, h with | inl a, h => .inl ⟨a, h⟩ | inr b, h => .inr ⟨b, h⟩,
    fun h => h.elim (fun ⟨a, h⟩ => ⟨inl a, h⟩) (fun ⟨b, h⟩ => ⟨inr b, h⟩)⟩

end Sum

instance Sum.inhabitedLeft {α : Type u} {β : Type v} [Inhabited α] : Inhabited (α ⊕ β) := ⟨.inl default⟩

deriving instance DecidableEq for Sum

/-! ## Subtypes and dependent pairs -/

namespace Subtype
variable {α : Sort u} {p : α → Prop}

theorem prop (x : Subtype p) : p x.val := x.property

protected theorem eq : ∀ {a1 a2 : {x // p x}}, a1.val = a2.val → a1 = a2
  | ⟨_, _⟩, ⟨_, _⟩, rfl => rfl

@[ext] protected theorem ext : ∀ {a1 a2 : {x // p x}}, a1.val = a2.val → a1 = a2 := Subtype.eq

@[simp] theorem eta (a : {x // p x}) (h : p a.val) : mk a.val h = a := rfl

@[simp] protected theorem «forall» {q : {a // p a} → Prop} : (∀ x, q x) ↔ ∀ a b, q ⟨a, b⟩ :=
  ⟨fun h a b => h ⟨a, b⟩, fun h ⟨a, b⟩ => h a b⟩

@[simp] protected theorem «exists» {q : {a // p a} → Prop} : (∃ x, q x) ↔ ∃ a b, q ⟨a, b⟩ :=
  ⟨fun ⟨⟨a, b⟩, h⟩ => ⟨a, b, h⟩, fun ⟨a, b, h⟩ => ⟨⟨a, b⟩, h⟩⟩

instance {α : Type u} {p : α → Prop} [BEq α] : BEq {x // p x} := ⟨fun x y => x.1 == y.1⟩

instance instDecidableEq {α : Type u} {p : α → Prop} [DecidableEq α] : DecidableEq {x // p x} :=
  fun a b => decidable_of_iff (a.val = b.val) ⟨Subtype.eq, congrArg _⟩

end Subtype

@[ext] protected theorem PProd.ext {α : Sort u} {β : Sort v} : {p q : PProd α β} → p.fst = q.fst →
    p.snd = q.snd → p = q
  | ⟨_, _⟩, ⟨_, _⟩, rfl, rfl => rfl

@[ext (iff := false)] protected theorem Sigma.ext {α : Type u} {β : α → Type v} :
    {p q : Sigma β} → p.fst = q.fst → HEq p.snd q.snd → p = q
  | ⟨_, _⟩, ⟨_, _⟩, rfl, .rfl => rfl

@[ext (iff := false)] protected theorem PSigma.ext {α : Sort u} {β : α → Sort v} :
    {p q : PSigma β} → p.fst = q.fst → HEq p.snd q.snd → p = q
  | ⟨_, _⟩, ⟨_, _⟩, rfl, .rfl => rfl

theorem PUnit.subsingleton (a b : PUnit) : a = b := rfl
@[ext] protected theorem PUnit.ext (a b : PUnit) : a = b := rfl

instance : DecidableEq PUnit := fun _ _ => isTrue rfl
instance : DecidableEq Empty := fun a => nomatch a
theorem PUnit.eq_punit (a : PUnit) : a = ⟨⟩ := rfl

/-! ## Quotients -/

@[elab_as_elim] protected theorem Quot.inductionOn {α : Sort u} {r : α → α → Prop} {motive : Quot r → Prop}
    (q : Quot r)
    (h : (a : α) → motive (Quot.mk r a)) : motive q :=
  Quot.ind h q

protected abbrev Quot.liftOn {α : Sort u} {β : Sort v} {r : α → α → Prop} (q : Quot r) (f : α → β)
    (c : (a b : α) → r a b → f a = f b) : β :=
  Quot.lift f c q

structure Equivalence {α : Sort u} (r : α → α → Prop) : Prop where
  refl : ∀ x, r x x
  symm : ∀ {x y}, r x y → r y x
  trans : ∀ {x y z}, r x y → r y z → r x z

/-- A type with a chosen equivalence relation, written `a ≈ b`. -/
class Setoid (α : Sort u) where
  r : α → α → Prop
  iseqv : Equivalence r

instance instHasEquivOfSetoid {α : Sort u} [Setoid α] : HasEquiv α := ⟨Setoid.r⟩

namespace Setoid
variable {α : Sort u} [Setoid α]

theorem refl (a : α) : a ≈ a := iseqv.refl a
theorem symm {a b : α} (hab : a ≈ b) : b ≈ a := iseqv.symm hab
theorem trans {a b c : α} (hab : a ≈ b) (hbc : b ≈ c) : a ≈ c := iseqv.trans hab hbc

end Setoid

def Quotient {α : Sort u} (s : Setoid α) := @Quot α Setoid.r

namespace Quotient
variable {α : Sort u} {β : Sort v}

protected def mk (s : Setoid α) (a : α) : Quotient s := Quot.mk Setoid.r a
protected def mk' [s : Setoid α] (a : α) : Quotient s := Quotient.mk s a
theorem sound {s : Setoid α} {a b : α} : a ≈ b → Quotient.mk s a = Quotient.mk s b := Quot.sound
protected abbrev lift {s : Setoid α} (f : α → β) : ((a b : α) → a ≈ b → f a = f b) → Quotient s → β :=
  Quot.lift f
protected theorem ind {s : Setoid α} {motive : Quotient s → Prop} :
    ((a : α) → motive (Quotient.mk s a)) → (q : Quotient s) → motive q := Quot.ind
protected abbrev liftOn {s : Setoid α} (q : Quotient s) (f : α → β) (c : (a b : α) → a ≈ b → f a = f b) : β :=
  Quot.liftOn q f c
@[elab_as_elim] protected theorem inductionOn {s : Setoid α} {motive : Quotient s → Prop} (q : Quotient s)
    (h : (a : α) → motive (Quotient.mk s a)) : motive q := Quot.inductionOn q h
theorem exists_rep {s : Setoid α} (q : Quotient s) : ∃ a : α, Quotient.mk s a = q :=
  Quotient.inductionOn q fun a => ⟨a, rfl⟩

theorem exact {s : Setoid α} {a b : α} (h : Quotient.mk s a = Quotient.mk s b) : a ≈ b := by
  have related : (Quotient.lift (fun x => a ≈ x) (fun x y hxy => propext
      ⟨fun h => Setoid.trans h hxy, fun h => Setoid.trans h (Setoid.symm hxy)⟩)
      (Quotient.mk s b) : Prop) := by
    rw [← h]
    exact Setoid.refl a
  exact related

end Quotient
