prelude
import Init.Unexpanders
import Init.Nat.Div
import Init.Repr
import Init.Do
import Init.List.Attach
import Init.List.Sort
import Init.Array.Basic
import Init.String.Basic
import Init.AC
import Init.Grind
import Init.Int
import Init.ReprInt
import Init.Omega
import Init.Fin.Basic
import Init.Ord
import Init.Hashable
import Init.Nat.Bitwise
import Init.IO

/-!
# The core library of the embedded Lean engine

Every Lean file without `prelude` imports this module.
-/
