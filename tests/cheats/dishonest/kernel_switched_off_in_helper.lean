-- A lemma that no kernel has seen, and a proof from it.
-- refused: the kernel refuses
theorem t (n : Nat) : n = n + 1 := sorry
-- candidate
set_option «debug».skipKernelTC true in
theorem helper : (1 : Nat) = 2 := by decide +kernel
theorem t (n : Nat) : n = n + 1 := absurd helper (by decide)
