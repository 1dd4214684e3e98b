"""The whole program, in real pseudo-terminals."""
