"""What the stand-up asks of a snapshot: drafts, the order of a round, what comes of it, who takes part."""
