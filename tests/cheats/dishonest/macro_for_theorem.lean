-- The word `theorem` states something easier.
-- refused: states something else
theorem t : 2 + 2 = 5 := sorry
-- candidate
macro "lemma_ " n:ident " : " s:term " := " v:term : command => `(command| @[simp] theorem $n:ident : $s := $v)
macro (priority := high) "theorem " n:ident " : " s:term " := " v:term : command =>
  `(command| lemma_ $n:ident : ($s) → ($s) := $v)
theorem t : 2 + 2 = 5 := id
