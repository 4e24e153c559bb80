prelude
import Init.Function

/-!
# The markers that `grind` leaves in terms

Each is the identity, or a relation that everybody knows, under a name that only `grind` looks for.
-/

universe u v

namespace Lean.Grind

set_option linter.defProp false in
/-- A proof inside a term: its proposition takes part in congruence, the proof itself does not. -/
def nestedProof (p : Prop) {h : p} : p := h

/-- A decision procedure inside a term. -/
abbrev nestedDecidable {p : Prop} (h : Decidable p) : Decidable p := h

theorem nestedProof_congr (p q : Prop) (h : p = q) (hp : p) (hq : q) :
    HEq (@nestedProof p hp) (@nestedProof q hq) := by
  subst h
  exact HEq.refl _

theorem nestedDecidable_congr (p q : Prop) (h : p = q) (hp : Decidable p) (hq : Decidable q) :
    HEq (@nestedDecidable p hp) (@nestedDecidable q hq) := by
  subst h
  exact heq_of_eq (Subsingleton.elim hp hq)

/-- The condition under which an alternative of a `match` applies. -/
abbrev MatchCond (p : Prop) : Prop := p

/-- `MatchCond` while `simp` is at work, which unfolds what is reducible. -/
def PreMatchCond (p : Prop) : Prop := p

/-- The equation of an alternative of the `match` that `_origin` is. -/
abbrev EqMatch {α : Sort u} (a b : α) {_origin : α} : Prop := a = b

/-- A `match` of which only the discriminants may be simplified. -/
def simpMatchDiscrsOnly {α : Sort u} (a : α) : α := a

/-- A proposition in normal form. -/
def alreadyNorm (p : Prop) : Prop := p

/-- A function that has to be seen as a unit. -/
def abstractFn {α : Sort u} (a : α) : α := a

/-! ## Patterns -/

/-- `t + k` in a pattern. -/
def offset (a b : Nat) : Nat := a + b

/-- `a = b` in the pattern of a lemma that is used backwards. -/
def eqBwdPattern {α : Sort u} (a b : α) : Prop := a = b

/-- `x` in a pattern that finds `val`, with a proof of `x = val`. -/
def genPattern {α : Sort u} (_h : Prop) (x : α) (_val : α) : α := x

/-- `genPattern` for heterogeneous equality. -/
def genHEqPattern {α β : Sort u} (_h : Prop) (x : α) (_val : β) : α := x

/-! ## Injective functions -/

theorem _root_.Function.Injective.leftInverse {α : Sort u} {β : Sort v} (f : α → β) (hf : Function.Injective f)
    [Nonempty α] : ∃ g : β → α, Function.LeftInverse g f := by
  refine ⟨fun b => Classical.epsilon fun a => f a = b, fun a => hf ?_⟩
  exact Classical.epsilon_spec (p := fun a' => f a' = f a) ⟨a, rfl⟩

/-- A left inverse of an injective function. -/
noncomputable def leftInv {α : Sort u} {β : Sort v} (f : α → β) (hf : Function.Injective f) [Nonempty α] : β → α :=
  Classical.choose (hf.leftInverse f)

theorem leftInv_eq {α : Sort u} {β : Sort v} (f : α → β) (hf : Function.Injective f) [Nonempty α] (a : α) :
    leftInv f hf (f a) = a :=
  Classical.choose_spec (hf.leftInverse f) a

/-! ## Printing -/

inductive NodeDef where
  | unit

/-- A numbered node of the equivalence classes. -/
def node_def (_ : Nat) {α : Sort u} {_a : α} : NodeDef := .unit

end Lean.Grind
