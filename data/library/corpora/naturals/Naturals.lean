import Naturals.Arithmetic
import Naturals.Order
import Naturals.Parity
import Naturals.Sums
import Naturals.Fibonacci
import Naturals.Divides
import Naturals.Peano
import Naturals.Open

/-!
# Natural numbers

Arithmetic by hand, with induction as the main tool.
-/
