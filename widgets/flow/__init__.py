"""The flow of work on a terminal: charts and lists, a view for each question."""
