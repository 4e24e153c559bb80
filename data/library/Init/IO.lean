prelude
import Init.Words
import Init.Range

/-!
# Programs with effects

`IO` and the monads below it, as Lean's runtime represents them: a computation takes the state of the world, of which
nothing is left at run time, and gives it back with its result. What the runtime offers is bound; the rest is ours.
-/

set_option bootstrap.inductiveCheckResultingUniverse false
universe u v

/-! ## Readers and lifting -/

abbrev ReaderM (ρ : Type u) := ReaderT ρ Id

class MonadReaderOf (ρ : semiOutParam (Type u)) (m : Type u → Type v) where
  read : m ρ

class MonadReader (ρ : outParam (Type u)) (m : Type u → Type v) where
  read : m ρ
export MonadReader (read)

instance (ρ : Type u) (m : Type u → Type v) [MonadReaderOf ρ m] : MonadReader ρ m := ⟨MonadReaderOf.read⟩
instance {ρ : Type u} {m : Type u → Type v} [Monad m] : MonadReaderOf ρ (ReaderT ρ m) := ⟨fun r => pure r⟩
instance {ρ : Type u} {m n : Type u → Type v} [MonadLift m n] [MonadReaderOf ρ m] : MonadReaderOf ρ n :=
  ⟨MonadLift.monadLift (m := m) MonadReaderOf.read⟩

@[inline] def ReaderT.run {ρ : Type u} {m : Type u → Type v} {α : Type u} (x : ReaderT ρ m α) (r : ρ) : m α := x r

/-! ## State threads -/

/-- A type that is known to have an element, and nothing else about it. -/
def NonemptyType := Subtype fun α : Type u => Nonempty α
abbrev NonemptyType.type (type : NonemptyType.{u}) : Type u := type.val

instance : Inhabited NonemptyType.{u} := ⟨⟨PUnit, ⟨⟨⟩⟩⟩⟩

opaque Void.nonemptyType (σ : Type) : NonemptyType.{0}

/-- The state of a thread, which the compiler leaves out. -/
def Void (σ : Type) : Type := (Void.nonemptyType σ).type

instance Void.instNonempty {σ : Type} : Nonempty (Void σ) := (Void.nonemptyType σ).property

structure ST.Out (σ : Type) (α : Type) where
  val : α
  state : Void σ

/-- A computation that changes the state `σ`. -/
def ST (σ : Type) (α : Type) := Void σ → ST.Out σ α

inductive EST.Out (ε : Type) (σ : Type) (α : Type) where
  | ok : α → Void σ → EST.Out ε σ α
  | error : ε → Void σ → EST.Out ε σ α

/-- A computation that changes the state `σ` and may fail with an `ε`. -/
def EST (ε : Type) (σ : Type) (α : Type) := Void σ → EST.Out ε σ α

@[always_inline, inline] protected def ST.pure {α σ : Type} (x : α) : ST σ α := fun s => ⟨x, s⟩
@[always_inline, inline] protected def ST.bind {α β σ : Type} (x : ST σ α) (f : α → ST σ β) : ST σ β :=
  fun s => match x s with | ⟨a, s⟩ => f a s

instance instMonadST (σ : Type) : Monad (ST σ) where
  pure := ST.pure
  bind := ST.bind

@[always_inline, inline] protected def EST.pure {α ε σ : Type} (a : α) : EST ε σ α := fun s => .ok a s
@[always_inline, inline] protected def EST.bind {ε σ α β : Type} (x : EST ε σ α) (f : α → EST ε σ β) : EST ε σ β :=
  fun s => match x s with
    | .ok a s => f a s
    | .error e s => .error e s
@[always_inline, inline] protected def EST.throw {ε σ α : Type} (e : ε) : EST ε σ α := fun s => .error e s
@[always_inline, inline] protected def EST.tryCatch {ε σ α : Type} (x : EST ε σ α) (handle : ε → EST ε σ α) : EST ε σ α :=
  fun s => match x s with
    | .ok a s => .ok a s
    | .error e s => handle e s

instance instMonadEST (ε σ : Type) : Monad (EST ε σ) where
  pure := EST.pure
  bind := EST.bind
instance (ε σ : Type) : MonadExceptOf ε (EST ε σ) where
  throw := EST.throw
  tryCatch := EST.tryCatch
instance instMonadLiftSTEST {ε σ : Type} : MonadLift (ST σ) (EST ε σ) :=
  ⟨fun x s => match x s with | ⟨a, s⟩ => .ok a s⟩

/-! ## The outside world -/

opaque IO.RealWorld.nonemptyType : NonemptyType.{0}

/-- The state of everything outside the program. -/
def IO.RealWorld : Type := IO.RealWorld.nonemptyType.type

/-- Effects that cannot fail. -/
def BaseIO (α : Type) : Type := ST IO.RealWorld α

instance instMonadBaseIO : Monad BaseIO := inferInstanceAs (Monad (ST IO.RealWorld))

/-- Effects that may fail with an `ε`. -/
def EIO (ε : Type) (α : Type) : Type := EST ε IO.RealWorld α

instance instMonadEIO {ε : Type} : Monad (EIO ε) := inferInstanceAs (Monad (EST ε IO.RealWorld))
instance instMonadExceptOfEIO {ε : Type} : MonadExceptOf ε (EIO ε) :=
  inferInstanceAs (MonadExceptOf ε (EST ε IO.RealWorld))
instance {ε α : Type} [Inhabited ε] : Inhabited (EIO ε α) := ⟨throw default⟩
instance instMonadLiftBaseIOEIO {ε : Type} : MonadLift BaseIO (EIO ε) :=
  inferInstanceAs (MonadLift (ST IO.RealWorld) (EST ε IO.RealWorld))

/-- What goes wrong outside; the system's own errors have a number and an explanation. -/
inductive IO.Error where
  | alreadyExists (filename : Option String) (osCode : UInt32) (details : String)
  | otherError (osCode : UInt32) (details : String)
  | resourceBusy (osCode : UInt32) (details : String)
  | resourceVanished (osCode : UInt32) (details : String)
  | unsupportedOperation (osCode : UInt32) (details : String)
  | hardwareFault (osCode : UInt32) (details : String)
  | unsatisfiedConstraints (osCode : UInt32) (details : String)
  | illegalOperation (osCode : UInt32) (details : String)
  | protocolError (osCode : UInt32) (details : String)
  | timeExpired (osCode : UInt32) (details : String)
  | interrupted (filename : String) (osCode : UInt32) (details : String)
  | noFileOrDirectory (filename : String) (osCode : UInt32) (details : String)
  | invalidArgument (filename : Option String) (osCode : UInt32) (details : String)
  | permissionDenied (filename : Option String) (osCode : UInt32) (details : String)
  | resourceExhausted (filename : Option String) (osCode : UInt32) (details : String)
  | inappropriateType (filename : Option String) (osCode : UInt32) (details : String)
  | noSuchThing (filename : Option String) (osCode : UInt32) (details : String)
  | unexpectedEof
  | userError (msg : String)

/-- Effects that may fail as the system's calls do. -/
abbrev IO : Type → Type := EIO IO.Error

namespace IO

def userError (s : String) : IO.Error := .userError s

@[extern "-"] opaque Error.toString : IO.Error → String

instance : ToString IO.Error := ⟨Error.toString⟩
instance : Coe String IO.Error := ⟨.userError⟩
instance : Inhabited IO.Error := ⟨.unexpectedEof⟩

def ofExcept {ε : Type u} {α : Type} [ToString ε] : Except ε α → IO α
  | .ok a => pure a
  | .error e => throw (.userError (toString e))

namespace FS

/-- Something to write to or to read from. -/
structure Stream where
  flush : IO Unit
  read : USize → IO ByteArray
  write : ByteArray → IO Unit
  getLine : IO String
  putStr : String → IO Unit
  isTty : BaseIO Bool

instance : Inhabited Stream :=
  ⟨{ flush := default, read := default, write := default, getLine := default, putStr := default, isTty := pure true }⟩

def Stream.putStrLn (stream : Stream) (s : String) : IO Unit := stream.putStr (s.push '\n')

end FS

@[extern "lean_get_stdin"] opaque getStdin : BaseIO FS.Stream
@[extern "lean_get_stdout"] opaque getStdout : BaseIO FS.Stream
@[extern "lean_get_stderr"] opaque getStderr : BaseIO FS.Stream

variable {α : Type u} [ToString α]

def print (s : α) : IO Unit := do (← getStdout).putStr (toString s)
def println (s : α) : IO Unit := do (← getStdout).putStrLn (toString s)
def eprint (s : α) : IO Unit := do (← getStderr).putStr (toString s)
def eprintln (s : α) : IO Unit := do (← getStderr).putStrLn (toString s)

@[extern "lean_io_mono_ms_now"] opaque monoMsNow : BaseIO Nat

end IO

