"""The tags that the demo's team has agreed on; its cards carry other words as well."""

from __future__ import annotations

from store.models import Tag

TAGS = tuple(
    Tag(id=id, name=name, colour=colour, description=description)
    for id, (name, colour, description) in enumerate(
        (
            ("bug", "red", "Something that worked does not, or never did"),
            ("campaign", "orange", "Belongs to the campaign; has to be ready when it begins"),
            ("checkout", "blue", "From the cart to the thank-you page"),
            ("texts", "green", "Words that customers read"),
            ("photo", "magenta", "Needs the studio or a photographer"),
            ("recall", "red", "Somebody could get hurt; goes before everything else"),
            ("returns", "yellow", "What comes back, and why"),
            ("supplier", "cyan", "Waits for, or goes to, somebody who sells to us"),
            ("people", "grey", "Hiring, holidays, and how we are"),
            ("climate", "green", "Makes us, or what we sell, lighter on the climate"),
        ),
        1,
    )
)
"""In their order."""
