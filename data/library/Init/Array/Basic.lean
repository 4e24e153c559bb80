prelude
import Init.Array
import Init.Range
import Init.List.Sort

/-!
# Arrays for programs, and what is true of them

An array is modelled by the list of its elements; functions marked `extern` are the compiled ones.
-/

universe u v w

namespace Array
variable {α : Type u} {β : Type v}

/-! ## Operations -/

def replicate {α : Type u} (n : Nat) (v : α) : Array α := (List.replicate n v).toArray
def range (n : Nat) : Array Nat := (List.range n).toArray
def singleton (v : α) : Array α := #[v]

@[extern "lean_array_pop"] def pop (xs : Array α) : Array α := xs.toList.dropLast.toArray

private def setAt : List α → Nat → α → List α
  | [], _, _ => []
  | _ :: as, 0, v => v :: as
  | a :: as, i + 1, v => a :: setAt as i v

/-- The array with `v` at index `i`, the same array if there is no such index. -/
@[extern "lean_array_set"] def set! (xs : Array α) (i : @& Nat) (v : α) : Array α := (setAt xs.toList i v).toArray
def setIfInBounds (xs : Array α) (i : Nat) (v : α) : Array α := (setAt xs.toList i v).toArray
@[extern "lean_array_fset"] def set (xs : Array α) (i : @& Nat) (v : α) (_h : i < xs.size := by get_elem_tactic) : Array α :=
  (setAt xs.toList i v).toArray
def modify (xs : Array α) (i : Nat) (f : α → α) : Array α :=
  match xs[i]? with
  | none => xs
  | some a => xs.set! i (f a)
def swapIfInBounds (xs : Array α) (i j : Nat) : Array α :=
  match xs[i]?, xs[j]? with
  | some a, some b => (xs.set! i b).set! j a
  | _, _ => xs

def back? (xs : Array α) : Option α := xs.toList.getLast?
def back! [Inhabited α] (xs : Array α) : α := (xs.toList.getLast?).getD default
def getD (xs : Array α) (i : Nat) (v : α) : α := xs[i]?.getD v
def contains [BEq α] (xs : Array α) (a : α) : Bool := xs.toList.contains a
def any (xs : Array α) (p : α → Bool) : Bool := xs.toList.any p
def all (xs : Array α) (p : α → Bool) : Bool := xs.toList.all p
def find? (p : α → Bool) (xs : Array α) : Option α := xs.toList.find? p
def foldr (f : α → β → β) (init : β) (xs : Array α) : β := xs.toList.foldr f init
def filterMap (f : α → Option β) (xs : Array α) : Array β := (xs.toList.filterMap f).toArray
def flatMap (f : α → Array β) (xs : Array α) : Array β := xs.foldl (fun bs a => bs ++ f a) #[]
def flatten (xss : Array (Array α)) : Array α := xss.foldl (fun r a => r ++ a) #[]
def zip (xs : Array α) (ys : Array β) : Array (α × β) := (xs.toList.zip ys.toList).toArray
def sum [Add α] [Zero α] (xs : Array α) : α := xs.toList.sum
def take (xs : Array α) (i : Nat) : Array α := xs.extract 0 i
def drop (xs : Array α) (i : Nat) : Array α := xs.extract i
def mapM {m : Type v → Type w} [Monad m] {β : Type v} (f : α → m β) (xs : Array α) : m (Array β) := do
  return (← xs.toList.mapM f).toArray
def foldlM {m : Type v → Type w} [Monad m] {β : Type v} (f : β → α → m β) (init : β) (xs : Array α) : m β :=
  xs.toList.foldlM f init
def forM {m : Type v → Type w} [Monad m] (f : α → m PUnit) (xs : Array α) : m PUnit := xs.toList.forM f
def mapIdx (f : Nat → α → β) (xs : Array α) : Array β := (go 0 xs.toList).toArray
where
  go : Nat → List α → List β
    | _, [] => []
    | i, a :: as => f i a :: go (i + 1) as

/-- Sorted so that no element is `lt` than one before it. -/
def qsort (xs : Array α) (lt : α → α → Bool := by exact (· < ·)) : Array α :=
  (xs.toList.mergeSort fun a b => !lt b a).toArray

instance {m : Type v → Type w} [Monad m] : ForIn m (Array α) α := ⟨fun xs b f => xs.toList.forIn b f⟩

instance : Membership α (Array α) := ⟨fun xs a => a ∈ xs.toList⟩
instance [DecidableEq α] (a : α) (xs : Array α) : Decidable (a ∈ xs) := inferInstanceAs (Decidable (a ∈ xs.toList))

/-! ## Lemmas -/

@[ext] protected theorem ext' {xs ys : Array α} (h : xs.toList = ys.toList) : xs = ys := by
  cases xs
  cases ys
  exact congrArg mk h

theorem mem_def {a : α} {xs : Array α} : a ∈ xs ↔ a ∈ xs.toList := .rfl
@[simp] theorem mem_toList_iff {a : α} {xs : Array α} : a ∈ xs.toList ↔ a ∈ xs := .rfl
@[simp] theorem size_toArray (l : List α) : l.toArray.size = l.length := rfl
@[simp] theorem length_toList {xs : Array α} : xs.toList.length = xs.size := rfl
@[simp] theorem toList_toArray (l : List α) : l.toArray.toList = l := rfl
@[simp] theorem toArray_toList (xs : Array α) : xs.toList.toArray = xs := rfl
@[simp] theorem toList_push {xs : Array α} {x : α} : (xs.push x).toList = xs.toList ++ [x] := go xs.toList
where
  go : (l : List α) → (l.toArray.push x).toList = l ++ [x]
    | [] => rfl
    | b :: l => congrArg (b :: ·) (go l)
@[simp] theorem size_push {xs : Array α} (v : α) : (xs.push v).size = xs.size + 1 := by
  rw [← length_toList, toList_push, List.length_append]
  rfl
@[simp] theorem size_empty : (#[] : Array α).size = 0 := rfl
@[simp] theorem mem_push {xs : Array α} {x y : α} : x ∈ xs.push y ↔ x ∈ xs ∨ x = y := by
  show x ∈ (xs.push y).toList ↔ x ∈ xs.toList ∨ x = y
  simp
theorem getElem_toList {xs : Array α} {i : Nat} (h : i < xs.size) : xs.toList[i] = xs[i] := rfl
@[simp] theorem getElem_mem {xs : Array α} {i : Nat} (h : i < xs.size) : xs[i] ∈ xs := List.getElem_mem h

end Array
