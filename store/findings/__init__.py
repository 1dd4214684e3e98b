"""What is wrong with how the work is divided; told, never blocking."""
