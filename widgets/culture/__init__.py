"""Kudos, values, the pulse and the coming days as they are seen."""
