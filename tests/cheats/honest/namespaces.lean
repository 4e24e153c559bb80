-- A theorem in nested namespaces, written another way.
namespace A
namespace B
theorem t : 2 * 2 = 4 := sorry
end B
end A
-- candidate
theorem A.B.t : 2 * 2 = 4 := rfl
