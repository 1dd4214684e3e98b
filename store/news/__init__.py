"""What screens and commands ask of the message board: who a post is for, what is unread, what is owed."""
