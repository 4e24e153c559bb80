import Algebra.Monoids
import Algebra.Groups
import Algebra.Homomorphisms
import Algebra.Rings
import Algebra.Lattices
import Algebra.Open

/-!
# Algebra

Monoids, groups, rings and lattices as type classes of our own.
-/
