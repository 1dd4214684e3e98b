"""Roles and responsibilities, drawn."""
