"""Goals as they are drawn: rows with bars that show where a goal is, should be and will be."""
