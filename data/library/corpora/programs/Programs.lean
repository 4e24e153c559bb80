import Programs.Expressions
import Programs.Formulas
import Programs.RunLength
import Programs.Queues
import Programs.Open

/-!
# Programs

Small functional programs and the proofs that they do what they should.
-/
