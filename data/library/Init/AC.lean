prelude
import Init.List.Lemmas
import Init.Repr

/-!
# Associative and commutative normal forms, for `ac_rfl`

The tactic describes both sides of a goal as trees over numbered atoms and asks for `Context.eq_of_norm`. A
tree is
flattened to the list of its atoms; with the laws at hand the list is sorted, and repeated or neutral atoms
are
dropped. Each step keeps the value of the list.
-/

universe u

namespace Lean.Data.AC
open Std

inductive Expr where
  | var (x : Nat)
  | op (lhs rhs : Expr)
deriving Inhabited, Repr, BEq

/-- An atom, and the proof that it is neutral if it is known to be. -/
structure Variable {α : Sort u} (op : α → α → α) : Type u where
  value : α
  neutral : Option (PLift (LawfulIdentity op value))

structure Context (α : Sort u) where
  op : α → α → α
  assoc : Associative op
  comm : Option (PLift (Commutative op))
  idem : Option (PLift (IdempotentOp op))
  vars : List (Variable op)
  arbitrary : α

section
variable {α : Sort u}

def Context.var (ctx : Context α) (x : Nat) : Variable ctx.op := ctx.vars[x]?.getD ⟨ctx.arbitrary, none⟩

abbrev Context.value (ctx : Context α) (x : Nat) : α := (ctx.var x).value

def eval (α : Sort u) (ctx : Context α) : Expr → α
  | .var x => ctx.value x
  | .op l r => ctx.op (eval α ctx l) (eval α ctx r)

/-- The value of the atom `x` followed by the atoms of a list. -/
def Context.prod (ctx : Context α) : Nat → List Nat → α
  | x, [] => ctx.value x
  | x, y :: ys => ctx.op (ctx.value x) (ctx.prod y ys)

/-- The value of a list of atoms; an arbitrary one for the empty list. -/
def Context.list (ctx : Context α) : List Nat → α
  | [] => ctx.arbitrary
  | x :: xs => ctx.prod x xs

theorem Context.prod_append (ctx : Context α) (x : Nat) (xs : List Nat) (y : Nat) (ys : List Nat) :
    ctx.prod x (xs ++ y :: ys) = ctx.op (ctx.prod x xs) (ctx.prod y ys) := by
  induction xs generalizing x with
  | nil => rfl
  | cons z xs ih => exact (congrArg _ (ih z)).trans (ctx.assoc.assoc _ _ _).symm

def Expr.toList : Expr → List Nat
  | .var x => [x]
  | .op l r => l.toList ++ r.toList

theorem Expr.toList_eq_cons (e : Expr) : ∃ x xs, e.toList = x :: xs := by
  induction e with
  | var x => exact ⟨x, [], rfl⟩
  | op l r ihl _ =>
    obtain ⟨x, xs, h⟩ := ihl
    exact ⟨x, xs ++ r.toList, by rw [toList, h, List.cons_append]⟩

theorem Context.list_toList (ctx : Context α) (e : Expr) : ctx.list e.toList = eval α ctx e := by
  induction e with
  | var x => rfl
  | op l r ihl ihr =>
    obtain ⟨x, xs, hl⟩ := l.toList_eq_cons
    obtain ⟨y, ys, hr⟩ := r.toList_eq_cons
    rw [hl] at ihl
    rw [hr] at ihr
    rw [Expr.toList, hl, hr, eval, ← ihl, ← ihr]
    exact ctx.prod_append x xs y ys

/-! ## Neutral atoms -/

def Context.isNeutral (ctx : Context α) (x : Nat) : Bool := (ctx.var x).neutral.isSome

/-- A list without its neutral atoms, but not empty. -/
def Context.dropNeutral (ctx : Context α) : Nat → List Nat → List Nat
  | x, [] => [x]
  | x, y :: ys =>
    if ctx.isNeutral x then ctx.dropNeutral y ys
    else match ctx.dropNeutral y ys with
      | [z] => if ctx.isNeutral z then [x] else [x, z]
      | zs => x :: zs

theorem Context.identity_of_isNeutral {ctx : Context α} {x : Nat} (h : ctx.isNeutral x) :
    LawfulIdentity ctx.op (ctx.value x) := by
  unfold isNeutral at h
  match hx : (ctx.var x).neutral, h with
  | some ⟨law⟩, _ => exact law

theorem Context.dropNeutral_ne_nil (ctx : Context α) (x : Nat) (xs : List Nat) :
    ∃ y ys, ctx.dropNeutral x xs = y :: ys := by
  induction xs generalizing x with
  | nil => exact ⟨x, [], rfl⟩
  | cons y ys ih =>
    unfold dropNeutral
    split
    · exact ih y
    · split
      · split <;> exact ⟨x, _, rfl⟩
      · exact ⟨x, _, rfl⟩

theorem Context.list_dropNeutral (ctx : Context α) (x : Nat) (xs : List Nat) :
    ctx.list (ctx.dropNeutral x xs) = ctx.prod x xs := by
  induction xs generalizing x with
  | nil => rfl
  | cons y ys ih =>
    have step : ∀ zs, ctx.dropNeutral y ys = zs → ctx.prod x (y :: ys) = ctx.op (ctx.value x) (ctx.list zs) :=
      fun zs h => by rw [← h, ih, prod]
    unfold dropNeutral
    split
    · rename_i h
      rw [ih, prod]
      exact ((identity_of_isNeutral h).left_id _).symm
    · split
      · rename_i z h
        rw [step _ h]
        split
        · rename_i hz
          exact ((identity_of_isNeutral hz).right_id _).symm
        · rfl
      · obtain ⟨z, zs, h⟩ := ctx.dropNeutral_ne_nil y ys
        rw [step _ rfl, h]
        rfl

/-! ## Sorting and merging

A commutative operation allows to insert each atom in its place, an idempotent one to merge equal neighbours.
-/

/-- Insert `x` before the first atom that is not smaller. -/
def insert (x : Nat) : List Nat → List Nat
  | [] => [x]
  | y :: ys => if x ≤ y then x :: y :: ys else y :: insert x ys

theorem insert_eq_cons (x : Nat) (xs : List Nat) : ∃ y ys, insert x xs = y :: ys := by
  cases xs with
  | nil => exact ⟨x, [], rfl⟩
  | cons y ys =>
    unfold insert
    split
    · exact ⟨x, y :: ys, rfl⟩
    · exact ⟨y, _, rfl⟩

theorem Context.list_cons {ctx : Context α} {x y : Nat} {xs ys : List Nat}
    (h : ctx.list (y :: ys) = ctx.list xs) (hne : xs ≠ []) : ctx.list (x :: y :: ys) = ctx.list
      (x :: xs) := by
  cases xs with
  | nil => exact absurd rfl hne
  | cons z zs => exact congrArg (ctx.op (ctx.value x)) h

theorem Context.list_insert (ctx : Context α) (comm : Commutative ctx.op) (x : Nat) (xs : List Nat) :
    ctx.list (insert x xs) = ctx.list (x :: xs) := by
  induction xs with
  | nil => rfl
  | cons y ys ih =>
    unfold insert
    split
    · rfl
    · obtain ⟨z, zs, h⟩ := insert_eq_cons x ys
      rw [h] at ih ⊢
      rw [list_cons ih (List.cons_ne_nil x ys)]
      cases ys with
      | nil => exact comm.comm _ _
      | cons w ws =>
        show ctx.op (ctx.value y) (ctx.op (ctx.value x) _) = ctx.op (ctx.value x) (ctx.op (ctx.value y) _)
        rw [← ctx.assoc.assoc, ← ctx.assoc.assoc, comm.comm (ctx.value y)]

def sort : List Nat → List Nat
  | [] => []
  | x :: xs => insert x (sort xs)

theorem Context.list_sort (ctx : Context α) (comm : Commutative ctx.op) (xs : List Nat) :
    ctx.list (sort xs) = ctx.list xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih =>
    rw [sort, list_insert ctx comm]
    cases xs with
    | nil => rfl
    | cons y ys =>
      obtain ⟨z, zs, h⟩ := insert_eq_cons y (sort ys)
      rw [sort] at ih ⊢
      rw [h] at ih ⊢
      exact list_cons ih (List.cons_ne_nil y ys)

/-- A list whose equal neighbours are merged. -/
def merge : List Nat → List Nat
  | [] => []
  | [x] => [x]
  | x :: y :: ys => if x = y then merge (y :: ys) else x :: merge (y :: ys)

theorem merge_eq_cons (x : Nat) (xs : List Nat) : ∃ y ys, merge (x :: xs) = y :: ys := by
  induction xs generalizing x with
  | nil => exact ⟨x, [], rfl⟩
  | cons y ys ih =>
    unfold merge
    split
    · exact ih y
    · exact ⟨x, _, rfl⟩

theorem Context.list_merge (ctx : Context α) (idem : IdempotentOp ctx.op) (x : Nat) (xs : List Nat) :
    ctx.list (merge (x :: xs)) = ctx.list (x :: xs) := by
  induction xs generalizing x with
  | nil => rfl
  | cons y ys ih =>
    unfold merge
    split
    · rename_i h
      rw [ih y, h]
      cases ys with
      | nil => exact (idem.idempotent _).symm
      | cons z zs =>
        show ctx.op _ _ = ctx.op _ (ctx.op _ _)
        rw [← ctx.assoc.assoc, idem.idempotent]
    · obtain ⟨z, zs, h⟩ := merge_eq_cons y ys
      have ih := ih y
      rw [h] at ih ⊢
      exact list_cons ih (List.cons_ne_nil y ys)

/-! ## The normal form -/

def norm (ctx : Context α) (e : Expr) : List Nat :=
  let atoms := match e.toList with
    | [] => []
    | x :: xs => ctx.dropNeutral x xs
  let atoms := if ctx.comm.isSome then sort atoms else atoms
  if ctx.idem.isSome then merge atoms else atoms

theorem Context.list_norm (ctx : Context α) (e : Expr) : ctx.list (norm ctx e) = eval α ctx e := by
  obtain ⟨x, xs, h⟩ := e.toList_eq_cons
  have dropped : ctx.list (ctx.dropNeutral x xs) = eval α ctx e := by
    rw [list_dropNeutral, ← list_toList, h]
    rfl
  have sorted : ctx.list (if ctx.comm.isSome then sort (ctx.dropNeutral x xs) else ctx.dropNeutral x xs)
      = eval α ctx e := by
    match hc : ctx.comm with
    | none => exact dropped
    | some ⟨comm⟩ => exact (ctx.list_sort comm _).trans dropped
  unfold norm
  rw [h]
  match hi : ctx.idem with
  | none => exact sorted
  | some ⟨idem⟩ =>
    refine Eq.trans ?_ sorted
    show ctx.list (merge _) = _
    generalize (if ctx.comm.isSome then sort (ctx.dropNeutral x xs) else ctx.dropNeutral x xs) = atoms
    cases atoms with
    | nil => rfl
    | cons y ys => exact ctx.list_merge idem y ys

theorem Context.eq_of_norm (ctx : Context α) (a b : Expr) (h : norm ctx a == norm ctx b) :
    eval α ctx a = eval α ctx b := by
  rw [← list_norm, ← list_norm, eq_of_beq h]

end
end Lean.Data.AC
