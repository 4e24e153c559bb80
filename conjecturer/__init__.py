"""Invents theorems for the prover to learn from. Stands on top of every other package; nothing imports it."""
