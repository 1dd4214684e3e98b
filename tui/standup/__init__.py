"""What the keys of the stand-up do."""
