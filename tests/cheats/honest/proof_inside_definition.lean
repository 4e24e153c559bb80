-- A definition with a proof inside, and a helper that proves the same before it.
def three : Fin 10 := ⟨3, by decide⟩
theorem t : three.val = 3 := sorry
-- candidate
def alsoThree : Fin 10 := ⟨3, by decide⟩
def three : Fin 10 := ⟨3, by decide⟩
theorem t : three.val = 3 := rfl
