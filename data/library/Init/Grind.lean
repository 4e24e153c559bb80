prelude
import Init.Grind.Norm
import Init.Grind.Attributes
import Init.Grind.Linear.Simp
import Init.Grind.AC
import Init.Grind.Order
import Init.Grind.Algebra

/-!
# What `grind` needs

Lean's compiled `grind` names its lemmas and markers: names, statements and the order of arguments are Lean's, the
proofs and the certificates inside them are ours.

Congruence, instantiation, case splits, associative operations, orders and linear arithmetic over `Nat` and `Int` work
as in Lean. Polynomial equations and ordered fields do not: no type here is an instance of `Lean.Grind.CommRing` or
`Lean.Grind.IntModule`, so `grind` hands nothing to its solvers for them.
-/
