import Logic.Propositional
import Logic.Classical
import Logic.Quantifiers
import Logic.Functions
import Logic.Relations
import Logic.Sets
import Logic.Open

/-!
# Logic

Propositions, quantifiers, functions, relations and sets, from the first principles.
-/
