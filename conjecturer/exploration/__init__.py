"""Conjectures from nothing but definitions: what small terms are equal on all values that were tried."""
