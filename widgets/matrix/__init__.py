"""A matrix of short cells, of any size: rows and columns have fixed heads, and it scrolls both ways."""
