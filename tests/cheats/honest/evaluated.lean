-- Commands that print.
theorem t : 2 + 2 = 4 := sorry
-- candidate
#eval 2 + 2
#check Nat.add_comm
theorem t : 2 + 2 = 4 := rfl
#print axioms t
