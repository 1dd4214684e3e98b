"""What the keys of the screen of figures do, tab by tab."""
