"""What concerns one person: what she owes the others, and what they did that she has not seen."""
