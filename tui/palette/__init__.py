"""Finding anything by typing a part of it: what there is to find, and what fits best."""
