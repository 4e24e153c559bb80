-- The same with a name that a search for the option does not find.
-- refused: the kernel refuses
theorem t : 1 = 2 := sorry
-- candidate
set_option «debug».skipKernelTC true in
theorem t : 1 = 2 := by decide +kernel
