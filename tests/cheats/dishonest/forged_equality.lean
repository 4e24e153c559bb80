-- An equality of the file's own, in a namespace that is opened.
-- refused: is missing
theorem t : 1 + 1 = 3 := sorry
-- candidate
namespace Fake
inductive Same {α : Type} : α → α → Prop
  | all (a b : α) : Same a b
local macro_rules | `($a = $b) => `(Same $a $b)
theorem t : 1 + 1 = 3 := .all _ _
end Fake
