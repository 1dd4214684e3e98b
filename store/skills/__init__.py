"""What people can, what their roles need, where the gaps are, and what learning costs."""
