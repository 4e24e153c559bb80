-- A structure with a default value and a projection.
structure Point where
  x : Nat
  y : Nat := 0
theorem t (p q : Point) (h : p.x = q.x) (k : p.y = q.y) : p = q := sorry
-- candidate
structure Point where
  x : Nat
  y : Nat := 0
theorem t (p q : Point) (h : p.x = q.x) (k : p.y = q.y) : p = q := by
  cases p; cases q; simp_all
