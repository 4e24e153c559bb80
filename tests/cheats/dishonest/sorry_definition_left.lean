-- What the original asks to be chosen is not chosen.
-- refused: rests on the axiom `sorryAx`
def answer : Nat := sorry
theorem t : answer * answer = 49 := sorry
-- candidate
def answer : Nat := sorry
theorem t : answer * answer = 49 := sorry
