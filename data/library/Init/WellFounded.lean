prelude
import Init.Congruence

/-!
# Well-founded recursion

Accessibility, well-founded relations and their constructions; recursion on a measure in `Nat`, which is what
`termination_by` compiles to.
-/

universe u v w

/-- `x` is accessible: every descending chain from `x` ends. -/
inductive Acc {α : Sort u} (r : α → α → Prop) : α → Prop where
  | intro (x : α) (h : (y : α) → r y x → Acc r y) : Acc r x

theorem Acc.inv {α : Sort u} {r : α → α → Prop} {x y : α} (h₁ : Acc r x) (h₂ : r y x) : Acc r y :=
  h₁.recOn (fun _ ac₁ _ h₂ => ac₁ y h₂) h₂

inductive WellFounded {α : Sort u} (r : α → α → Prop) : Prop where
  | intro (h : ∀ a, Acc r a) : WellFounded r

/-- The relation that well-founded recursion on `α` uses by default. -/
class WellFoundedRelation (α : Sort u) where
  rel : α → α → Prop
  wf : WellFounded rel

namespace WellFounded

theorem apply {α : Sort u} {r : α → α → Prop} (wf : WellFounded r) (a : α) : Acc r a := wf.rec (fun p => p) a

section Fix
variable {α : Sort u} {C : α → Sort v} {r : α → α → Prop}

theorem recursion {C : α → Prop} (hwf : WellFounded r) (a : α) (h : ∀ x, (∀ y, r y x → C y) → C x) : C a := by
  induction hwf.apply a with
  | intro x _ ih => exact h x ih

theorem induction {C : α → Prop} (hwf : WellFounded r) (a : α) (h : ∀ x, (∀ y, r y x → C y) → C x) : C a :=
  hwf.recursion a h

noncomputable def fixF (F : (x : α) → ((y : α) → r y x → C y) → C x) (x : α) (a : Acc r x) : C x :=
  Acc.rec (fun x₁ _ ih => F x₁ ih) a

theorem fixF_eq (F : (x : α) → ((y : α) → r y x → C y) → C x) (x : α) (acx : Acc r x) :
    fixF F x acx = F x (fun (y : α) (p : r y x) => fixF F y (Acc.inv acx p)) := by
  cases acx with
  | intro x _ => rfl

@[irreducible] noncomputable def fix (hwf : WellFounded r) (F : (x : α) → ((y : α) → r y x → C y) → C x)
    (x : α) : C x :=
  fixF F x (apply hwf x)

unseal fix in
theorem fix_eq (hwf : WellFounded r) (F : (x : α) → ((y : α) → r y x → C y) → C x) (x : α) :
    fix hwf F x = F x (fun y _ => fix hwf F y) :=
  fixF_eq F x (apply hwf x)

end Fix
end WellFounded

/-! ## Inverse images and measures -/

@[reducible] def InvImage {α : Sort u} {β : Sort v} (r : β → β → Prop) (f : α → β) : α → α → Prop :=
  fun a₁ a₂ => r (f a₁) (f a₂)

namespace InvImage

private theorem accAux {α : Sort u} {β : Sort v} {r : β → β → Prop} (f : α → β) {b : β} (ac : Acc r b) :
    (x : α) → f x = b → Acc (InvImage r f) x := by
  induction ac with
  | intro x _ ih =>
    intro z e
    subst e
    exact Acc.intro z fun y lt => ih (f y) lt y rfl

theorem accessible {α : Sort u} {β : Sort v} {r : β → β → Prop} {a : α} (f : α → β) (ac : Acc r (f a)) :
    Acc (InvImage r f) a :=
  accAux f ac a rfl

theorem wf {α : Sort u} {β : Sort v} {r : β → β → Prop} (f : α → β) (h : WellFounded r) :
    WellFounded (InvImage r f) :=
  ⟨fun a => accessible f (h.apply (f a))⟩

end InvImage

@[reducible] def invImage {α : Sort u} {β : Sort v} (f : α → β) (h : WellFoundedRelation β) :
    WellFoundedRelation α where
  rel := InvImage h.rel f
  wf := InvImage.wf f h.wf

/-- A subrelation of `r`: fewer pairs. -/
def Subrelation {α : Sort u} (q r : α → α → Prop) : Prop := ∀ {x y}, q x y → r x y

theorem Subrelation.accessible {α : Sort u} {r q : α → α → Prop} {a : α} (h₁ : Subrelation q r)
    (ac : Acc r a) : Acc q a := by
  induction ac with
  | intro x _ ih => exact Acc.intro x fun y h => ih y (h₁ h)

theorem Subrelation.wf {α : Sort u} {r q : α → α → Prop} (h₁ : Subrelation q r) (h₂ : WellFounded r) :
    WellFounded q :=
  ⟨fun a => Subrelation.accessible h₁ (h₂.apply a)⟩

theorem Nat.lt_wfRel.wf_aux (n : Nat) : Acc (fun a b : Nat => a < b) n := by
  induction n with
  | zero => exact Acc.intro _ fun m h => absurd h (Nat.not_succ_le_zero m)
  | succ n ih =>
    refine Acc.intro _ fun m h => ?_
    have h' : Nat.le m n := Nat.le_of_succ_le_succ h
    cases h' with
    | refl => exact ih
    | step h'' => exact ih.inv (Nat.succ_le_succ h'')

instance Nat.lt_wfRel : WellFoundedRelation Nat where
  rel := fun a b => a < b
  wf := ⟨Nat.lt_wfRel.wf_aux⟩

abbrev measure {α : Sort u} (f : α → Nat) : WellFoundedRelation α := invImage f Nat.lt_wfRel

abbrev sizeOfWFRel {α : Sort u} [SizeOf α] : WellFoundedRelation α := measure sizeOf

instance (priority := low) instWellFoundedRelationOfSizeOf {α : Sort u} [SizeOf α] : WellFoundedRelation α :=
  sizeOfWFRel

/-! ## Recursion on a measure

Unlike `WellFounded.fix`, this fixpoint recurses on a bound of the measure, so that the kernel can compute
with it. -/

namespace WellFounded.Nat
variable {α : Sort u} {motive : α → Sort v} (h : α → Nat)
  (F : (x : α) → ((y : α) → InvImage (· < ·) h y x → motive y) → motive x)

/-- The fixpoint at `x`, whose measure is below `fuel`. -/
def fix.go (fuel : Nat) (x : α) (hfuel : h x < fuel) : motive x :=
  match fuel with
  | .zero => absurd hfuel (Nat.not_succ_le_zero _)
  | .succ fuel => F x fun y hy => fix.go fuel y (Nat.le_trans hy (Nat.le_of_succ_le_succ hfuel))

@[irreducible] def fix (x : α) : motive x := fix.go h F (.succ (h x)) x Nat.le.refl

private theorem fix.go_congr (fuel : Nat) : (fuel' : Nat) → (x : α) → (h₁ : h x < fuel) → (h₂ : h x < fuel') →
    fix.go h F fuel x h₁ = fix.go h F fuel' x h₂ := by
  induction fuel with
  | zero => exact fun _ _ h₁ => absurd h₁ (Nat.not_succ_le_zero _)
  | succ fuel ih =>
    intro fuel' x h₁ h₂
    cases fuel' with
    | zero => exact absurd h₂ (Nat.not_succ_le_zero _)
    | succ fuel' => exact congrArg (F x) (funext fun y => funext fun hy => ih fuel' y _ _)

unseal fix in
theorem fix_eq (x : α) : fix h F x = F x (fun y _ => fix h F y) :=
  congrArg (F x) (funext fun y => funext fun _ => fix.go_congr h F _ _ y _ Nat.le.refl)

end WellFounded.Nat

/-! ## Lexicographic products -/

namespace Prod
variable {α : Type u} {β : Type v} {ra : α → α → Prop} {rb : β → β → Prop}

protected inductive Lex (ra : α → α → Prop) (rb : β → β → Prop) : α × β → α × β → Prop where
  | left {a₁ : α} (b₁ : β) {a₂ : α} (b₂ : β) (h : ra a₁ a₂) : Prod.Lex ra rb (a₁, b₁) (a₂, b₂)
  | right (a : α) {b₁ b₂ : β} (h : rb b₁ b₂) : Prod.Lex ra rb (a, b₁) (a, b₂)

theorem lexAccessible {a : α} (aca : Acc ra a) (acb : (b : β) → Acc rb b) (b : β) :
    Acc (Prod.Lex ra rb) (a, b) := by
  induction aca generalizing b with
  | intro xa _ iha =>
    induction acb b with
    | intro xb _ ihb =>
      refine Acc.intro _ fun p lt => ?_
      cases lt with
      | left b₁ _ h => exact iha _ h b₁
      | right _ h => exact ihb _ h

@[reducible] def lex (ha : WellFoundedRelation α) (hb : WellFoundedRelation β) :
    WellFoundedRelation (α × β) where
  rel := Prod.Lex ha.rel hb.rel
  wf := ⟨fun (_, b) => lexAccessible (ha.wf.apply _) hb.wf.apply b⟩

instance instWellFoundedRelation [ha : WellFoundedRelation α] [hb : WellFoundedRelation β] :
    WellFoundedRelation (α × β) :=
  lex ha hb

end Prod

namespace PSigma
variable {α : Sort u} {β : α → Sort v} {r : α → α → Prop} {s : (a : α) → β a → β a → Prop}

protected inductive Lex (r : α → α → Prop) (s : (a : α) → β a → β a → Prop) : PSigma β → PSigma β → Prop where
  | left : {a₁ : α} → (b₁ : β a₁) → {a₂ : α} → (b₂ : β a₂) → r a₁ a₂ → PSigma.Lex r s ⟨a₁, b₁⟩ ⟨a₂, b₂⟩
  | right : (a : α) → {b₁ b₂ : β a} → s a b₁ b₂ → PSigma.Lex r s ⟨a, b₁⟩ ⟨a, b₂⟩

theorem lexAccessible {a : α} (aca : Acc r a) (acb : (a : α) → WellFounded (s a)) (b : β a) :
    Acc (PSigma.Lex r s) ⟨a, b⟩ := by
  induction aca with
  | intro xa _ iha =>
    induction (acb xa).apply b with
    | intro xb _ ihb =>
      refine Acc.intro _ fun p lt => ?_
      cases lt with
      | left b₁ _ h => exact iha _ h b₁
      | right _ h => exact ihb _ h

@[reducible] def lex (ha : WellFoundedRelation α) (hb : (a : α) → WellFoundedRelation (β a)) :
    WellFoundedRelation (PSigma β) where
  rel := PSigma.Lex ha.rel (fun a => (hb a).rel)
  wf := ⟨fun ⟨a, b⟩ => lexAccessible (ha.wf.apply a) (fun a => (hb a).wf) b⟩

instance instWellFoundedRelation [ha : WellFoundedRelation α] [hb : (a : α) → WellFoundedRelation (β a)] :
    WellFoundedRelation (PSigma β) :=
  lex ha hb

end PSigma

/-! ## What the elaborator puts into recursive definitions -/

/-- Marks a parameter of a recursive function while its termination proof is prepared. -/
@[implicit_reducible] def wfParam {α : Sort u} (a : α) : α := a

/-- The identity, sealed: it keeps a definition from unfolding by accident. -/
opaque Lean.opaqueId {α : Sort u} (x : α) : α := x

/-- `e`; in it, `binder` tells how the bound variable `v` is to be called. -/
@[simp ↓] def binderNameHint {α : Sort u} {β : Sort v} {γ : Sort w} (_v : α) (_binder : β) (e : γ) : γ := e

/-- In a recursive definition: what a branch may assume is at hand for its termination proof. -/
@[wf_preprocess] theorem ite_eq_dite {α : Sort u} {P : Prop} [Decidable P] (a b : α) :
    ite P a b = dite P (fun h => binderNameHint h () a) (fun h => binderNameHint h () b) := rfl
