import Compat.Field
import Compat.ZMod

/-!
# Statements written for Mathlib

`import Compat` in place of `import Mathlib` reads many statements about natural numbers, integers, rational numbers
and finite sets as Mathlib reads them: the same notation, the same names, the same meaning. Proofs are ours, and only
what rests on the core library is here: no real or complex numbers.

Modules that do not start with `prelude` name `Init` among their imports where they import nothing else, so that the
build knows it comes first.
-/
