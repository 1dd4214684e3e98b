"""Who answers for what: their matrix, departments, the chart of roles, and whom to ask."""
