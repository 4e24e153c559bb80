-- The kernel is told not to look.
-- refused: sets the option `debug.skipKernelTC`
theorem t : 1 = 2 := sorry
-- candidate
set_option debug.skipKernelTC true in
theorem t : 1 = 2 := by decide +kernel
