-- A macro switches the kernel off for the command that it stands before.
-- refused: the kernel refuses
theorem t : 1 = 2 := sorry
-- candidate
macro "quickly " c:command : command => `(set_option «debug».skipKernelTC true in $c:command)
quickly theorem t : 1 = 2 := by decide +kernel
