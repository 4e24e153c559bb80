-- Under another `open` the names of the statement mean something else.
-- refused: states something else
def even (n : Nat) : Prop := n % 2 = 0
theorem t : even 3 := sorry
-- candidate
def even (n : Nat) : Prop := n % 2 = 0
namespace Mine
def even (_ : Nat) : Prop := True
theorem _root_.t : even 3 := trivial
end Mine
