-- The original leaves a number open, and the candidate chooses it.
def answer : Nat := sorry
theorem t : answer * answer = 49 := sorry
-- candidate
def answer : Nat := 7
theorem t : answer * answer = 49 := rfl
