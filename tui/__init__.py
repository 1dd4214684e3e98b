"""The app, its screens and the command line."""
