"""Charts as SVG: told in words too, readable in black and white, light or dark, without scripts."""
