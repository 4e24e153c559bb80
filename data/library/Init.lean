prelude
import Init.Unexpanders
import Init.Nat.Div
import Init.Repr
import Init.Do
import Init.Array
import Init.List.Mem
import Init.AC
import Init.Grind
import Init.Int
import Init.ReprInt
import Init.Omega

/-!
# The core library of the embedded Lean engine

Every Lean file without `prelude` imports this module.
-/
