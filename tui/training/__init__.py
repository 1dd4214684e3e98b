"""The tabs of the training screen, and what their keys do."""
