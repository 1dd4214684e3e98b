"""Who answers for what: the matrix of responsibilities, departments, the chart of roles, and who is the one to ask."""
