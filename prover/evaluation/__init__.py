"""Batch evaluation: many statements, several passes each, results that survive anything."""
