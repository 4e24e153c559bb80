/-! Type classes, structures with `extends`, default values, `deriving`, `ext`. -/

class Monoid' (α : Type u) where
  mul : α → α → α
  one : α
  mul_assoc : ∀ a b c, mul (mul a b) c = mul a (mul b c)
  one_mul : ∀ a, mul one a = a
  mul_one : ∀ a, mul a one = a

instance [Monoid' α] : Mul α := ⟨Monoid'.mul⟩
instance [Monoid' α] : One α := ⟨Monoid'.one⟩

class Group' (α : Type u) extends Monoid' α where
  inv : α → α
  inv_mul : ∀ a : α, mul (inv a) a = one

instance [Group' α] : Inv α := ⟨Group'.inv⟩

namespace Group'
variable {α : Type u} [Group' α]
theorem inv_mul' (a : α) : a⁻¹ * a = 1 := Group'.inv_mul a
theorem mul_assoc' (a b c : α) : a * b * c = a * (b * c) := Monoid'.mul_assoc a b c
theorem one_mul' (a : α) : 1 * a = a := Monoid'.one_mul a
theorem mul_one' (a : α) : a * 1 = a := Monoid'.mul_one a
theorem mul_inv (a : α) : a * a⁻¹ = 1 := by
  calc a * a⁻¹ = 1 * (a * a⁻¹) := by rw [one_mul']
    _ = (a⁻¹)⁻¹ * a⁻¹ * (a * a⁻¹) := by rw [inv_mul']
    _ = (a⁻¹)⁻¹ * (a⁻¹ * a * a⁻¹) := by simp only [mul_assoc']
    _ = 1 := by rw [inv_mul', one_mul', inv_mul']
end Group'

structure Point (α : Type u) where
  x : α
  y : α
deriving Repr, DecidableEq, BEq, Hashable, Inhabited, Ord

structure Point3 (α : Type u) extends Point α where
  z : α := x
deriving Repr

#eval ({ x := 1, y := 2 } : Point Nat)
#eval ({ x := 1, y := 2 } : Point3 Nat)
#eval ({ x := 1, y := 2 } : Point Nat) == { x := 1, y := 3 }
example : ({ x := 1, y := 2 } : Point Nat) ≠ { x := 1, y := 3 } := by decide
@[ext] structure Pair (α β : Type) where
  fst : α
  snd : β
example (p q : Pair Nat Nat) (h : p.fst = q.fst) (h' : p.snd = q.snd) : p = q := by
  ext <;> assumption
def Point.add [Add α] (p q : Point α) : Point α := ⟨p.x + q.x, p.y + q.y⟩
instance [Add α] : Add (Point α) := ⟨Point.add⟩
@[simp] theorem Point.add_x [Add α] (p q : Point α) : (p + q).x = p.x + q.x := rfl
example (p q : Point Nat) : (p + q).x = (q + p).x := by simp [Nat.add_comm]
class Shape (α : Type) where
  area : α → Nat
  name : String := "shape"
export Shape (area)
instance : Shape Nat where
  area n := n * n
#eval area 3
#eval Shape.name Nat
example (p : Point Nat) : { p with x := p.x } = p := rfl
example : (⟨1, 2⟩ : Point Nat).x = 1 := rfl
def swap : Point α → Point α := fun ⟨a, b⟩ => ⟨b, a⟩
example (p : Point α) : swap (swap p) = p := by cases p; rfl
example (p : Point α) : swap (swap p) = p := by rcases p with ⟨a, b⟩; rfl
