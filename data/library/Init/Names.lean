prelude
import Init.Text

/-!
# Lean's names and syntax trees

The objects that parsers, macros and unexpanders of the shared library exchange with Lean code. Their layout
in memory is fixed by the library: constructors and fields must keep this order.
-/

set_option autoImplicit false
set_option bootstrap.genMatcherCode false
universe u v

namespace Lean

/-! ## Names -/

/-- A hierarchical name. The compiled object also holds a hash, hence the two overrides below. -/
inductive Name where
  | anonymous : Name
  | str (pre : Name) (str : String)
  | num (pre : Name) (i : Nat)

@[extern "lean_name_str"] opaque Name.str._override (pre : Name) (s : String) : Name := Name.str pre s
@[extern "lean_name_num"] opaque Name.num._override (pre : Name) (i : Nat) : Name := Name.num pre i
attribute [implemented_by Lean.Name.str._override] Name.str
attribute [implemented_by Lean.Name.num._override] Name.num

instance : Inhabited Name := ⟨.anonymous⟩
export Name (anonymous)

abbrev Name.mkStr (p : Name) (s : String) : Name := .str p s
abbrev Name.mkNum (p : Name) (v : Nat) : Name := .num p v
abbrev Name.mkSimple (s : String) : Name := .str .anonymous s

/-! A name literal of `n` components elaborates to `mkStrₙ`. -/

@[reducible] def Name.mkStr1 (s₁ : String) : Name := .str .anonymous s₁
@[reducible] def Name.mkStr2 (s₁ s₂ : String) : Name := .str (mkStr1 s₁) s₂
@[reducible] def Name.mkStr3 (s₁ s₂ s₃ : String) : Name := .str (mkStr2 s₁ s₂) s₃
@[reducible] def Name.mkStr4 (s₁ s₂ s₃ s₄ : String) : Name := .str (mkStr3 s₁ s₂ s₃) s₄
@[reducible] def Name.mkStr5 (s₁ s₂ s₃ s₄ s₅ : String) : Name := .str (mkStr4 s₁ s₂ s₃ s₄) s₅
@[reducible] def Name.mkStr6 (s₁ s₂ s₃ s₄ s₅ s₆ : String) : Name := .str (mkStr5 s₁ s₂ s₃ s₄ s₅) s₆
@[reducible] def Name.mkStr7 (s₁ s₂ s₃ s₄ s₅ s₆ s₇ : String) : Name := .str (mkStr6 s₁ s₂ s₃ s₄ s₅ s₆) s₇
@[reducible] def Name.mkStr8 (s₁ s₂ s₃ s₄ s₅ s₆ s₇ s₈ : String) : Name :=
  .str (mkStr7 s₁ s₂ s₃ s₄ s₅ s₆ s₇) s₈

/-! ## Syntax trees -/

inductive SourceInfo where
  | original (leading : Substring.Raw) (pos : String.Pos.Raw) (trailing : Substring.Raw)
      (endPos : String.Pos.Raw)
  | synthetic (pos endPos : String.Pos.Raw) (canonical : Bool := false)
  | protected none

instance : Inhabited SourceInfo := ⟨.none⟩

abbrev SyntaxNodeKind := Name
abbrev SyntaxNodeKinds := List SyntaxNodeKind

inductive Syntax.Preresolved where
  | «namespace» (ns : Name)
  | decl (n : Name) (fields : List String)

inductive Syntax where
  | missing : Syntax
  | node (info : SourceInfo) (kind : SyntaxNodeKind) (args : Array Syntax) : Syntax
  | atom (info : SourceInfo) (val : String) : Syntax
  | ident (info : SourceInfo) (rawVal : Substring.Raw) (val : Name) (preresolved : List Syntax.Preresolved) :
      Syntax

instance : Inhabited Syntax := ⟨.missing⟩

/-- Syntax known to be of one of the kinds `ks`. -/
structure TSyntax (ks : SyntaxNodeKinds) where
  raw : Syntax

instance {ks : SyntaxNodeKinds} : Inhabited (TSyntax ks) := ⟨⟨default⟩⟩

/-- A sequence of syntax trees with separators, as `$xs,*` binds it. -/
structure Syntax.TSepArray (ks : SyntaxNodeKinds) (sep : String) where
  elemsAndSeps : Array Syntax

structure Syntax.SepArray (sep : String) where
  elemsAndSeps : Array Syntax

abbrev TSyntaxArray (ks : SyntaxNodeKinds) := Array (TSyntax ks)

/-! ## Parsers -/

inductive ParserDescr where
  | const (name : Name)
  | unary (name : Name) (p : ParserDescr)
  | binary (name : Name) (p₁ p₂ : ParserDescr)
  | node (kind : SyntaxNodeKind) (prec : Nat) (p : ParserDescr)
  | trailingNode (kind : SyntaxNodeKind) (prec lhsPrec : Nat) (p : ParserDescr)
  | symbol (val : String)
  | nonReservedSymbol (val : String) (includeIdent : Bool)
  | cat (catName : Name) (rbp : Nat)
  | parser (declName : Name)
  | nodeWithAntiquot (name : String) (kind : SyntaxNodeKind) (p : ParserDescr)
  | sepBy (p : ParserDescr) (sep : String) (psep : ParserDescr) (allowTrailingSep : Bool := false)
  | sepBy1 (p : ParserDescr) (sep : String) (psep : ParserDescr) (allowTrailingSep : Bool := false)
  | unicodeSymbol (val asciiVal : String) (preserveForPP : Bool)

instance : Inhabited ParserDescr := ⟨.symbol (.ofList .nil)⟩

abbrev TrailingParserDescr := ParserDescr

structure Parser.Category where
  mk ::

/-! ## Macros -/

abbrev MacroScope := Nat

/-- The methods that Lean hands to macros: opaque to us, only compiled macros look inside. -/
opaque Macro.MethodsRefPointed : Subtype fun α : Type => Nonempty α := ⟨Unit, ⟨.unit⟩⟩
def Macro.MethodsRef : Type := Macro.MethodsRefPointed.val

structure Macro.Context where
  methods : Macro.MethodsRef
  quotContext : Name
  currMacroScope : MacroScope
  currRecDepth : Nat
  maxRecDepth : Nat
  ref : Syntax

inductive Macro.Exception where
  | error : Syntax → String → Exception
  | unsupportedSyntax : Exception

structure Macro.State where
  macroScope : MacroScope
  expandedMacroDecls : List Name := .nil
  traceMsgs : List (Prod Name String) := .nil

abbrev MacroM := ReaderT Macro.Context (EStateM Macro.Exception Macro.State)
abbrev Macro := Syntax → MacroM Syntax

/-- Notation for printing: turns an application back into the syntax of a user. -/
abbrev PrettyPrinter.UnexpandM := ReaderT Syntax (EStateM Unit Unit)
abbrev PrettyPrinter.Unexpander := Syntax → UnexpandM Syntax

instance : Inhabited Macro := ⟨fun _ _ s => .error .unsupportedSyntax s⟩
instance : Inhabited PrettyPrinter.Unexpander := ⟨fun _ _ s => .error () s⟩

end Lean
