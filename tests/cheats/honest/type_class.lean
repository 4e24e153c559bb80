-- A class, an instance, and a theorem about all instances.
class Magma (α : Type) where
  op : α → α → α
  comm : ∀ a b, op a b = op b a
instance : Magma Nat := ⟨Nat.add, Nat.add_comm⟩
theorem t {α : Type} [Magma α] (a b c : α) (h : Magma.op a b = c) : Magma.op b a = c := sorry
-- candidate
class Magma (α : Type) where
  op : α → α → α
  comm : ∀ a b, op a b = op b a
instance : Magma Nat := ⟨Nat.add, Nat.add_comm⟩
theorem t {α : Type} [Magma α] (a b c : α) (h : Magma.op a b = c) : Magma.op b a = c := by
  rw [Magma.comm]; exact h
