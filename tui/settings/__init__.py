"""What the team has agreed on, as sections of rows and forms; nothing in here draws or asks."""
