-- A theorem about quotients.
theorem t (a b : Nat) : Quot.mk (fun _ _ => True) a = Quot.mk (fun _ _ : Nat => True) b := sorry
-- candidate
theorem t (a b : Nat) : Quot.mk (fun _ _ => True) a = Quot.mk (fun _ _ : Nat => True) b := Quot.sound trivial
