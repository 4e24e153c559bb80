"""Who proposes tactics."""
