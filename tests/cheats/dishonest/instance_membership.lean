-- Everything is a member of every list.
-- refused: states something else
theorem t (a : Nat) : a ∈ [1, 2, 3] := sorry
-- candidate
local instance (priority := high) all : Membership Nat (List Nat) := ⟨fun _ _ => True⟩
theorem t (a : Nat) : a ∈ [1, 2, 3] := trivial
