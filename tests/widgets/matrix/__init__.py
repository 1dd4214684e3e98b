"""The matrix widget."""
