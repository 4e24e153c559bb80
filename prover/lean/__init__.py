"""Everything that knows Lean: finding it, talking to it, checking what it says."""
