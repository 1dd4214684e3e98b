"""The numbered log that all writers share, and where it can live."""
