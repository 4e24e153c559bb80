-- A type of the same name.
-- refused: states something else
theorem t (a b : Nat) : a = b := sorry
-- candidate
namespace Mine
inductive Nat where
  | only
theorem _root_.t (a b : Nat) : a = b := by cases a; cases b; rfl
end Mine
