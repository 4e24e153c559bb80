prelude
import Init.Coe

/-!
# Syntax quotations

What `` `(tactic| ...) ``, `macro`, `notation` and `macro_rules` of a user elaborate to. Building and
inspecting trees is done by the compiled functions of the shared library; here they get their types.
-/

universe u v

/-! ## Arrays -/

@[extern "lean_mk_empty_array_with_capacity"] def Array.emptyWithCapacity {α : Type u} (_c : Nat) : Array α :=
  ⟨[]⟩

/-- `as` with `b` at its end; the model of `Array.push`. -/
private def List.snoc {α : Type u} : List α → α → List α
  | [], b => [b]
  | a :: as, b => a :: snoc as b

@[extern "lean_array_push"] def Array.push {α : Type u} (as : Array α) (a : α) : Array α := ⟨as.toList.snoc a⟩

abbrev Array.mkEmpty {α : Type u} (c : Nat) : Array α := Array.emptyWithCapacity c

def Array.empty {α : Type u} : Array α := emptyWithCapacity 0

namespace Array
variable {α : Type u}

def mkArray0 : Array α := emptyWithCapacity 0
def mkArray1 (a₁ : α) : Array α := (emptyWithCapacity 1).push a₁
def mkArray2 (a₁ a₂ : α) : Array α := (mkArray1 a₁).push a₂
def mkArray3 (a₁ a₂ a₃ : α) : Array α := (mkArray2 a₁ a₂).push a₃
def mkArray4 (a₁ a₂ a₃ a₄ : α) : Array α := (mkArray3 a₁ a₂ a₃).push a₄
def mkArray5 (a₁ a₂ a₃ a₄ a₅ : α) : Array α := (mkArray4 a₁ a₂ a₃ a₄).push a₅
def mkArray6 (a₁ a₂ a₃ a₄ a₅ a₆ : α) : Array α := (mkArray5 a₁ a₂ a₃ a₄ a₅).push a₆
def mkArray7 (a₁ a₂ a₃ a₄ a₅ a₆ a₇ : α) : Array α := (mkArray6 a₁ a₂ a₃ a₄ a₅ a₆).push a₇
def mkArray8 (a₁ a₂ a₃ a₄ a₅ a₆ a₇ a₈ : α) : Array α := (mkArray7 a₁ a₂ a₃ a₄ a₅ a₆ a₇).push a₈

end Array

namespace Lean

/-! ## Building syntax -/

def Syntax.node1 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ : Syntax) : Syntax :=
  .node info kind (.mkArray1 a₁)
def Syntax.node2 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ : Syntax) : Syntax :=
  .node info kind (.mkArray2 a₁ a₂)
def Syntax.node3 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ : Syntax) : Syntax :=
  .node info kind (.mkArray3 a₁ a₂ a₃)
def Syntax.node4 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ : Syntax) : Syntax :=
  .node info kind (.mkArray4 a₁ a₂ a₃ a₄)
def Syntax.node5 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ a₅ : Syntax) : Syntax :=
  .node info kind (.mkArray5 a₁ a₂ a₃ a₄ a₅)
def Syntax.node6 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ a₅ a₆ : Syntax) : Syntax :=
  .node info kind (.mkArray6 a₁ a₂ a₃ a₄ a₅ a₆)
def Syntax.node7 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ a₅ a₆ a₇ : Syntax) : Syntax :=
  .node info kind (.mkArray7 a₁ a₂ a₃ a₄ a₅ a₆ a₇)
def Syntax.node8 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ a₅ a₆ a₇ a₈ : Syntax) : Syntax :=
  .node info kind (.mkArray8 a₁ a₂ a₃ a₄ a₅ a₆ a₇ a₈)

@[extern "-"] opaque _root_.String.toRawSubstring' (s : String) : Substring.Raw
@[extern "-"] opaque _root_.String.toRawSubstring (s : String) : Substring.Raw
@[extern "-"] opaque SourceInfo.fromRef (ref : Syntax) (canonical : Bool := false) : SourceInfo
@[extern "-"] opaque addMacroScope (mainModule n : Name) (scp : MacroScope) : Name
@[extern "-"] opaque replaceRef (ref oldRef : Syntax) : Syntax

/-! ## Inspecting syntax -/

@[extern "-"] opaque Syntax.isOfKind (stx : Syntax) (k : SyntaxNodeKind) : Bool
@[extern "-"] opaque Syntax.getArg (stx : Syntax) (i : Nat) : Syntax
@[extern "-"] opaque Syntax.getArgs (stx : Syntax) : Array Syntax
@[extern "-"] opaque Syntax.getNumArgs (stx : Syntax) : Nat
@[extern "-"] opaque Syntax.matchesNull (stx : Syntax) (n : Nat) : Bool
@[extern "-"] opaque Syntax.matchesIdent (stx : Syntax) (id : Name) : Bool
@[extern "-"] opaque Syntax.matchesLit (stx : Syntax) (k : SyntaxNodeKind) (val : String) : Bool

/-! ## Coercions between kinds of syntax

The kinds are written out because name literals of `SyntaxNodeKinds` need the first of these coercions. -/

instance (k : Name) : CoeDep Name k SyntaxNodeKinds := ⟨[k]⟩
instance {ks : SyntaxNodeKinds} : CoeOut (TSyntax ks) Syntax := ⟨fun x => x.raw⟩
instance : Coe (TSyntax [`ident]) (TSyntax [`term]) := ⟨fun x => ⟨x.raw⟩⟩
instance : Coe (TSyntax [`num]) (TSyntax [`term]) := ⟨fun x => ⟨x.raw⟩⟩
instance : Coe (TSyntax [`str]) (TSyntax [`term]) := ⟨fun x => ⟨x.raw⟩⟩
instance : Coe (TSyntax [`char]) (TSyntax [`term]) := ⟨fun x => ⟨x.raw⟩⟩
instance {k : SyntaxNodeKind} {ks : List SyntaxNodeKind} : CoeTail (TSyntax [k]) (TSyntax (k :: ks)) :=
  ⟨fun x => ⟨x.raw⟩⟩

/-! ## Hygiene -/

/-- A monad that knows the piece of source it works on, for error positions. -/
class MonadRef (m : Type → Type) where
  getRef : m Syntax
  withRef {α : Type} : Syntax → m α → m α
export MonadRef (getRef)

/-- A monad in which quotations can be elaborated: it provides fresh macro scopes. -/
class MonadQuotation (m : Type → Type) extends MonadRef m where
  getCurrMacroScope : m MacroScope
  getContext : m Name
  withFreshMacroScope {α : Type} : m α → m α
export MonadQuotation (getCurrMacroScope withFreshMacroScope)

def MonadRef.mkInfoFromRefPos {m : Type → Type} [Monad m] [MonadRef m] : m SourceInfo :=
  bind getRef fun ref => pure (SourceInfo.fromRef ref)

def withRef {m : Type → Type} [Monad m] [MonadRef m] {α : Type} (ref : Syntax) (x : m α) : m α :=
  bind getRef fun oldRef => MonadRef.withRef (replaceRef ref oldRef) x

instance : MonadQuotation MacroM where
  getRef := fun ctx s => .ok ctx.ref s
  withRef ref x := fun ctx => x { ctx with ref := ref }
  getCurrMacroScope := fun ctx s => .ok ctx.currMacroScope s
  getContext := fun ctx s => .ok ctx.quotContext s
  withFreshMacroScope x := fun ctx s =>
    x { ctx with currMacroScope := s.macroScope } { s with macroScope := s.macroScope + 1 }

instance : MonadQuotation PrettyPrinter.UnexpandM where
  getRef := fun ref s => .ok ref s
  withRef ref x := fun _ => x ref
  getCurrMacroScope := fun _ s => .ok 0 s
  getContext := fun _ s => .ok `_fakeMod s
  withFreshMacroScope x := x

/-- Fail a macro with a message at `ref`. -/
def Macro.throwErrorAt {α : Type} (ref : Syntax) (msg : String) : MacroM α :=
  fun _ s => .error (.error ref msg) s

def Macro.throwError {α : Type} (msg : String) : MacroM α := fun ctx s => .error (.error ctx.ref msg) s

def Macro.throwUnsupported {α : Type} : MacroM α := fun _ s => .error .unsupportedSyntax s

end Lean
