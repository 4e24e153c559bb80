"""Which premises matter for a goal. Knows statements and goals as text; never talks to Lean."""
