"""Roles, responsibilities, the chart of the team, and what is wrong in it, drawn."""
