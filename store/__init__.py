"""Documents, rules and the shared log. No user interface, no terminal."""
