"""Who answers for what: the matrix of responsibilities, the chart of roles, and who is the one to ask."""
