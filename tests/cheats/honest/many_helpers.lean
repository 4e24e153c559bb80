-- Lemmas between the theorems, private ones too.
theorem first : 1 + 1 = 2 := sorry
theorem second (n : Nat) : n < n + 2 := sorry
-- candidate
private theorem one : 1 + 1 = 2 := rfl
theorem first : 1 + 1 = 2 := one
namespace Helpers
theorem grows (n : Nat) : n < n + 1 := Nat.lt_succ_self n
end Helpers
open Helpers in
theorem second (n : Nat) : n < n + 2 := Nat.lt_trans (grows n) (grows (n + 1))
