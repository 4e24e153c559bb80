-- A notation in the original.
def smash (a b : Nat) : Nat := a * b + 1
infixl:65 " ⋆ " => smash
theorem t (a : Nat) : a ⋆ 0 = 1 := sorry
-- candidate
def smash (a b : Nat) : Nat := a * b + 1
infixl:65 " ⋆ " => smash
theorem t (a : Nat) : a ⋆ 0 = 1 := by simp [smash]
