import Naturals.Arithmetic
import Naturals.Order
import Naturals.Parity
import Naturals.Sums
