-- Code from outside Lean decides.
-- refused: native_decide
theorem t : 1 + 1 = 3 := sorry
-- candidate
@[extern "lean_nat_dec_eq"] def same (a b : Nat) : Bool := true
theorem helper : same 1 2 = true := by native_decide
theorem t : 1 + 1 = 3 := by native_decide
