prelude

/-!
# The ground floor

The types and classes that Lean's compiler and elaborator know by name and that need no notation:
functions, equality, the propositional connectives, products, sums, `Bool`, `Decidable`, the axioms.
Nothing here can use infix notation or tactics: their parsers are bound later, in `Init.Syntax`.
-/

set_option autoImplicit false
set_option checkBinderAnnotations false
set_option bootstrap.genMatcherCode false
set_option linter.defProp false
set_option linter.unusedVariables false
universe u v w

/-! ## Constants of the compiler

They never occur in a theorem; Lean asks for them before it compiles the first definition. -/

unsafe axiom lcErased : Type
unsafe axiom lcAny : Type
unsafe axiom lcVoid : Type
unsafe axiom lcRealWorld : Type
unsafe axiom lcProof {α : Prop} : α
unsafe axiom lcCast {α : Sort u} {β : Sort v} (a : α) : β
unsafe axiom lcUnreachable {α : Sort u} : α

/-! ## Functions -/

@[inline] def id {α : Sort u} (a : α) : α := a

abbrev inferInstance {α : Sort u} [i : α] : α := i

@[inline] def Function.comp {α : Sort u} {β : Sort v} {δ : Sort w} (f : β → δ) (g : α → β) : α → δ :=
  fun x => f (g x)

@[inline] def Function.const {α : Sort u} (β : Sort v) (a : α) : β → α := fun _ => a

@[reducible] def outParam (α : Sort u) : Sort u := α
@[reducible] def semiOutParam (α : Sort u) : Sort u := α
@[reducible] def optParam (α : Sort u) (_default : α) : Sort u := α

/-! ## One, none, truth -/

set_option bootstrap.inductiveCheckResultingUniverse false in
inductive PUnit : Sort u where
  | unit : PUnit

abbrev Unit : Type := PUnit
@[match_pattern] abbrev Unit.unit : Unit := PUnit.unit

inductive True : Prop where
  | intro : True

inductive False : Prop

inductive Empty : Type

set_option bootstrap.inductiveCheckResultingUniverse false in
inductive PEmpty : Sort u

def Not (a : Prop) : Prop := a → False

@[macro_inline] def False.elim {C : Sort u} (h : False) : C := h.rec

@[macro_inline] def absurd {a : Prop} {b : Sort v} (h₁ : a) (h₂ : Not a) : b := (h₂ h₁).rec

/-! ## Equality -/

inductive Eq {α : Sort u} : α → α → Prop where
  | refl (a : α) : Eq a a

@[simp] abbrev Eq.ndrec.{u1, u2} {α : Sort u2} {a : α} {motive : α → Sort u1} (m : motive a) {b : α}
    (h : Eq a b) : motive b :=
  h.rec m

@[match_pattern] def rfl {α : Sort u} {a : α} : Eq a a := Eq.refl a

/-- `id` for proofs by reflexivity that `simp` may use in `dsimp`. -/
@[simp] theorem id_eq {α : Sort u} (a : α) : Eq (id a) a := rfl

theorem Eq.subst {α : Sort u} {motive : α → Prop} {a b : α} (h₁ : Eq a b) (h₂ : motive a) : motive b :=
  Eq.ndrec h₂ h₁

theorem Eq.symm {α : Sort u} {a b : α} (h : Eq a b) : Eq b a := h.rec rfl

theorem Eq.trans {α : Sort u} {a b c : α} (h₁ : Eq a b) (h₂ : Eq b c) : Eq a c := h₂.rec h₁

@[macro_inline] def cast {α β : Sort u} (h : Eq α β) (a : α) : β := h.rec a

theorem congrArg {α : Sort u} {β : Sort v} {a₁ a₂ : α} (f : α → β) (h : Eq a₁ a₂) : Eq (f a₁) (f a₂) :=
  h.rec rfl

theorem congr {α : Sort u} {β : Sort v} {f₁ f₂ : α → β} {a₁ a₂ : α} (h₁ : Eq f₁ f₂) (h₂ : Eq a₁ a₂) :
    Eq (f₁ a₁) (f₂ a₂) :=
  h₁.rec (h₂.rec rfl)

theorem congrFun {α : Sort u} {β : α → Sort v} {f g : (x : α) → β x} (h : Eq f g) (a : α) :
    Eq (f a) (g a) :=
  h.rec rfl

inductive HEq : {α : Sort u} → α → {β : Sort u} → β → Prop where
  | refl {α : Sort u} (a : α) : HEq a a

@[match_pattern] protected def HEq.rfl {α : Sort u} {a : α} : HEq a a := HEq.refl a

theorem heq_of_eq {α : Sort u} {a a' : α} (h : Eq a a') : HEq a a' := h.rec (HEq.refl a)

theorem eq_of_heq {α : Sort u} {a a' : α} (h : HEq a a') : Eq a a' :=
  have aux : (α β : Sort u) → (a : α) → (b : β) → HEq a b → (h : Eq α β) → Eq (cast h a) b :=
    fun _ _ _ _ h₁ => h₁.rec (fun _ => rfl)
  aux α α a a' h rfl

/-- Elimination of `Eq b a`, which `subst` uses from the left. -/
@[inline] def Eq.ndrec_symm.{u1, u2} {α : Sort u2} {a : α} {motive : α → Sort u1} (m : motive a) {b : α}
    (h : Eq b a) : motive b :=
  h.symm.rec m

@[inline] def HEq.homo_ndrec.{u1, u2} {α : Sort u2} {a : α} {motive : α → Sort u1} (m : motive a) {b : α}
    (h : HEq a b) : motive b :=
  (eq_of_heq h).rec m

@[inline] def HEq.homo_ndrec_symm.{u1, u2} {α : Sort u2} {a : α} {motive : α → Sort u1} (m : motive a) {b : α}
    (h : HEq b a) : motive b :=
  (eq_of_heq h).symm.rec m

/-! ## Connectives, products, sums -/

structure And (a b : Prop) : Prop where
  intro ::
  left : a
  right : b

inductive Or (a b : Prop) : Prop where
  | inl (h : a) : Or a b
  | inr (h : b) : Or a b

structure Iff (a b : Prop) : Prop where
  intro ::
  mp : a → b
  mpr : b → a

inductive Exists {α : Sort u} (p : α → Prop) : Prop where
  | intro (w : α) (h : p w) : Exists p

structure Prod (α : Type u) (β : Type v) where
  fst : α
  snd : β

structure PProd (α : Sort u) (β : Sort v) where
  fst : α
  snd : β

structure MProd (α β : Type u) where
  fst : α
  snd : β

inductive Sum (α : Type u) (β : Type v) where
  | inl (val : α) : Sum α β
  | inr (val : β) : Sum α β

inductive PSum (α : Sort u) (β : Sort v) where
  | inl (val : α) : PSum α β
  | inr (val : β) : PSum α β

structure Sigma {α : Type u} (β : α → Type v) where
  fst : α
  snd : β fst

structure PSigma {α : Sort u} (β : α → Sort v) where
  fst : α
  snd : β fst

inductive Bool : Type where
  | false : Bool
  | true : Bool
export Bool (false true)

structure Subtype {α : Sort u} (p : α → Prop) where
  val : α
  property : p val

structure ULift.{r, s} (α : Type s) : Type (max s r) where
  up :: down : α

structure PULift.{r, s} (α : Sort s) : Sort (max s r 1) where
  up :: down : α

structure PLift (α : Sort u) : Type u where
  up :: down : α

structure NonScalar where
  val : Unit

/-- The value of a `match` discriminant under a name: `x@p`. -/
@[reducible] def namedPattern {α : Sort u} (x a : α) (_h : Eq x a) : α := a

/-! ## Inhabited types, the axioms -/

class Inhabited (α : Sort u) where
  default : α
export Inhabited (default)

class inductive Nonempty (α : Sort u) : Prop where
  | intro (val : α) : Nonempty α

axiom Classical.choice {α : Sort u} : Nonempty α → α

axiom propext {a b : Prop} : Iff a b → Eq a b

init_quot

/-- Compiled code of `Quot.lift` takes the representative with this. -/
unsafe axiom Quot.lcInv {α : Sort u} {r : α → α → Prop} (q : Quot r) : α

axiom Quot.sound {α : Sort u} {r : α → α → Prop} {a b : α} : r a b → Eq (Quot.mk r a) (Quot.mk r b)

/-- What `sorry` elaborates to. No theorem of this library uses it. -/
@[extern "lean_sorry", never_extract] axiom sorryAx (α : Sort u) (synthetic : Bool) : α

instance instInhabitedSort : Inhabited (Sort u) := ⟨PUnit⟩
instance instInhabitedProp : Inhabited Prop := ⟨True⟩
instance instInhabitedPUnit : Inhabited PUnit := ⟨PUnit.unit⟩

instance instInhabitedForall {α : Sort u} {β : α → Sort v} [(a : α) → Inhabited (β a)] :
    Inhabited ((a : α) → β a) :=
  ⟨fun _ => default⟩

protected theorem Nonempty.elim {α : Sort u} {p : Prop} (h₁ : Nonempty α) (h₂ : α → p) : p := h₁.rec h₂

instance instNonemptyOfInhabited {α : Sort u} [Inhabited α] : Nonempty α := ⟨default⟩

/-! ## Booleans and decidability -/

/-- `b.Reflects p`: the Boolean `b` says whether `p` holds. -/
@[reducible] def Bool.Reflects (b : Bool) (p : Prop) : Prop := b.casesOn (Not p) p

/-- A proposition with a Boolean that says whether it holds. -/
class Decidable (p : Prop) where
  intro ::
  decide : Bool
  reflects_decide : decide.Reflects p

namespace Decidable
variable {p : Prop}

@[match_pattern, reducible] def isFalse (h : Not p) : Decidable p := intro false h

@[match_pattern, reducible] def isTrue (h : p) : Decidable p := intro true h

/-- Cases on an instance speak of `isFalse` and `isTrue`. -/
@[cases_eliminator, induction_eliminator, elab_as_elim] def falseTrueCases {motive : Decidable p → Sort u}
    (d : Decidable p) (isFalse : (h : Not p) → motive (isFalse h)) (isTrue : (h : p) → motive (isTrue h)) :
    motive d :=
  match d with
  | intro false h => isFalse h
  | intro true h => isTrue h

end Decidable

export Decidable (isTrue isFalse decide)

abbrev DecidablePred {α : Sort u} (r : α → Prop) := (a : α) → Decidable (r a)
abbrev DecidableRel {α : Sort u} {β : Sort v} (r : α → β → Prop) := (a : α) → (b : β) → Decidable (r a b)
abbrev DecidableEq (α : Sort u) := (a b : α) → Decidable (Eq a b)

def decEq {α : Sort u} [inst : DecidableEq α] (a b : α) : Decidable (Eq a b) := inst a b

@[macro_inline] def ite {α : Sort u} (c : Prop) [h : Decidable c] (t e : α) : α :=
  match h with
  | isTrue _ => t
  | isFalse _ => e

@[macro_inline] def dite {α : Sort u} (c : Prop) [h : Decidable c] (t : c → α) (e : Not c → α) : α :=
  match h with
  | isTrue hc => t hc
  | isFalse hnc => e hnc

@[macro_inline] def cond {α : Sort u} (c : Bool) (x y : α) : α :=
  match c with
  | true => x
  | false => y

@[macro_inline] def Bool.or (x y : Bool) : Bool :=
  match x with
  | true => true
  | false => y

@[macro_inline] def Bool.and (x y : Bool) : Bool :=
  match x with
  | true => y
  | false => false

@[inline] def Bool.not : Bool → Bool
  | true => false
  | false => true
export Bool (or and not)

instance instInhabitedBool : Inhabited Bool := ⟨false⟩

theorem eq_true_of_ne_false : {b : Bool} → Not (Eq b false) → Eq b true
  | true, _ => rfl
  | false, h => False.elim (h rfl)

theorem eq_false_of_ne_true : {b : Bool} → Not (Eq b true) → Eq b false
  | true, h => False.elim (h rfl)
  | false, _ => rfl

theorem ne_false_of_eq_true : {b : Bool} → Eq b true → Not (Eq b false)
  | true, _ => fun h => Bool.noConfusion h
  | false, h => Bool.noConfusion h

theorem ne_true_of_eq_false : {b : Bool} → Eq b false → Not (Eq b true)
  | true, h => Bool.noConfusion h
  | false, _ => fun h => Bool.noConfusion h

theorem of_decide_eq_true {p : Prop} : [Decidable p] → Eq (decide p) true → p
  | isTrue h, _ => h
  | isFalse _, h => Bool.noConfusion h

theorem of_decide_eq_false {p : Prop} : [Decidable p] → Eq (decide p) false → Not p
  | isTrue _, h => Bool.noConfusion h
  | isFalse h, _ => h

theorem decide_eq_true {p : Prop} : [Decidable p] → p → Eq (decide p) true
  | isTrue _, _ => rfl
  | isFalse h₁, h₂ => absurd h₂ h₁

theorem decide_eq_false {p : Prop} : [Decidable p] → Not p → Eq (decide p) false
  | isTrue h₁, h₂ => absurd h₁ h₂
  | isFalse _, _ => rfl

theorem of_decide_eq_self_eq_true {α : Sort u} [inst : DecidableEq α] (a : α) :
    Eq (decide (Eq a a)) true :=
  match (generalizing := true) inst a a with
  | isTrue _ => rfl
  | isFalse h => absurd rfl h

class BEq (α : Type u) where
  beq : α → α → Bool
open BEq (beq)

instance instBEqOfDecidableEq {α : Type u} [DecidableEq α] : BEq α where
  beq a b := decide (Eq a b)

/-! ## Propositions as truth values -/

theorem trivial : True := ⟨⟩

theorem of_eq_true {p : Prop} (h : Eq p True) : p := h.symm.rec trivial

theorem of_eq_false {p : Prop} (h : Eq p False) : Not p := fun hp => False.elim (h.rec hp)

theorem eq_true {p : Prop} (h : p) : Eq p True := propext ⟨fun _ => trivial, fun _ => h⟩

theorem eq_false {p : Prop} (h : Not p) : Eq p False := propext ⟨h, fun h => h.elim⟩

theorem eq_false' {p : Prop} (h : p → False) : Eq p False := eq_false h

theorem eq_true_of_decide {p : Prop} [Decidable p] (h : Eq (decide p) true) : Eq p True :=
  eq_true (of_decide_eq_true h)

theorem eq_false_of_decide {p : Prop} {_ : Decidable p} (h : Eq (decide p) false) : Eq p False :=
  eq_false (of_decide_eq_false h)

@[simp] theorem eq_self {α : Sort u} (a : α) : Eq (Eq a a) True := eq_true rfl

/-! ## The connectives are decidable

By Boolean operations, so that `decide (p ∧ q)` is `decide p && decide q` by computation. -/

instance instDecidableTrue : Decidable True := isTrue trivial

instance instDecidableFalse : Decidable False := isFalse (fun h => h)

theorem Bool.Reflects.not {p : Prop} : {b : Bool} → b.Reflects p → b.not.Reflects (Not p)
  | true, hp => fun h => h hp
  | false, hp => hp

theorem Bool.Reflects.and {p q : Prop} : {b c : Bool} → b.Reflects p → c.Reflects q → (b.and c).Reflects (And
p q)
  | true, true, hp, hq => ⟨hp, hq⟩
  | true, false, _, hq => fun h => hq h.right
  | false, _, hp, _ => fun h => hp h.left

theorem Bool.Reflects.or {p q : Prop} : {b c : Bool} → b.Reflects p → c.Reflects q → (b.or c).Reflects (Or p
q)
  | true, _, hp, _ => Or.inl hp
  | false, true, _, hq => Or.inr hq
  | false, false, hp, hq => fun h => h.rec hp hq

instance instDecidableNot {p : Prop} [dp : Decidable p] : Decidable (Not p) :=
  .intro (decide p).not dp.reflects_decide.not

@[macro_inline] instance instDecidableAnd {p q : Prop} [dp : Decidable p] [dq : Decidable q] :
    Decidable (And p q) :=
  .intro ((decide p).and (decide q)) (dp.reflects_decide.and dq.reflects_decide)

@[macro_inline] instance instDecidableOr {p q : Prop} [dp : Decidable p] [dq : Decidable q] :
    Decidable (Or p q) :=
  .intro ((decide p).or (decide q)) (dp.reflects_decide.or dq.reflects_decide)

instance instDecidableEqBool : DecidableEq Bool
  | true, true => isTrue rfl
  | false, false => isTrue rfl
  | true, false => isFalse (fun h => Bool.noConfusion h)
  | false, true => isFalse (fun h => Bool.noConfusion h)

attribute [pp_using_anonymous_constructor] And Prod PProd Sigma PSigma Subtype PLift ULift
