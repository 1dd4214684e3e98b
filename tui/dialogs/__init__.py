"""Forms and questions over a screen."""
