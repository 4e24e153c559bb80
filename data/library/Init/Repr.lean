prelude
import Init.String

/-!
# Printing values

Lean's document type `Std.Format`, whose layout is fixed by the shared library, and the class `Repr` behind
`#eval` and `deriving Repr`.
-/

universe u v

namespace Std

/-- How a group breaks into lines when it does not fit. -/
inductive Format.FlattenBehavior where
  | allOrNone
  | fill
deriving Inhabited, DecidableEq

inductive Format where
  | nil : Format
  | line : Format
  | align (force : Bool) : Format
  | text : String → Format
  | nest (indent : Int) : Format → Format
  | append : Format → Format → Format
  | group : Format → (behavior : Format.FlattenBehavior := .allOrNone) → Format
  | tag : Nat → Format → Format
deriving Inhabited

class ToFormat (α : Type u) where
  format : α → Format
export ToFormat (format)

namespace Format

instance : Append Format := ⟨Format.append⟩
instance : Coe String Format := ⟨text⟩
instance : ToFormat Format := ⟨fun f => f⟩
instance : ToFormat String := ⟨text⟩

/-- The text of a document in lines of at most `width` characters where possible. -/
@[extern "-"] opaque pretty (f : Format) (width : Nat := 120) (indent : Nat := 0) (column : Nat := 0) : String

def bracket (l : String) (x : Format) (r : String) : Format :=
  group (nest (Int.ofNat l.length) (text l ++ x ++ text r))

def paren (f : Format) : Format := bracket "(" f ")"

def sbracket (f : Format) : Format := bracket "[" f "]"

/-- `nest` by two columns, the usual indentation. -/
def nestD (f : Format) : Format := nest (Int.ofNat 2) f

def indentD (f : Format) : Format := nestD (.line ++ f)

def fill (f : Format) : Format := group f (behavior := .fill)

def joinSep {α : Type u} [ToFormat α] : List α → Format → Format
  | [], _ => nil
  | [a], _ => format a
  | a :: as, sep => format a ++ sep ++ joinSep as sep

end Format

instance : ToString Format := ⟨fun f => f.pretty⟩

end Std

open Std

/-- `reprPrec a prec` is `a` as Lean source, in parentheses where an argument of precedence `prec` needs
them. -/
class Repr (α : Type u) where
  reprPrec : α → Nat → Format
export Repr (reprPrec)

abbrev repr {α : Type u} [Repr α] (a : α) : Format := reprPrec a 0

abbrev reprStr {α : Type u} [Repr α] (a : α) : String := (reprPrec a 0).pretty

abbrev reprArg {α : Type u} [Repr α] (a : α) : Format := reprPrec a max_prec

/-- Types whose values fit on a line together. -/
class ReprAtom (α : Type u)

def Repr.addAppParen (f : Format) (prec : Nat) : Format := if prec >= 1024 then Format.paren f else f

/-! ## Instances -/

instance {α : Type u} [Repr α] : Repr (Id α) := inferInstanceAs (Repr α)
instance : Repr Empty := ⟨fun a _ => nomatch a⟩
instance : Repr Bool := ⟨fun b _ => cond b "true" "false"⟩
instance : Repr Unit := ⟨fun _ _ => "()"⟩
instance instReprNat : Repr Nat := ⟨fun n _ => n.repr⟩
instance {n : Nat} : Repr (Fin n) := ⟨fun i _ => i.val.repr⟩
instance {p : Prop} : Repr (Decidable p) where
  reprPrec
    | .isTrue _, prec => Repr.addAppParen "isTrue _" prec
    | .isFalse _, prec => Repr.addAppParen "isFalse _" prec

/-- A character as it stands in a literal, escaped where needed. -/
def Char.quoteCore (c : Char) : String :=
  if c == '\n' then "\\n" else if c == '\t' then "\\t" else if c == '\\' then "\\\\"
  else if c == '"' then "\\\"" else singleton c
where
  singleton (c : Char) : String := String.singleton c

protected def Char.quote (c : Char) : String :=
  if c == '\'' then "'\\''" else if c == '"' then "'\"'" else "'" ++ c.quoteCore ++ "'"

protected def String.quote (s : String) : String := s.foldl (fun q c => q ++ c.quoteCore) "\"" ++ "\""

instance : Repr Char := ⟨fun c _ => c.quote⟩
instance : Repr String := ⟨fun s _ => s.quote⟩

instance {α : Type u} [Repr α] : Repr (Option α) where
  reprPrec
    | none, _ => "none"
    | some a, prec => Repr.addAppParen ("some " ++ reprArg a) prec

instance {α : Type u} {β : Type v} [Repr α] [Repr β] : Repr (α ⊕ β) where
  reprPrec
    | .inl a, prec => Repr.addAppParen ("Sum.inl " ++ reprArg a) prec
    | .inr b, prec => Repr.addAppParen ("Sum.inr " ++ reprArg b) prec

/-- The components of a tuple, for `(a, b, c)` rather than `(a, (b, c))`. -/
class ReprTuple (α : Type u) where
  reprTuple : α → List Format → List Format
export ReprTuple (reprTuple)

instance {α : Type u} [Repr α] : ReprTuple α := ⟨fun a fs => repr a :: fs⟩

instance instReprTupleProd {α : Type u} {β : Type v} [Repr α] [ReprTuple β] : ReprTuple (α × β) :=
  ⟨fun (a, b) fs => reprTuple b (repr a :: fs)⟩

instance {α : Type u} {β : Type v} [Repr α] [ReprTuple β] : Repr (α × β) where
  reprPrec := fun (a, b) _ =>
    Format.bracket "(" (Format.joinSep (reprTuple b [repr a]).reverse ("," ++ Format.line)) ")"

instance {α : Type u} {p : α → Prop} [Repr α] : Repr (Subtype p) := ⟨fun s prec => reprPrec s.val prec⟩

instance {α : Type u} {β : α → Type v} [Repr α] [(x : α) → Repr (β x)] : Repr (Sigma β) :=
  ⟨fun ⟨a, b⟩ _ => Format.bracket "⟨" (repr a ++ ", " ++ repr b) "⟩"⟩

protected def List.repr {α : Type u} [Repr α] (as : List α) (_prec : Nat) : Format :=
  match as with
  | [] => "[]"
  | as => Format.bracket "[" (Format.joinSep (as.map repr) ("," ++ Format.line)) "]"

instance {α : Type u} [Repr α] : Repr (List α) := ⟨List.repr⟩
instance {α : Type u} [Repr α] : Repr (Array α) := ⟨fun a prec => "#" ++ reprPrec a.toList prec⟩

instance {ε : Type u} {α : Type v} [Repr ε] [Repr α] : Repr (Except ε α) where
  reprPrec
    | .error e, prec => Repr.addAppParen ("Except.error " ++ reprArg e) prec
    | .ok a, prec => Repr.addAppParen ("Except.ok " ++ reprArg a) prec
