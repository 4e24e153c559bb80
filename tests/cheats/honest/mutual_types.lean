-- Two inductive types that need each other.
mutual
inductive Odd : Nat → Prop
  | step {n : Nat} : Ev n → Odd (n + 1)
inductive Ev : Nat → Prop
  | zero : Ev 0
  | step {n : Nat} : Odd n → Ev (n + 1)
end
theorem t : Ev 2 := sorry
-- candidate
mutual
inductive Odd : Nat → Prop
  | step {n : Nat} : Ev n → Odd (n + 1)
inductive Ev : Nat → Prop
  | zero : Ev 0
  | step {n : Nat} : Odd n → Ev (n + 1)
end
theorem t : Ev 2 := .step (.step .zero)
