"""The demo's shop: its settings, columns, roles and people."""

from __future__ import annotations

from store.models import Column, ColumnKind, SavedFilter, Settings

ZONE = "Europe/Berlin"
"""Time zone of the shop; its working hours are meant there."""
VIEWER = "amara"
"""Login of the person as whom the demo is opened: she leads a role and has cards of her own."""

SETTINGS = Settings(name="Nordlicht Outdoor Shop", stale_after=5, time_zone=ZONE, holidays=["DE-HH"])

COLUMNS = {
    "backlog": Column(
        id=1, name="Backlog", policy="Anybody may put anything here. Looked through every other Monday."
    ),
    "ready": Column(
        id=2, name="Ready", policy="Clear enough to begin: we know what is wanted, and nothing is in the way."
    ),
    "doing": Column(
        id=3,
        name="Doing",
        kind=ColumnKind.ACTIVE,
        wip_limit=18,
        policy="Somebody's name is on it. Finish before you begin; when stuck, say why.",
    ),
    "review": Column(
        id=4,
        name="Review",
        kind=ColumnKind.ACTIVE,
        wip_limit=12,
        policy="Someone else looks at it, within two days. “Looks good” is an answer.",
    ),
    "done": Column(
        id=5, name="Done", kind=ColumnKind.DONE, policy="Customers or colleagues can use it, and they know."
    ),
}
"""Key to column, from left to right."""

FILTERS = tuple(
    SavedFilter(id=number, name=name, query=query, key=str(number))
    for number, (name, query) in enumerate(
        (
            ("My cards", "@me is:open"),
            ("Blocked", "is:blocked"),
            ("Overdue", "is:overdue"),
            ("Due this week", "due:week is:open"),
            ("Nobody’s", "@nobody is:open"),
            ("Standing still", "is:stale"),
        ),
        1,
    )
)
"""What the shop looks at every day, each on a key of its own."""

PEOPLE = (
    ("svea", "Svea Martens", "management", ZONE),
    ("linh", "Linh Trần", "catalogue purchasing", ZONE),
    ("elif", "Elif Kaya", "catalogue", ZONE),
    ("amara", "Amara Nwosu", "photo", ZONE),
    ("sam", "Sam Whitaker", "photo marketing", "Europe/London"),
    ("noa", "Noa Ben-Ami", "marketing", ZONE),
    ("priya", "Priya Raman", "development", "Asia/Kolkata"),
    ("tomasz", "Tomasz Zieliński", "development", "Europe/Warsaw"),
    ("ines", "Inês Carvalho", "service", "Europe/Lisbon"),
    ("kofi", "Kofi Mensah", "service", ZONE),
    ("jonas", "Jonas Lindqvist", "warehouse", ZONE),
    ("dario", "Dario Conti", "warehouse", ZONE),
    ("mehmet", "Mehmet Aydın", "purchasing", ZONE),
    ("ruth", "Ruth Adler", "finance management", ZONE),
)
"""Login, name, keys of the roles (the first is the main one), and time zone."""
