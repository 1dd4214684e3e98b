"""The tabs of the team's screen, and what their keys do."""
