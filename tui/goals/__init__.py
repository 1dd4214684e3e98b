"""What the keys of goals do, on their screen and in the dialog of one."""
