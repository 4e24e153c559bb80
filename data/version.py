"""The version of LeanLoop; `pyproject.toml` takes it from here, so that a checkout that is not installed knows it."""

VERSION = "0.1.0"
