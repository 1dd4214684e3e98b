"""What people may do, as pure functions: a snapshot in, a change out."""
