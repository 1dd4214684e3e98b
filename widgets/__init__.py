"""Textual widgets that show documents and post what the person did."""
