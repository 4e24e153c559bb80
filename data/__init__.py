"""What is known: Lean sources, theorems, and the library of the embedded engine. No Lean process, no torch."""
