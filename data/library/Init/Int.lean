prelude
import Init.Int.DivisionLemmas

/-!
# Integers

The ring, the order, absolute values, powers, and the three conventions of division.
-/
