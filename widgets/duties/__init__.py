"""Roles, the chart of the team, and what is wrong with how the work is divided, as they are seen."""
