prelude
import Init.List.Basic
import Init.Function

/-!
# Arrays, and sequences in syntax quotations

Arrays as far as macros need them: `$xs,*` in a quotation is an array of syntax trees.
-/

universe u v

namespace Array
variable {α : Type u} {β : Type v}

@[extern "lean_array_get_size"] def size (as : Array α) : Nat := as.toList.length

/-- What the compiler makes of `getInternal` where the element is only looked at. -/
@[extern "lean_array_fget_borrowed"] def getInternalBorrowed (as : @& Array α) (i : @& Nat)
    (h : i < as.size) : α :=
  as.toList.get ⟨i, h⟩

@[extern "lean_array_fget"] def getInternal (as : Array α) (i : Nat) (h : i < as.size) : α :=
  as.toList.get ⟨i, h⟩

instance : GetElem (Array α) Nat α fun as i => i < as.size where
  getElem as i h := as.getInternal i h

instance : GetElem? (Array α) Nat α fun as i => i < as.size where
  getElem? as i := as.toList[i]?

protected def append (as bs : Array α) : Array α := bs.toList.foldl push as

protected def appendCore (as bs : Array α) : Array α := as.append bs

instance : Append (Array α) := ⟨Array.append⟩

def map (f : α → β) (as : Array α) : Array β := as.toList.foldl (fun bs a => bs.push (f a)) empty

def filter (p : α → Bool) (as : Array α) : Array α :=
  as.toList.foldl (fun bs a => if p a then bs.push a else bs) empty

def foldl (f : β → α → β) (init : β) (as : Array α) : β := as.toList.foldl f init

/-- The elements from index `start` up to, and without, `stop`. -/
def extract (as : Array α) (start : Nat := 0) (stop : Nat := as.size) : Array α :=
  ((as.toList.drop start).take (stop - start)).toArray

def reverse (as : Array α) : Array α := as.toList.reverse.toArray

def isEmpty (as : Array α) : Bool := as.size == 0

instance [BEq α] : BEq (Array α) :=
  ⟨fun as bs => as.size == bs.size && (as.toList.zip bs.toList).all fun (a, b) => a == b⟩

instance [DecidableEq α] : DecidableEq (Array α) := fun ⟨as⟩ ⟨bs⟩ =>
  decidable_of_iff (as = bs) ⟨congrArg mk, congrArg toList⟩

end Array

namespace Lean

def mkNullNode (args : Array Syntax := .empty) : Syntax := .node .none `null args

def mkAtom (val : String) : Syntax := .atom .none val

/-- `a₁ sep a₂ sep ...`, as parsers represent a sequence. -/
def mkSepArray (as : Array Syntax) (sep : Syntax) : Array Syntax :=
  as.foldl (fun r a => if r.isEmpty then r.push a else (r.push sep).push a) .empty

/-- The elements of a sequence without its separators. -/
private def everySecond {α : Type u} : List α → List α
  | a :: _ :: as => a :: everySecond as
  | as => as

def _root_.Array.getSepElems {α : Type u} (as : Array α) : Array α := (everySecond as.toList).toArray

def TSyntaxArray.raw {ks : SyntaxNodeKinds} (as : TSyntaxArray ks) : Array Syntax := as.map (·.raw)

namespace Syntax

def SepArray.getElems {sep : String} (as : SepArray sep) : Array Syntax := as.elemsAndSeps.getSepElems

def TSepArray.getElems {ks : SyntaxNodeKinds} {sep : String} (as : TSepArray ks sep) : TSyntaxArray ks :=
  as.elemsAndSeps.getSepElems.map (⟨·⟩)

def TSepArray.ofElems {ks : SyntaxNodeKinds} {sep : String} (as : TSyntaxArray ks) : TSepArray ks sep :=
  ⟨mkSepArray as.raw (mkAtom sep)⟩

instance {ks : SyntaxNodeKinds} {sep : String} : CoeOut (TSepArray ks sep) (TSyntaxArray ks) :=
  ⟨TSepArray.getElems⟩

instance {ks : SyntaxNodeKinds} {sep : String} : Coe (TSyntaxArray ks) (TSepArray ks sep) :=
  ⟨TSepArray.ofElems⟩

end Syntax
end Lean
