"""What the team stands for, whom it thanks, how it is, and what it celebrates: worked out from a snapshot."""
