"""What the board's keys do: one module for each group of commands, one method for each command."""
