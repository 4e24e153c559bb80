"""Talks to Lean, searches, verifies, and prints proofs."""
