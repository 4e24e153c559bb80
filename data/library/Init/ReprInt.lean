prelude
import Init.Int
import Init.Repr

/-!
# Printing integers

Apart from `Init.Repr`, which the integers need themselves: compiled case analysis on an integer
asks for its order.
-/

instance : ToString Int where
  toString
    | .ofNat n => n.repr
    | .negSucc n => "-" ++ (n + 1).repr

instance : Repr Int where
  reprPrec i prec := if i < 0 ∧ prec > 0 then Std.Format.paren (toString i) else toString i
