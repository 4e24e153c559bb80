prelude
import Init.Int.Basic
import Init.Int.Lemmas
import Init.Int.Order
import Init.Int.Division

/-!
# Integers
-/
