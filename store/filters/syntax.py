"""The syntax in a few lines: the one source for the help screen and the README."""

from __future__ import annotations

_TABLE = (
    ("shoes", "cards on which this stands: title, tags, people, number, text, role, block, comments"),
    ('"red shoes"', "these words side by side"),
    ("-shoes", "not; in front of any term"),
    ("@ana @me @nobody", "who works on it, by login or name"),
    ("#shoot #12", "a tag, or the card with this number"),
    ("!high", "priority: urgent, high, normal, low; also prio:high"),
    ("role:photo", "whose lane; role:none for nobody’s, role:photo,shop for either"),
    ("col:doing", "which column; also in:doing"),
    ("is:blocked", "or stale, overdue, mine, open, done, unassigned, new (made in the last 7 days)"),
    ("due:week", "in the next 7 days; or today, tomorrow, month (30 days), overdue, none"),
    ("due:fri due:<=27.11.", "on a day, or before, until, after, from it: < <= > >="),
    ("has:checklist", "or comments, description, links, due, estimate, tags, goal, start"),
    ("by:ana", "who made it"),
    ("age:5 age:>2w", "days or weeks in its column, at least; or with < <= > >="),
    ("goal:7 goal:none", "which goal it serves"),
)


def describe() -> tuple[tuple[str, str], ...]:
    """Each kind of term as one writes it, and what it finds. All terms of a query have to hold.

    A value may be the beginning of a name; several stand with commas between, and one of them has to fit;
    blanks in a value need quotation marks: `role:"customer service"`.
    """
    return _TABLE
