"""The commands of `conjecture`."""
