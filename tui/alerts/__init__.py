"""Telling a person who looks elsewhere: the terminal's bell, and notifications of her desktop."""

from tui.alerts.alerts import Alerts

__all__ = ["Alerts"]
