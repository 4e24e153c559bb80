prelude
import Init.Option
import Init.List.Basic

/-!
# Loops and state for `do` notation

`for` loops over lists and ranges, `StateT`, `ExceptT`, and the other types that `do` blocks elaborate to.
-/

universe u v w

/-- Goes on after a block that may have ended with `break`. The elaborator of `for` asks for the
matcher of this definition, so it must come before every other `match` on an `Option` here. -/
@[inline] abbrev Break.runK {α : Type u} {β : Type v} (x : Option α) (breakK : Unit → β) (successK : α → β) :
    β :=
  match x with
  | some a => successK a
  | none => breakK ()

/-! ## Loops -/

/-- What one round of a loop says about going on. -/
inductive ForInStep (α : Type u) where
  | done : α → ForInStep α
  | yield : α → ForInStep α
deriving Inhabited

class ForIn.{a, b, c, d} (m : Type c → Type d) (ρ : Type a) (α : outParam (Type b)) where
  forIn {β : Type c} (xs : ρ) (b : β) (f : α → β → m (ForInStep β)) : m β
export ForIn (forIn)

class ForIn'.{a, b, c, d} (m : Type c → Type d) (ρ : Type a) (α : outParam (Type b))
    (mem : outParam (Membership α ρ)) where
  forIn' {β : Type c} (x : ρ) (b : β) (f : (a : α) → a ∈ x → β → m (ForInStep β)) : m β
export ForIn' (forIn')

namespace List
variable {α : Type u} {β : Type v} {m : Type v → Type w}

@[specialize] protected def forIn [Monad m] (as : List α) (init : β) (f : α → β → m (ForInStep β)) : m β :=
  match as with
  | [] => pure init
  | a :: as => do
    match (← f a init) with
    | .done b => pure b
    | .yield b => List.forIn as b f

@[specialize] private def forInMem [Monad m] (as : List α) : (bs : List α) → (∀ a, a ∈ bs → a ∈ as) → β →
    (f : (a : α) → a ∈ as → β → m (ForInStep β)) → m β
  | [], _, b, _ => pure b
  | a :: bs, h, b, f => do
    match (← f a (h a (.head bs)) b) with
    | .done b => pure b
    | .yield b => forInMem as bs (fun a' h' => h a' (.tail a h')) b f

instance [Monad m] : ForIn m (List α) α := ⟨List.forIn⟩
instance [Monad m] : ForIn' m (List α) α inferInstance := ⟨fun as b f => forInMem as as (fun _ h => h) b f⟩

@[specialize] def forM {m : Type u → Type v} [Monad m] {α : Type w} (as : List α) (f : α → m PUnit) :
    m PUnit :=
  match as with
  | [] => pure ⟨⟩
  | a :: as => do f a; List.forM as f

@[specialize] def mapM {m : Type u → Type v} [Monad m] {α : Type w} {β : Type u} (f : α → m β) :
    List α → m (List β)
  | [] => pure []
  | a :: as => do return (← f a) :: (← mapM f as)

@[specialize] def foldlM {m : Type u → Type v} [Monad m] {s : Type u} {α : Type w} (f : s → α → m s) :
    (init : s) → List α → m s
  | s, [] => pure s
  | s, a :: as => do foldlM f (← f s a) as

end List

abbrev throwThe (ε : Type u) {m : Type v → Type w} [MonadExceptOf ε m] {α : Type v} (e : ε) : m α :=
  MonadExceptOf.throw e

abbrev tryCatchThe (ε : Type u) {m : Type v → Type w} [MonadExceptOf ε m] {α : Type v} (x : m α)
    (handle : ε → m α) : m α :=
  MonadExceptOf.tryCatch x handle

instance {m : Type u → Type v} [Monad m] {α : Type w} : ForIn m (Option α) α :=
  ⟨fun o b f => o.toList.forIn b f⟩

/-- The endless loop of `repeat` and `while`. -/
inductive Lean.Loop where
  | mk

@[specialize] partial def Lean.Loop.forIn {β : Type u} {m : Type u → Type v} [Monad m] (init : β)
    (f : Unit → β → m (ForInStep β)) : m β := do
  match (← f () init) with
  | .done b => pure b
  | .yield b => forIn b f

instance {m : Type u → Type v} [Monad m] : ForIn m Lean.Loop Unit := ⟨fun _ b f => Lean.Loop.forIn b f⟩

/-! ## Lifting -/

abbrev liftM {m : Type u → Type v} {n : Type u → Type w} [MonadLiftT m n] {α : Type u} : m α → n α := monadLift

/-- What the elaborator inserts where a computation of one monad is expected in another. -/
@[coe_decl] abbrev Lean.Internal.liftCoeM {m : Type u → Type v} {n : Type u → Type w} {α β : Type u} [MonadLiftT m n]
    [(a : α) → CoeT α a β] [Monad n] (x : m α) : n β := do
  let a ← liftM x
  pure (CoeT.coe a)

@[coe_decl] abbrev Lean.Internal.coeM {m : Type u → Type v} {α β : Type u} [(a : α) → CoeT α a β] [Monad m]
    (x : m α) : m β := do
  let a ← x
  pure (CoeT.coe a)

/-- How `#eval` runs a computation of `m` as one of `n`. -/
class MonadEval (m : semiOutParam (Type u → Type v)) (n : Type u → Type w) where
  monadEval : {α : Type u} → m α → n α

/-- The transitive closure of `MonadEval`. -/
class MonadEvalT (m : Type u → Type v) (n : Type u → Type w) where
  monadEval : {α : Type u} → m α → n α

instance (m n : Type u → Type v) (o : Type u → Type w) [MonadEval n o] [MonadEvalT m n] : MonadEvalT m o :=
  ⟨fun x => MonadEval.monadEval (m := n) (MonadEvalT.monadEval x)⟩
instance (m : Type u → Type v) : MonadEvalT m m := ⟨fun x => x⟩
instance {m : Type u → Type v} {n : Type u → Type w} [MonadLift m n] : MonadEval m n := ⟨MonadLift.monadLift⟩

/-- `f ()`; at run time, `msg` goes to the error output first. -/
@[extern "lean_dbg_trace"] def dbgTrace {α : Type u} (msg : String) (f : Unit → α) : α := f ()

/-! ## Monad transformers -/

/-- A computation with a state of type `σ`. -/
def StateT (σ : Type u) (m : Type u → Type v) (α : Type u) : Type (max u v) := σ → m (α × σ)

abbrev StateM (σ α : Type u) : Type u := StateT σ Id α

class MonadStateOf (σ : semiOutParam (Type u)) (m : Type u → Type v) where
  get : m σ
  set : σ → m PUnit
  modifyGet {α : Type u} : (σ → Prod α σ) → m α

class MonadState (σ : outParam (Type u)) (m : Type u → Type v) where
  get : m σ
  set : σ → m PUnit
  modifyGet {α : Type u} : (σ → Prod α σ) → m α
export MonadState (get modifyGet)

instance (σ : Type u) (m : Type u → Type v) [MonadStateOf σ m] : MonadState σ m :=
  ⟨MonadStateOf.get, MonadStateOf.set, MonadStateOf.modifyGet⟩

abbrev set {σ : Type u} {m : Type u → Type v} [MonadStateOf σ m] : σ → m PUnit := MonadStateOf.set

@[inline] def modify {σ : Type u} {m : Type u → Type v} [MonadState σ m] (f : σ → σ) : m PUnit :=
  modifyGet fun s => (PUnit.unit, f s)

instance (σ : Type u) (m n : Type u → Type v) [MonadLift m n] [MonadStateOf σ m] : MonadStateOf σ n where
  get := MonadLift.monadLift (m := m) MonadStateOf.get
  set s := MonadLift.monadLift (m := m) (MonadStateOf.set s)
  modifyGet f := MonadLift.monadLift (m := m) (MonadStateOf.modifyGet f)

namespace StateT
variable {σ : Type u} {m : Type u → Type v} [Monad m] {α β : Type u}

@[inline] def run {σ : Type u} {m : Type u → Type v} {α : Type u} (x : StateT σ m α) (s : σ) : m (α × σ) :=
  x s

@[inline] def run' (x : StateT σ m α) (s : σ) : m α := (·.1) <$> x s

@[inline] protected def pure (a : α) : StateT σ m α := fun s => pure (a, s)

@[inline] protected def bind (x : StateT σ m α) (f : α → StateT σ m β) : StateT σ m β := fun s => do
  let (a, s) ← x s
  f a s

instance : Monad (StateT σ m) where
  pure := StateT.pure
  bind := StateT.bind

instance : MonadLift m (StateT σ m) := ⟨fun x s => do return (← x, s)⟩

instance : MonadStateOf σ (StateT σ m) where
  get := fun s => pure (s, s)
  set s' := fun _ => pure (⟨⟩, s')
  modifyGet f := fun s => pure (f s)

instance (ε : Type u) [MonadExceptOf ε m] : MonadExceptOf ε (StateT σ m) where
  throw e := fun _ => throwThe ε e
  tryCatch x handle := fun s => tryCatchThe ε (x s) fun e => handle e s

end StateT

/-- A computation that may fail with an `ε`. -/
def ExceptT (ε : Type u) (m : Type u → Type v) (α : Type u) : Type v := m (Except ε α)

namespace ExceptT
variable {ε : Type u} {m : Type u → Type v} [Monad m] {α β : Type u}

@[inline] def mk {ε : Type u} {m : Type u → Type v} {α : Type u} (x : m (Except ε α)) : ExceptT ε m α := x

@[inline] def run {ε : Type u} {m : Type u → Type v} {α : Type u} (x : ExceptT ε m α) : m (Except ε α) := x

@[inline] protected def pure (a : α) : ExceptT ε m α := mk (pure (.ok a))

@[inline] protected def bind (x : ExceptT ε m α) (f : α → ExceptT ε m β) : ExceptT ε m β := mk do
  match (← x.run) with
  | .ok a => f a
  | .error e => pure (.error e)

instance : Monad (ExceptT ε m) where
  pure := ExceptT.pure
  bind := ExceptT.bind

instance : MonadLift m (ExceptT ε m) := ⟨fun x => mk (.ok <$> x)⟩

instance : MonadExceptOf ε (ExceptT ε m) where
  throw e := mk (pure (.error e))
  tryCatch x handle := mk do
    match (← x.run) with
    | .ok a => pure (.ok a)
    | .error e => handle e

end ExceptT

/-- A computation that may stop without a result. -/
def OptionT (m : Type u → Type v) (α : Type u) : Type v := m (Option α)

namespace OptionT
variable {m : Type u → Type v} [Monad m] {α β : Type u}

@[inline] def mk {m : Type u → Type v} {α : Type u} (x : m (Option α)) : OptionT m α := x

@[inline] def run {m : Type u → Type v} {α : Type u} (x : OptionT m α) : m (Option α) := x

@[inline] protected def bind (x : OptionT m α) (f : α → OptionT m β) : OptionT m β := mk do
  match (← x.run) with
  | some a => f a
  | none => pure none

instance : Monad (OptionT m) where
  pure a := mk (pure (some a))
  bind := OptionT.bind

instance : Alternative (OptionT m) where
  failure := mk (pure none)
  orElse x y := mk do
    match (← x.run) with
    | some a => pure (some a)
    | none => y ()

instance : MonadLift m (OptionT m) := ⟨fun x => mk (some <$> x)⟩

end OptionT

/-! ## Leaving blocks early

`return`, `break` and `continue` inside a nested block are results of these types, which the block
around it reads. -/

abbrev EarlyReturnT (ρ : Type u) (m : Type u → Type v) (α : Type u) := ExceptT ρ m α

@[inline] abbrev EarlyReturnT.return {ρ : Type u} {m : Type u → Type v} {α : Type u} [Monad m] (r : ρ) :
    EarlyReturnT ρ m α :=
  throw r

@[inline] abbrev EarlyReturn.runK {ρ α : Type u} {β : Type v} (x : Except ρ α) (ret : ρ → β) (pure : α → β) :
    β :=
  x.casesOn ret pure

abbrev BreakT := OptionT

@[inline] abbrev BreakT.break {α : Type u} {m : Type u → Type v} [Monad m] : BreakT m α := failure

abbrev ContinueT := OptionT

@[inline] abbrev ContinueT.continue {α : Type u} {m : Type u → Type v} [Monad m] : ContinueT m α := failure

@[inline] abbrev Continue.runK {α : Type u} {β : Type v} (x : Option α) (continueK : Unit → β)
    (successK : α → β) : β :=
  x.casesOn (continueK ()) successK
