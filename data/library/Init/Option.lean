prelude
import Init.Function

/-!
# Optional values

The functions on `Option`, their simp lemmas, and `Option` as a monad; the identity monad for pure `do`
blocks.
-/

universe u v w

deriving instance DecidableEq for Option
deriving instance BEq for Option

namespace Option
variable {α : Type u} {β : Type v} {γ : Type w}

@[inline] protected def bind : Option α → (α → Option β) → Option β
  | none, _ => none
  | some a, f => f a

@[inline] protected def map (f : α → β) : Option α → Option β
  | some x => some (f x)
  | none => none

@[macro_inline] def getD (opt : Option α) (dflt : α) : α :=
  match opt with
  | some x => x
  | none => dflt

@[inline] def isSome : Option α → Bool
  | some _ => true
  | none => false

@[inline] def isNone : Option α → Bool
  | some _ => false
  | none => true

@[inline] def get {α : Type u} : (o : Option α) → isSome o → α
  | some x, _ => x

def get! {α : Type u} [Inhabited α] : Option α → α
  | some x => x
  | none => default

@[inline] protected def filter (p : α → Bool) : Option α → Option α
  | some a => if p a then some a else none
  | none => none

@[inline] protected def elim : Option α → β → (α → β) → β
  | some x, _, f => f x
  | none, y, _ => y

@[macro_inline] protected def orElse : (o : Option α) → (Unit → Option α) → Option α
  | some a, _ => some a
  | none, b => b ()

@[macro_inline] protected def or : (o₁ : Option α) → (o₂ : Option α) → Option α
  | some a, _ => some a
  | none, b => b

@[inline] def join (x : Option (Option α)) : Option α := x.bind id

def toList : Option α → List α
  | none => []
  | some a => [a]

instance : OrElse (Option α) := ⟨Option.orElse⟩

instance instFunctor : Functor Option := ⟨Option.map, fun a o => o.map fun _ => a⟩

instance instMonad : Monad Option where
  pure := some
  bind := Option.bind
  map := Option.map

instance instAlternative : Alternative Option where
  failure := none
  orElse := Option.orElse

instance : Membership α (Option α) := ⟨fun b a => b = some a⟩

/-! ## Lemmas -/

@[simp] theorem mem_def {a : α} {b : Option α} : a ∈ b ↔ b = some a := Iff.rfl
theorem some_ne_none (x : α) : some x ≠ none := fun h => Option.noConfusion rfl (heq_of_eq h)
@[simp] theorem some_inj {a b : α} : some a = some b ↔ a = b := ⟨some.inj, congrArg some⟩
@[simp] theorem getD_none {a : α} : getD none a = a := rfl
@[simp] theorem getD_some {a b : α} : getD (some a) b = a := rfl
@[simp] theorem get_some {x : α} {h : isSome (some x)} : (some x).get h = x := rfl
@[simp] theorem some_get : (x : Option α) → (h : isSome x) → some (x.get h) = x
  | some _, _ => rfl
@[simp] theorem isSome_none : @isSome α none = false := rfl
@[simp] theorem isSome_some {a : α} : isSome (some a) = true := rfl
@[simp] theorem isNone_none : @isNone α none = true := rfl
@[simp] theorem isNone_some {a : α} : isNone (some a) = false := rfl
theorem isSome_iff_exists {x : Option α} : isSome x ↔ ∃ a, x = some a := by cases x <;> simp
@[simp] theorem isNone_iff_eq_none {o : Option α} : o.isNone ↔ o = none := by cases o <;> simp
theorem ne_none_iff_exists {o : Option α} : o ≠ none ↔ ∃ x, some x = o := by cases o <;> simp
theorem ne_none_iff_exists' {o : Option α} : o ≠ none ↔ ∃ x, o = some x := by cases o <;> simp
theorem ne_none_iff_isSome {o : Option α} : o ≠ none ↔ o.isSome := by cases o <;> simp
theorem eq_none_iff_forall_ne_some {o : Option α} : o = none ↔ ∀ a, o ≠ some a := by cases o <;> simp
theorem isSome_iff_ne_none {o : Option α} : o.isSome ↔ o ≠ none := ne_none_iff_isSome.symm
@[simp] theorem not_isSome {o : Option α} : o.isSome = false ↔ o.isNone = true := by cases o <;> simp
@[simp] theorem bind_none (f : α → Option β) : none.bind f = none := rfl
@[simp] theorem bind_some (a : α) (f : α → Option β) : (some a).bind f = f a := rfl
@[simp] theorem bind_fun_some (x : Option α) : x.bind some = x := by cases x <;> rfl
@[simp] theorem bind_fun_none (x : Option α) : x.bind (fun _ => none (α := β)) = none := by cases x <;> rfl
theorem bind_assoc (x : Option α) (f : α → Option β) (g : β → Option γ) :
    (x.bind f).bind g = x.bind fun y => (f y).bind g := by cases x <;> rfl
theorem bind_eq_some_iff {o : Option α} {f : α → Option β} {b : β} :
    o.bind f = some b ↔ ∃ a, o = some a ∧ f a = some b := by cases o <;> simp
@[simp] theorem bind_eq_none_iff {o : Option α} {f : α → Option β} :
    o.bind f = none ↔ ∀ a, o = some a → f a = none := by cases o <;> simp
@[simp] theorem map_none (f : α → β) : none.map f = none := rfl
@[simp] theorem map_some (a : α) (f : α → β) : (some a).map f = some (f a) := rfl
@[simp] theorem map_eq_none_iff {x : Option α} {f : α → β} : x.map f = none ↔ x = none := by cases x <;> simp
@[simp] theorem map_eq_some_iff {x : Option α} {f : α → β} {b : β} :
    x.map f = some b ↔ ∃ a, x = some a ∧ f a = b := by cases x <;> simp
@[simp] theorem map_id_fun {α : Type u} : Option.map (id : α → α) = id := by funext x; cases x <;> rfl
@[simp] theorem map_id_apply {x : Option α} : Option.map id x = x := by cases x <;> rfl
theorem map_id : (Option.map id : Option α → Option α) = id := funext fun _ => map_id_apply
@[simp] theorem map_id' {x : Option α} : x.map (fun a => a) = x := by cases x <;> rfl
@[simp] theorem map_map (h : β → γ) (g : α → β) (x : Option α) : (x.map g).map h = x.map (h ∘ g) := by
  cases x <;> rfl
theorem comp_map (h : β → γ) (g : α → β) (x : Option α) : x.map (h ∘ g) = (x.map g).map h :=
  (map_map h g x).symm
@[simp] theorem isSome_map {x : Option α} {f : α → β} : (x.map f).isSome = x.isSome := by cases x <;> rfl
@[simp] theorem isNone_map {x : Option α} {f : α → β} : (x.map f).isNone = x.isNone := by cases x <;> rfl
@[simp] theorem filter_none (p : α → Bool) : none.filter p = none := rfl
theorem filter_some {p : α → Bool} {a : α} : Option.filter p (some a) = if p a then some a else none := rfl
@[simp] theorem orElse_none {o : Unit → Option α} : none.orElse o = o () := rfl
@[simp] theorem orElse_some {a : α} {o : Unit → Option α} : (some a).orElse o = some a := rfl
@[simp] theorem none_or {o : Option α} : none.or o = o := rfl
@[simp] theorem some_or {a : α} {o : Option α} : (some a).or o = some a := rfl
@[simp] theorem or_none : {o : Option α} → o.or none = o
  | none => rfl
  | some _ => rfl
@[simp] theorem toList_none : (none : Option α).toList = [] := rfl
@[simp] theorem toList_some {a : α} : (some a).toList = [a] := rfl
@[simp] theorem elim_none {x : β} {f : α → β} : Option.elim none x f = x := rfl
@[simp] theorem elim_some {x : β} {f : α → β} {a : α} : Option.elim (some a) x f = f a := rfl
@[simp] theorem join_none : (none : Option (Option α)).join = none := rfl
@[simp] theorem join_some {x : Option α} : (some x).join = x := rfl
@[simp] theorem pure_def : pure = @some α := rfl
@[simp] theorem bind_eq_bind {α β : Type u} : bind = @Option.bind α β := rfl
@[simp] theorem map_eq_map {α β : Type u} {f : α → β} : Functor.map f = Option.map f := rfl
@[ext] theorem ext : {o₁ o₂ : Option α} → (∀ a, o₁ = some a ↔ o₂ = some a) → o₁ = o₂
  | none, none, _ => rfl
  | some _, _, h => ((h _).1 rfl).symm
  | _, some _, h => (h _).2 rfl
@[simp] protected theorem «forall» {p : Option α → Prop} : (∀ x, p x) ↔ p none ∧ ∀ x, p (some x) :=
  ⟨fun h => ⟨h none, fun x => h (some x)⟩, fun h x => match x with | none => h.1 | some x => h.2 x⟩
@[simp] protected theorem «exists» {p : Option α → Prop} : (∃ x, p x) ↔ p none ∨ ∃ x, p (some x) :=
  ⟨fun | ⟨none, h⟩ => .inl h | ⟨some x, h⟩ => .inr ⟨x, h⟩, fun h => h.elim (⟨none, ·⟩) fun ⟨x, h⟩ =>
    ⟨some x, h⟩⟩

end Option

/-! ## Other monads -/

/-- The identity monad, for `do` blocks without effects. -/
def Id (type : Type u) : Type u := type

instance Id.instMonad : Monad Id where
  pure x := x
  bind x f := f x
  map f x := f x

@[inline] protected def Id.run {α : Type u} (x : Id α) : α := x

namespace Except
variable {ε : Type u} {α : Type v} {β : Type w}

@[inline] protected def map (f : α → β) : Except ε α → Except ε β
  | .error e => .error e
  | .ok a => .ok (f a)

@[inline] protected def bind (ma : Except ε α) (f : α → Except ε β) : Except ε β :=
  match ma with
  | .error e => .error e
  | .ok a => f a

instance instMonad : Monad (Except ε) where
  pure := Except.ok
  bind := Except.bind
  map := Except.map

instance instMonadExceptOf : MonadExceptOf ε (Except ε) where
  throw := Except.error
  tryCatch ma handle := match ma with
    | .error e => handle e
    | .ok a => .ok a

deriving instance DecidableEq for Except

end Except
