prelude
import Init.Unexpanders
import Init.Function
import Init.Nat.Div
import Init.List.Basic

/-!
# The core library of the embedded Lean engine

Every Lean file without `prelude` imports this module.
-/
