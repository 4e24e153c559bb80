prelude
import Init.Option
import Init.List.Lemmas

/-!
# Characters and strings

The everyday functions on text. At run time the functions marked `extern` are the compiled ones of the shared
library; their definitions here say what they compute.
-/

universe u v

instance instLTUInt32 : LT UInt32 := ⟨fun a b => a.toNat < b.toNat⟩
instance instLEUInt32 : LE UInt32 := ⟨fun a b => a.toNat ≤ b.toNat⟩
instance (a b : UInt32) : Decidable (a < b) := inferInstanceAs (Decidable (a.toNat < b.toNat))
instance (a b : UInt32) : Decidable (a ≤ b) := inferInstanceAs (Decidable (a.toNat ≤ b.toNat))

namespace Char

instance instLT : LT Char := ⟨fun a b => a.val < b.val⟩
instance instLE : LE Char := ⟨fun a b => a.val ≤ b.val⟩
instance (a b : Char) : Decidable (a < b) := inferInstanceAs (Decidable (a.val < b.val))
instance (a b : Char) : Decidable (a ≤ b) := inferInstanceAs (Decidable (a.val ≤ b.val))

def isWhitespace (c : Char) : Bool := c == ' ' || c == '\t' || c == '\r' || c == '\n'
def isUpper (c : Char) : Bool := 'A' ≤ c && c ≤ 'Z'
def isLower (c : Char) : Bool := 'a' ≤ c && c ≤ 'z'
def isAlpha (c : Char) : Bool := c.isUpper || c.isLower
def isDigit (c : Char) : Bool := '0' ≤ c && c ≤ '9'
def isAlphanum (c : Char) : Bool := c.isAlpha || c.isDigit
def toLower (c : Char) : Char := if c.isUpper then ofNat (c.toNat + 32) else c
def toUpper (c : Char) : Char := if c.isLower then ofNat (c.toNat - 32) else c

end Char

namespace Nat

/-- The digit `n` in bases up to sixteen. -/
def digitChar (n : Nat) : Char :=
  if n < 10 then Char.ofNat (48 + n) else if n < 16 then Char.ofNat (87 + n) else '*'

def toDigitsCore (base : Nat) : (fuel n : Nat) → List Char → List Char
  | 0, _, ds => ds
  | fuel + 1, n, ds =>
    if n / base = 0 then digitChar (n % base) :: ds
    else toDigitsCore base fuel (n / base) (digitChar (n % base) :: ds)

/-- The digits of `n`, most significant first. -/
def toDigits (base n : Nat) : List Char := toDigitsCore base (n + 1) n []

protected def repr (n : Nat) : String := .ofList (toDigits 10 n)

end Nat

namespace String

@[extern "lean_string_append"] protected def append (s t : String) : String := ofList (s.toList ++ t.toList)

instance instAppend : Append String := ⟨String.append⟩

@[extern "lean_string_length"] def length (s : String) : Nat := s.toList.length

@[extern "lean_string_push"] def push (s : String) (c : Char) : String := ofList (s.toList ++ [c])

def singleton (c : Char) : String := "".push c

def isEmpty (s : String) : Bool := s == ""

def join (l : List String) : String := l.foldl (· ++ ·) ""

/-- The strings of a list with `s` between them. -/
def intercalate (s : String) : List String → String
  | [] => ""
  | [a] => a
  | a :: b :: as => a ++ s ++ intercalate s (b :: as)

def map (f : Char → Char) (s : String) : String := ofList (s.toList.map f)

def foldl {β : Type u} (f : β → Char → β) (init : β) (s : String) : β := s.toList.foldl f init

def any (s : String) (p : Char → Bool) : Bool := s.toList.any p

def all (s : String) (p : Char → Bool) : Bool := s.toList.all p

def contains (s : String) (c : Char) : Bool := s.any (· == c)

def toUpper (s : String) : String := s.map Char.toUpper

def toLower (s : String) : String := s.map Char.toLower

def isPrefixOf (p s : String) : Bool := go p.toList s.toList
where
  go : List Char → List Char → Bool
    | [], _ => true
    | c :: cs, d :: ds => c == d && go cs ds
    | _ :: _, [] => false

def isNat (s : String) : Bool := !s.isEmpty && s.all Char.isDigit

def toNat? (s : String) : Option Nat :=
  if s.isNat then some (s.foldl (fun n c => n * 10 + (c.toNat - 48)) 0) else none

@[ext] protected theorem ext {s t : String} (h : s.toList = t.toList) : s = t := by
  cases s
  cases t
  exact congrArg ofList h

@[simp] theorem toList_ofList {l : List Char} : (ofList l).toList = l := rfl
@[simp] theorem ofList_toList {s : String} : ofList s.toList = s := rfl
@[simp] theorem toList_append {s t : String} : (s ++ t).toList = s.toList ++ t.toList := rfl
@[simp] theorem append_empty {s : String} : s ++ "" = s := String.ext (List.append_nil s.toList)
@[simp] theorem empty_append {s : String} : "" ++ s = s := rfl
theorem append_assoc {s t u : String} : s ++ t ++ u = s ++ (t ++ u) :=
  String.ext (List.append_assoc s.toList t.toList u.toList)
@[simp] theorem length_append {s t : String} : (s ++ t).length = s.length + t.length :=
  List.length_append (as := s.toList) (bs := t.toList)
@[simp] theorem length_toList {s : String} : s.toList.length = s.length := rfl
@[simp] theorem length_ofList {l : List Char} : (ofList l).length = l.length := rfl

/-- Alphabetical order by code points. -/
protected def lt (s t : String) : Prop := go s.toList t.toList = true
where
  go : List Char → List Char → Bool
    | _, [] => false
    | [], _ :: _ => true
    | c :: cs, d :: ds => c < d || (c == d && go cs ds)

instance instLT : LT String := ⟨String.lt⟩
instance (s t : String) : Decidable (s < t) := inferInstanceAs (Decidable (lt.go s.toList t.toList = true))

end String

@[inline] def List.asString (cs : List Char) : String := .ofList cs

@[inline] def Char.toString (c : Char) : String := String.singleton c

/-! ## Conversion to text -/

/-- `toString a` is text for a reader, without quotes. -/
class ToString (α : Type u) where
  toString : α → String
export ToString (toString)

instance {α : Type u} [ToString α] : ToString (Id α) := ⟨fun a => toString (α := α) a⟩
instance : ToString String := ⟨fun s => s⟩
instance : ToString Char := ⟨Char.toString⟩
instance instToStringBool : ToString Bool := ⟨fun b => cond b "true" "false"⟩
instance instToStringNat : ToString Nat := ⟨Nat.repr⟩
instance : ToString Unit := ⟨fun _ => "()"⟩
instance {p : Prop} : ToString (Decidable p) :=
  ⟨fun h => match h with | isTrue _ => "true" | isFalse _ => "false"⟩
instance {n : Nat} : ToString (Fin n) := ⟨fun i => toString i.val⟩

protected def List.toString {α : Type u} [ToString α] (as : List α) : String :=
  "[" ++ String.intercalate ", " (as.map toString) ++ "]"

instance {α : Type u} [ToString α] : ToString (List α) := ⟨List.toString⟩
instance {α : Type u} [ToString α] : ToString (Array α) := ⟨fun a => "#" ++ toString a.toList⟩
instance {α : Type u} [ToString α] : ToString (Option α) where
  toString
    | none => "none"
    | some a => "(some " ++ toString a ++ ")"
instance {α : Type u} {β : Type v} [ToString α] [ToString β] : ToString (α ⊕ β) where
  toString
    | .inl a => "(inl " ++ toString a ++ ")"
    | .inr b => "(inr " ++ toString b ++ ")"
instance {α : Type u} {β : Type v} [ToString α] [ToString β] : ToString (α × β) where
  toString := fun (a, b) => "(" ++ toString a ++ ", " ++ toString b ++ ")"
