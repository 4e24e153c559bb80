prelude
import Init.String
import Init.ReprInt
import Init.Array

/-!
# Strings for programs: cutting, comparing, reading numbers
-/

namespace String

def startsWith (s pre : String) : Bool := pre.isPrefixOf s
def endsWith (s post : String) : Bool := (ofList post.toList.reverse).isPrefixOf (ofList s.toList.reverse)
def filter (p : Char → Bool) (s : String) : String := ofList (s.toList.filter p)
def capitalize (s : String) : String :=
  match s.toList with
  | [] => s
  | c :: cs => ofList (c.toUpper :: cs)

private def splitBy (sep : List Char) : (fuel : Nat) → (word rest : List Char) → List String
  | 0, word, _ => [ofList word.reverse]
  | _, word, [] => [ofList word.reverse]
  | fuel + 1, word, c :: cs =>
    if isPrefixOf.go sep (c :: cs) then ofList word.reverse :: splitBy sep fuel [] ((c :: cs).drop sep.length)
    else splitBy sep fuel (c :: word) cs

/-- The pieces between the occurrences of `sep`. -/
def splitOn (s : String) (sep : String := " ") : List String :=
  if sep.isEmpty then [s] else splitBy sep.toList s.length [] s.toList

def replace (s pattern replacement : String) : String := intercalate replacement (s.splitOn pattern)

def isInt (s : String) : Bool :=
  match s.toList with
  | '-' :: cs => (ofList cs).isNat
  | _ => s.isNat

def toInt? (s : String) : Option Int :=
  match s.toList with
  | '-' :: cs => (ofList cs).toNat?.map fun (n : Nat) => -(n : Int)
  | _ => s.toNat?.map fun (n : Nat) => (n : Int)

def toNat! (s : String) : Nat := s.toNat?.getD 0
def toInt! (s : String) : Int := s.toInt?.getD 0

end String
