"""Training: what models learn from, how they are made, and how they learn."""
