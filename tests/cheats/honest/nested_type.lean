-- An inductive type nested in lists.
inductive Rose where
  | node (children : List Rose)
theorem t : ∃ r : Rose, r = .node [.node []] := sorry
-- candidate
inductive Rose where
  | node (children : List Rose)
theorem t : ∃ r : Rose, r = .node [.node []] := ⟨_, rfl⟩
