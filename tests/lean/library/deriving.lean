/-! Structures, classes and derived instances. -/

structure Point where
  x : Nat
  y : Nat
deriving Repr, DecidableEq, BEq, Inhabited

def origin : Point := { x := 0, y := 0 }

example : origin.x = 0 := rfl
example : ({ origin with y := 3 } : Point).y = 3 := rfl
example : origin ≠ ⟨1, 0⟩ := by decide
example : (origin == ⟨0, 0⟩) = true := rfl
example : (default : Point) = origin := rfl

structure Point3 extends Point where
  z : Nat := 7
deriving Repr, DecidableEq

example : ({ x := 1, y := 2 } : Point3).z = 7 := rfl
example (p : Point3) : p.toPoint.x = p.x := rfl

inductive Colour where
  | red | green | blue
deriving Repr, DecidableEq, BEq, Inhabited

example : Colour.red ≠ .green := by decide
example : ∀ c : Colour, c = .red ∨ c = .green ∨ c = .blue := by
  intro c
  cases c <;> simp

def Colour.next : Colour → Colour
  | red => green
  | green => blue
  | blue => red

theorem Colour.next_three (c : Colour) : c.next.next.next = c := by cases c <;> rfl

inductive Term where
  | var (name : String)
  | app (function : Term) (arguments : List Nat)
  | pair (left right : Term)
deriving Repr, DecidableEq, BEq, Inhabited

example : Term.pair (.var "x") (.var "y") ≠ .pair (.var "x") (.var "z") := by decide

structure Pair (α β : Type) where
  first : α
  second : β
deriving Repr, DecidableEq, BEq

example : (⟨1, true⟩ : Pair Nat Bool) = { first := 1, second := true } := rfl

@[ext] structure Complex where
  re : Nat
  im : Nat

example (z w : Complex) (h₁ : z.re = w.re) (h₂ : z.im = w.im) : z = w := by
  ext
  · exact h₁
  · exact h₂

class Monoid' (α : Type) where
  one : α
  mul : α → α → α
  mul_one : ∀ a, mul a one = a
  one_mul : ∀ a, mul one a = a
  mul_assoc : ∀ a b c, mul (mul a b) c = mul a (mul b c)

instance : Monoid' Nat where
  one := 1
  mul := (· * ·)
  mul_one := Nat.mul_one
  one_mul := Nat.one_mul
  mul_assoc := Nat.mul_assoc

instance {α : Type} : Monoid' (List α) := ⟨[], (· ++ ·), List.append_nil, fun _ => rfl, List.append_assoc⟩

theorem one_unique {α : Type} [Monoid' α] (e : α) (h : ∀ a : α, Monoid'.mul e a = a) : e = Monoid'.one := by
  rw [← Monoid'.mul_one e, h]

instance : Add Point := ⟨fun p q => ⟨p.x + q.x, p.y + q.y⟩⟩

example : (⟨1, 2⟩ : Point) + ⟨3, 4⟩ = ⟨4, 6⟩ := rfl

instance : Coe Nat Point := ⟨fun n => ⟨n, n⟩⟩

example : ((3 : Nat) : Point).y = 3 := rfl

instance : OfNat Point n := ⟨⟨n, n⟩⟩

example : (5 : Point).x = 5 := rfl

class Shape (α : Type) where
  area : α → Nat
  name : String := "shape"

structure Square where
  side : Nat

instance : Shape Square where
  area s := s.side * s.side

example : Shape.area (Square.mk 3) = 9 := rfl
example : Shape.name Square = "shape" := rfl
