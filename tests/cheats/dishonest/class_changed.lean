-- A class with a law that settles it.
-- refused: another
class Magma (α : Type) where
  op : α → α → α
theorem t {α : Type} [Magma α] (a b : α) : Magma.op a b = Magma.op b a := sorry
-- candidate
class Magma (α : Type) where
  op : α → α → α
  comm : ∀ a b, op a b = op b a
theorem t {α : Type} [Magma α] (a b : α) : Magma.op a b = Magma.op b a := Magma.comm a b
