"""How far a goal has come, where it should be today, and when it will be there: pure arithmetic."""
