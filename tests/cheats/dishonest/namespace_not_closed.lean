-- The namespace is closed before the theorem instead of behind it.
-- refused: `N.t` is missing
namespace N
theorem t (n : Nat) : n ≤ n * n * n := sorry
end N
-- candidate
namespace N
theorem helper : True := trivial
end N
theorem t (n : Nat) (h : n ≤ n * n * n) : n ≤ n * n * n := h
