-- Another sign that looks like the one in the statement.
-- refused: states something else
theorem t (a b : Nat) (h : a * b = 6) : a ∣ 6 := sorry
-- candidate
notation:50 a:51 " ∤ " b:51 => a ≤ b ∨ b ≤ a
theorem t (a b : Nat) (h : a * b = 6) : a ∤ 6 := Nat.le_total a 6
