"""Theorems changed into others, through Lean itself, and with a proof where the way of changing gives one."""
