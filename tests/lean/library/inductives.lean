/-! Inductive types: trees, mutual and nested ones, families; functions and theorems about them. -/

inductive Tree (α : Type u) where
  | leaf : Tree α
  | node (l : Tree α) (v : α) (r : Tree α) : Tree α
deriving Repr, DecidableEq, Inhabited, BEq

namespace Tree
variable {α : Type u}
def size : Tree α → Nat
  | leaf => 0
  | node l _ r => l.size + 1 + r.size
def mirror : Tree α → Tree α
  | leaf => leaf
  | node l v r => node r.mirror v l.mirror
@[simp] theorem mirror_mirror (t : Tree α) : t.mirror.mirror = t := by
  induction t with
  | leaf => rfl
  | node l v r ihl ihr => simp [mirror, ihl, ihr]
theorem size_mirror (t : Tree α) : t.mirror.size = t.size := by
  induction t with
  | leaf => rfl
  | node l v r ihl ihr => simp [mirror, size, *]; omega
def toList : Tree α → List α
  | leaf => []
  | node l v r => l.toList ++ [v] ++ r.toList
theorem length_toList (t : Tree α) : t.toList.length = t.size := by
  induction t <;> simp_all [toList, size]
  omega
end Tree

mutual
inductive Even : Nat → Prop
  | zero : Even 0
  | succ : Odd n → Even (n+1)
inductive Odd : Nat → Prop
  | succ : Even n → Odd (n+1)
end
example : Even 2 := .succ (.succ .zero)

mutual
def isEven : Nat → Bool
  | 0 => true
  | n+1 => isOdd n
def isOdd : Nat → Bool
  | 0 => false
  | n+1 => isEven n
end
#eval isEven 10
example : isEven 4 = true := by decide
example : isEven 4 = true := rfl
example : isEven 4 = true := by simp [isEven, isOdd]
theorem isEven_double (n : Nat) : isEven (2*n) = true := by
  induction n with
  | zero => simp [isEven]
  | succ n ih => 
    rw [show 2 * (n+1) = 2*n+1+1 by omega]
    simp [isEven, isOdd, ih]

inductive Rose (α : Type) where
  | mk : α → List (Rose α) → Rose α
def Rose.size : Rose α → Nat
  | .mk _ cs => 1 + (cs.attach.map (fun ⟨c, _⟩ => c.size)).sum
inductive Term where
  | var (n : Nat)
  | app (f : String) (args : List Term)
deriving Repr, BEq, Inhabited
mutual
def Term.depth : Term → Nat
  | .var _ => 0
  | .app _ args => 1 + depthL args
def depthL : List Term → Nat
  | [] => 0
  | t :: ts => max t.depth (depthL ts)
end
#eval (Term.app "f" [.var 1, .app "g" []]).depth
inductive Vec (α : Type u) : Nat → Type u where
  | nil : Vec α 0
  | cons : α → Vec α n → Vec α (n+1)
namespace Vec
def head : Vec α (n+1) → α
  | cons a _ => a
def map (f : α → β) : Vec α n → Vec β n
  | nil => nil
  | cons a v => cons (f a) (map f v)
def append : Vec α n → Vec α m → Vec α (m + n)
  | nil, w => w
  | cons a v, w => cons a (append v w)
theorem map_id (v : Vec α n) : v.map id = v := by
  induction v with
  | nil => rfl
  | cons a v ih => simp [map, ih]
end Vec
inductive Weekday | mon | tue | wed deriving Repr, DecidableEq, Ord, Hashable
open Weekday in
example : mon ≠ tue := by decide
example (d : Weekday) : d = .mon ∨ d = .tue ∨ d = .wed := by cases d <;> simp
#eval Weekday.mon
#eval compare Weekday.mon Weekday.tue
inductive Term' : Type → Type 1
  | lit : Nat → Term' Nat
  | pair : Term' α → Term' β → Term' (α × β)
def Term'.eval : Term' α → α
  | lit n => n
  | pair a b => (a.eval, b.eval)
inductive Expr where
  | num : Int → Expr
  | plus : Expr → Expr → Expr
  | times : Expr → Expr → Expr
deriving Repr, DecidableEq, Hashable
