prelude
import Init.Operators

/-!
# Option, list, and the monads behind Lean's own macros

The data types of everyday programs and the classes from `Functor` to `Monad`, with the two monads in which
Lean runs macros: `ReaderT` over `EStateM`.
-/

set_option autoImplicit false
set_option checkBinderAnnotations false
set_option bootstrap.genMatcherCode false
universe u v w

/-! ## Data types -/

inductive Option (α : Type u) where
  | none : Option α
  | some (val : α) : Option α
export Option (none some)

inductive List (α : Type u) where
  | nil : List α
  | cons (head : α) (tail : List α) : List α

structure Array (α : Type u) where
  mk ::
  toList : List α

attribute [extern "lean_array_mk"] Array.mk
attribute [extern "lean_array_to_list"] Array.toList

inductive Except (ε : Type u) (α : Type v) where
  | error : ε → Except ε α
  | ok : α → Except ε α

structure Fin (n : Nat) where
  mk ::
  val : Nat
  isLt : LT.lt val n

set_option genCtorIdx false in
/-- The integers: `ofNat n` is `n`, `negSucc n` is `-(n + 1)`. The type is here already for `Std.Format`. -/
inductive Int : Type where
  | ofNat : Nat → Int
  | negSucc : Nat → Int

/-- The number of the constructor. By hand: what Lean would generate cannot be compiled before `Int.decLt`. -/
noncomputable def Int.ctorIdx (t : Int) : Nat :=
  Int.casesOn (motive := fun _ => Nat) t (fun _ => 0) (fun _ => 1)

attribute [extern "lean_nat_to_int"] Int.ofNat
attribute [extern "lean_int_neg_succ_of_nat"] Int.negSucc

instance instOfNat {n : Nat} : OfNat Int n := ⟨.ofNat n⟩
instance instInhabitedInt : Inhabited Int := ⟨.ofNat 0⟩

instance instInhabitedOption {α : Type u} : Inhabited (Option α) := ⟨none⟩
instance instInhabitedList {α : Type u} : Inhabited (List α) := ⟨List.nil⟩
instance instInhabitedArray {α : Type u} : Inhabited (Array α) := ⟨⟨List.nil⟩⟩
instance instInhabitedExcept {ε : Type u} {α : Type v} [Inhabited ε] : Inhabited (Except ε α) :=
  ⟨.error default⟩

/-! ## Functors and monads -/

class Functor (f : Type u → Type v) : Type (max (u+1) v) where
  map : {α β : Type u} → (α → β) → f α → f β
  mapConst : {α β : Type u} → α → f β → f α := fun a => map (fun _ => a)

class Pure (f : Type u → Type v) where
  pure {α : Type u} : α → f α
export Pure (pure)

class Seq (f : Type u → Type v) : Type (max (u+1) v) where
  seq : {α β : Type u} → f (α → β) → (Unit → f α) → f β

class SeqLeft (f : Type u → Type v) : Type (max (u+1) v) where
  seqLeft : {α β : Type u} → f α → (Unit → f β) → f α

class SeqRight (f : Type u → Type v) : Type (max (u+1) v) where
  seqRight : {α β : Type u} → f α → (Unit → f β) → f β

class Bind (m : Type u → Type v) where
  bind : {α β : Type u} → m α → (α → m β) → m β
export Bind (bind)

class Applicative (f : Type u → Type v) extends Functor f, Pure f, Seq f, SeqLeft f, SeqRight f where
  map := fun x y => Seq.seq (pure x) fun _ => y
  seqLeft := fun a b => Seq.seq (Functor.map (Function.const _) a) b
  seqRight := fun a b => Seq.seq (Functor.map (Function.const _ id) a) b

class Monad (m : Type u → Type v) : Type (max (u+1) v) extends Applicative m, Bind m where
  map f x := bind x (fun a => pure (f a))
  seq f x := bind f fun y => Functor.map y (x ())
  seqLeft x y := bind x fun a => bind (y ()) (fun _ => pure a)
  seqRight x y := bind x fun _ => y ()

class Alternative (f : Type u → Type v) : Type (max (u+1) v) extends Applicative f where
  failure : {α : Type u} → f α
  orElse : {α : Type u} → f α → (Unit → f α) → f α
export Alternative (failure)

instance instOrElseOfAlternative {f : Type u → Type v} {α : Type u} [Alternative f] : OrElse (f α) :=
  ⟨Alternative.orElse⟩

instance instInhabitedForallOfMonad {m : Type u → Type v} {α : Type u} [Monad m] : Inhabited (α → m α) :=
  ⟨pure⟩

instance instInhabitedOfMonad {m : Type u → Type v} {α : Type u} [Inhabited α] [Monad m] : Inhabited (m α) :=
  ⟨pure default⟩

class MonadLift (m : semiOutParam (Type u → Type v)) (n : Type u → Type w) where
  monadLift : {α : Type u} → m α → n α

class MonadLiftT (m : Type u → Type v) (n : Type u → Type w) where
  monadLift : {α : Type u} → m α → n α
export MonadLiftT (monadLift)

instance instMonadLiftTOfMonadLift (m n : Type u → Type v) (o : Type u → Type w) [MonadLift n o]
    [MonadLiftT m n] :
    MonadLiftT m o :=
  ⟨fun x => MonadLift.monadLift (monadLift x : n _)⟩

instance instMonadLiftT (m : Type u → Type v) : MonadLiftT m m := ⟨fun x => x⟩

class MonadExceptOf (ε : semiOutParam (Type u)) (m : Type v → Type w) where
  throw {α : Type v} : ε → m α
  tryCatch {α : Type v} (body : m α) (handler : ε → m α) : m α

class MonadExcept (ε : outParam (Type u)) (m : Type v → Type w) where
  throw {α : Type v} : ε → m α
  tryCatch {α : Type v} (body : m α) (handler : ε → m α) : m α
export MonadExcept (throw tryCatch)

instance instMonadExceptOfMonadExceptOf (ε : Type u) (m : Type v → Type w) [MonadExceptOf ε m] :
    MonadExcept ε m :=
  ⟨MonadExceptOf.throw, MonadExceptOf.tryCatch⟩

/-! ## Reader and state with errors -/

def ReaderT (ρ : Type u) (m : Type u → Type v) (α : Type u) : Type (max u v) := (a : ρ) → m α

@[always_inline, inline] protected def ReaderT.pure {ρ : Type u} {m : Type u → Type v} [Monad m] {α : Type u}
    (a : α) : ReaderT ρ m α :=
  fun _ => Pure.pure a

@[always_inline, inline] protected def ReaderT.bind {ρ : Type u} {m : Type u → Type v} [Monad m]
    {α β : Type u} (x : ReaderT ρ m α) (f : α → ReaderT ρ m β) : ReaderT ρ m β :=
  fun r => Bind.bind (x r) (fun a => f a r)

instance ReaderT.instMonad {ρ : Type u} {m : Type u → Type v} [Monad m] : Monad (ReaderT ρ m) where
  pure := ReaderT.pure
  bind := ReaderT.bind

instance ReaderT.instMonadLift {ρ : Type u} {m : Type u → Type v} : MonadLift m (ReaderT ρ m) where
  monadLift x := fun _ => x

instance ReaderT.instMonadExceptOf {ρ ε : Type u} {m : Type u → Type v} [MonadExceptOf ε m] :
    MonadExceptOf ε (ReaderT ρ m) where
  throw e := fun _ => MonadExceptOf.throw e
  tryCatch x handle := fun r => MonadExceptOf.tryCatch (x r) (fun e => handle e r)

inductive EStateM.Result (ε σ α : Type u) where
  | ok : α → σ → EStateM.Result ε σ α
  | error : ε → σ → EStateM.Result ε σ α

def EStateM (ε σ α : Type u) := σ → EStateM.Result ε σ α

@[always_inline, inline] protected def EStateM.pure {ε σ α : Type u} (a : α) : EStateM ε σ α :=
  fun s => .ok a s

@[always_inline, inline] protected def EStateM.bind {ε σ α β : Type u} (x : EStateM ε σ α)
    (f : α → EStateM ε σ β) : EStateM ε σ β := fun s =>
  match x s with
  | .ok a s => f a s
  | .error e s => .error e s

@[always_inline] instance EStateM.instMonad {ε σ : Type u} : Monad (EStateM ε σ) where
  pure := EStateM.pure
  bind := EStateM.bind

instance EStateM.instMonadExceptOf {ε σ : Type u} : MonadExceptOf ε (EStateM ε σ) where
  throw e := fun s => .error e s
  tryCatch x handle := fun s =>
    match x s with
    | .error e s => handle e s
    | .ok a s => .ok a s
