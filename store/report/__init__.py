"""Reports and exports: what the team's figures say, for people without a terminal."""
