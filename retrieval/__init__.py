"""Which premises matter for a goal. Knows statements and goals as text; never talks to Lean."""

import os

# Threads that wait by spinning take the cores from Lean and from one another; this is read when torch is loaded.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
