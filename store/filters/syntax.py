"""The syntax in a few lines: the one source for the help screen and the README."""

from __future__ import annotations

_TABLE = (
    ("shoes", "title, tags, people, number, text, role, comments"),
    ('"red shoes"', "these words side by side"),
    ("-shoes", "not so; before any term"),
    ("@ana @me @nobody", "who works on it, by login or name"),
    ("#shoot #12", "a tag; the card with this number"),
    ("!high", "urgent, high, normal or low; also prio:high"),
    ("role:photo", "whose lane; none; several as role:photo,shop"),
    ("col:doing", "which column; also in:doing"),
    ("is:blocked", "stale, overdue, mine, open, done, unassigned, new (7 days)"),
    ("due:week", "today, tomorrow, week (7 days), month (30), overdue, none"),
    ("due:fri due:<=27.11.", "on a day; or < <= > >= one"),
    ("has:checklist", "comments, description, links, estimate, due, tags, goal"),
    ("by:ana", "who made it"),
    ("age:5 age:>2w", "days or weeks in its column, at least; or < <= > >="),
    ("goal:7 goal:none", "which goal it serves"),
)


def describe() -> tuple[tuple[str, str], ...]:
    """Each kind of term as one writes it, and what it finds. All terms of a query have to hold.

    A value may be the beginning of a name; several stand with commas between, and one of them has to fit;
    blanks in a value need quotation marks: `role:"customer service"`.
    """
    return _TABLE
