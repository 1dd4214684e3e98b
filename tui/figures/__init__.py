"""What people do about the team's figures: write readings down, review what was changed."""
