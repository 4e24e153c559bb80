prelude
import Init.Grind.Norm
import Init.Grind.Attributes

/-!
# What `grind` needs

Lean's compiled `grind` names its lemmas and markers; names, statements and argument order are Lean's, the proofs
are ours.
-/
