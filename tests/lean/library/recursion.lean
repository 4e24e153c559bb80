/-! Recursive definitions and inductive types: structural, well-founded, mutual, nested, over families. -/

inductive Tree (α : Type) where
  | leaf : Tree α
  | node (l : Tree α) (x : α) (r : Tree α) : Tree α

namespace Tree
variable {α : Type}

def size : Tree α → Nat
  | leaf => 0
  | node l _ r => l.size + 1 + r.size

def mirror : Tree α → Tree α
  | leaf => leaf
  | node l x r => node r.mirror x l.mirror

theorem mirror_mirror (t : Tree α) : t.mirror.mirror = t := by
  induction t with
  | leaf => rfl
  | node l x r ihl ihr => simp [mirror, ihl, ihr]

theorem size_mirror (t : Tree α) : t.mirror.size = t.size := by
  induction t with
  | leaf => rfl
  | node l x r ihl ihr => rw [mirror, size, size, ihl, ihr, Nat.add_right_comm, Nat.add_comm r.size, Nat.add_right_comm]

def toList : Tree α → List α
  | leaf => []
  | node l x r => l.toList ++ [x] ++ r.toList

theorem length_toList (t : Tree α) : t.toList.length = t.size := by
  induction t with
  | leaf => rfl
  | node l x r ihl ihr => simp [toList, size, ihl, ihr, Nat.add_assoc, Nat.add_comm 1]

end Tree

def ack : Nat → Nat → Nat
  | 0, n => n + 1
  | m + 1, 0 => ack m 1
  | m + 1, n + 1 => ack m (ack (m + 1) n)
termination_by m n => (m, n)

example : ack 1 1 = 3 := by simp [ack]

def half : Nat → Nat
  | 0 => 0
  | 1 => 0
  | n + 2 => half n + 1

theorem half_le (n : Nat) : half n ≤ n := by
  induction n using half.induct with
  | case1 => simp [half]
  | case2 => simp [half]
  | case3 n ih =>
    simp [half]
    exact Nat.le_trans ih (Nat.le_succ n)

def gcd' (m n : Nat) : Nat :=
  if h : m = 0 then n else gcd' (n % m) m
termination_by m
decreasing_by exact Nat.mod_lt n (Nat.pos_of_ne_zero h)

theorem gcd'_zero (n : Nat) : gcd' 0 n = n := by
  unfold gcd'
  simp

def log2 (n : Nat) : Nat :=
  if h : n ≤ 1 then 0 else log2 (n / 2) + 1
termination_by n
decreasing_by exact Nat.div_lt_self (Nat.lt_of_lt_of_le Nat.zero_lt_one (Nat.le_of_lt (Nat.lt_of_not_le h))) (by decide)

def countDown (n : Nat) : List Nat :=
  match n with
  | 0 => []
  | n + 1 => n :: countDown n

def interleave {α : Type} : List α → List α → List α
  | [], ys => ys
  | x :: xs, ys => x :: interleave ys xs
termination_by xs ys => xs.length + ys.length
decreasing_by
  rw [List.length_cons, Nat.add_comm, Nat.add_right_comm]
  exact Nat.lt_add_one _

example : interleave [1, 3] [2, 4] = [1, 2, 3, 4] := by simp [interleave]

mutual
def isEven : Nat → Bool
  | 0 => true
  | n + 1 => isOdd n
def isOdd : Nat → Bool
  | 0 => false
  | n + 1 => isEven n
end

example : isEven 10 = true := by simp [isEven, isOdd]

mutual
inductive Even : Nat → Prop
  | zero : Even 0
  | succ {n} : Odd n → Even (n + 1)
inductive Odd : Nat → Prop
  | succ {n} : Even n → Odd (n + 1)
end

example : Even 2 := .succ (.succ .zero)

inductive Vec (α : Type) : Nat → Type where
  | nil : Vec α 0
  | cons {n : Nat} : α → Vec α n → Vec α (n + 1)

def Vec.head {α : Type} {n : Nat} : Vec α (n + 1) → α
  | .cons a _ => a

def Vec.map {α β : Type} (f : α → β) {n : Nat} : Vec α n → Vec β n
  | .nil => .nil
  | .cons a v => .cons (f a) (v.map f)

inductive Rose (α : Type) where
  | node : α → List (Rose α) → Rose α

inductive LE' : Nat → Nat → Prop where
  | refl (n : Nat) : LE' n n
  | step {m n : Nat} : LE' m n → LE' m (n + 1)

theorem LE'.trans {a b c : Nat} (h₁ : LE' a b) (h₂ : LE' b c) : LE' a c := by
  induction h₂ with
  | refl => exact h₁
  | step _ ih => exact .step ih

theorem le'_iff (m n : Nat) : LE' m n ↔ m ≤ n := by
  constructor
  · intro h
    induction h with
    | refl => exact Nat.le_refl m
    | step _ ih => exact Nat.le_succ_of_le ih
  · intro h
    induction h with
    | refl => exact .refl m
    | step _ ih => exact .step ih

def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib (n + 1) + fib n

example : fib 10 = 55 := rfl
def sumList (xs : List Nat) : Nat := go xs 0
where
  go : List Nat → Nat → Nat
    | [], acc => acc
    | x :: xs, acc => go xs (acc + x)

theorem sumList_go (xs : List Nat) (acc : Nat) : sumList.go xs acc = acc + sumList.go xs 0 := by
  induction xs generalizing acc with
  | nil => rfl
  | cons x xs ih => rw [sumList.go, ih, sumList.go, ih (0 + x), Nat.zero_add, Nat.add_assoc]

/-! A definition by cases on literals, taken apart by `split`. -/

inductive Expression where
  | constant (n : Nat) : Expression
  | add (a b : Expression) : Expression

def Expression.plus : Expression → Expression → Expression
  | .constant 0, b => b
  | .constant m, .constant n => .constant (m + n)
  | a, b => .add a b

example (a : Expression) : a.plus (.constant 0) = a.plus (.constant 0) := by
  unfold Expression.plus
  split <;> rfl

/-! Termination follows from what the branches of `if` assume, and from membership in a nested list. -/

def binarySearch (a : Array Nat) (x lo hi : Nat) : Option Nat :=
  if lo < hi then
    let mid := (lo + hi) / 2
    if a[mid]! = x then some mid
    else if a[mid]! < x then binarySearch a x (mid + 1) hi
    else binarySearch a x lo mid
  else none
termination_by hi - lo

#guard binarySearch #[1, 3, 5, 7] 5 0 4 == some 2

inductive Bush where
  | mk : List Bush → Bush

def Bush.size : Bush → Nat
  | mk children => 1 + (children.map fun child => child.size).sum

theorem Bush.size_leaf : (mk []).size = 1 := by simp [size]
