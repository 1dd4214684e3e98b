"""What is shown of skills, learning and its budget."""
