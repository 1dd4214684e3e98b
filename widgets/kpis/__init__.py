"""KPIs on a terminal: their signs, and the line that each of them has in a list."""
