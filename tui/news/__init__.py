"""What the keys of the news screen do."""
