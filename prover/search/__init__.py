"""Proof search over states; knows neither Lean nor any model."""
