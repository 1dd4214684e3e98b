"""What the keys of the screen of figures do, tab by tab; and the forms that ask for readings and reviews."""
