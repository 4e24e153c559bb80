prelude
import Init.Grind.Norm

/-!
# What `grind` splits and extends by itself
-/

attribute [grind cases eager] And Prod False Empty True PUnit Exists Subtype
attribute [grind cases] Or
attribute [grind ext] Prod Subtype Sigma PSigma
attribute [grind ext] funext

/-! ## Minimum and maximum -/

attribute [grind =] Nat.min_def Nat.max_def Int.min_def Int.max_def
