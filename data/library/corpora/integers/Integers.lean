import Integers.Ring
import Integers.Order
import Integers.Absolute
import Integers.Divisibility
import Integers.Open

/-!
# Integers

Identities, inequalities, absolute values, and divisibility by hand.
-/
