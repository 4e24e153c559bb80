-- The word stands in comments, strings and names.
theorem t : 1 = 1 := sorry
-- candidate
/-- No sorry here; `set_option debug.skipKernelTC true` neither. -/
def sorry_free : String := "sorry, axiom, native_decide"
-- theorem t : 1 = 1 := sorry
theorem t : 1 = 1 := rfl
