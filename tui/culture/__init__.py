"""The tabs of the screen of the culture, and what their keys do."""
