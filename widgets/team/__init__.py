"""The team's people: a line for each, all of one, and the weeks ahead."""
