import Logic.Propositional
import Logic.Classical
import Logic.Quantifiers
