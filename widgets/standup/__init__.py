"""The stand-up as it is seen: people in their order, what one says, and where the round is."""
