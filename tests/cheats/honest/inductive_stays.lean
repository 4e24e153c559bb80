-- An inductive type and a proof that uses its recursor.
inductive Tree (α : Type) where
  | leaf
  | node (left : Tree α) (value : α) (right : Tree α)
def Tree.mirror {α : Type} : Tree α → Tree α
  | .leaf => .leaf
  | .node l v r => .node r.mirror v l.mirror
theorem t {α : Type} (s : Tree α) : s.mirror.mirror = s := sorry
-- candidate
inductive Tree (α : Type) where
  | leaf
  | node (left : Tree α) (value : α) (right : Tree α)
def Tree.mirror {α : Type} : Tree α → Tree α
  | .leaf => .leaf
  | .node l v r => .node r.mirror v l.mirror
theorem t {α : Type} (s : Tree α) : s.mirror.mirror = s := by
  induction s with
  | leaf => rfl
  | node l v r hl hr => simp [Tree.mirror, hl, hr]
