"""KPIs: their readings by period, how they stand against their targets, and which are late."""
