"""Posts as they are seen: their lines in the list, and one of them with what was said below it."""
