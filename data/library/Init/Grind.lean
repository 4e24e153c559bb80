prelude
import Init.Grind.Norm
import Init.Grind.Attributes
import Init.Grind.Linear.Simp
import Init.Grind.AC
import Init.Grind.Order
import Init.Grind.Algebra

/-!
# What `grind` needs

Lean's compiled `grind` names its lemmas and markers; names, statements and argument order are Lean's, the proofs
are ours.
-/
