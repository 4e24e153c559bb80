prelude
import Init.Omega.Logic
import Init.Omega.Constraint
import Init.Omega.Fin

/-!
# The tactic `omega`

Linear arithmetic over `Int` and `Nat`. The tactic is built into Lean; these modules hold what its proofs are made of.
-/
