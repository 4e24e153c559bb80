"""Proofs of equations from equations."""
