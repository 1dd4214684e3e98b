"""What keys do on the screen of figures."""

from __future__ import annotations

from tui.keys.command import Command
from tui.keys.learning import cursor_of, searching, undoing


def _export() -> Command:
    """One for each tab: a person's own keys name them apart."""
    about = "Write what is shown into a file, for people without a terminal"
    return Command("export", ("x",), "export", about, opens=True)


KPIS_CURSOR = cursor_of("KPI")
KPIS_DOING = (
    Command("open", ("enter",), "chart", "Show the chart over the whole screen", footer=True, opens=True),
    Command(
        "record",
        ("r",),
        "reading",
        "Write a reading down: a value, and if wanted “on” and a day, and a note behind a semicolon",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command(
        "adjust",
        ("A",),
        "adjust",
        "Write down what you change because of it, and what you expect",
        footer=True,
        changes=True,
        opens=True,
    ),
    *undoing(),
)
KPIS_VIEWS = (
    Command("department", ("d",), "department", "Show one department after the other, or all", footer=True),
    Command("order", ("o",), "by trouble", "Sort by trouble, or by departments", footer=True),
    *searching("KPIs"),
    _export(),
)
KPIS_CHANGES = (
    Command("add", ("a",), "add", "Add a KPI", footer=True, changes=True, opens=True),
    Command("edit", ("e",), "edit", "Change what the KPI is, and its target", changes=True, opens=True),
    Command("lower", ("J",), "lower", "Put the KPI under the next one of its department", changes=True),
    Command("higher", ("K",), "higher", "Put the KPI above the one before", changes=True),
    Command("archive", ("X",), "archive", "Watch the KPI no longer; its readings stay", changes=True),
    Command("restore", ("B",), "bring back", "Watch a KPI again that was put away", changes=True, opens=True),
    Command(
        "ready",
        ("R",),
        "ready-made",
        "Take ready-made KPIs of an online shop; the next key says which",
        changes=True,
        opens=True,
    ),
)
KPIS = (*KPIS_DOING, *KPIS_VIEWS, *KPIS_CHANGES, *KPIS_CURSOR)
"""Everything that one key does among the KPIs."""

KPI_CHART = (
    Command("by_day", ("d",), "day", "A value for each day", footer=True),
    Command("by_week", ("w",), "week", "A value for each week", footer=True),
    Command("by_month", ("m",), "month", "A value for each month", footer=True),
    # Not `q`: it leaves, here as everywhere.
    Command("by_quarter", ("t",), "3 months", "A value for each quarter: three months", footer=True),
    Command("compare", ("c",), "compare", "Show the same time a year before beside it, or not", footer=True),
    Command(
        "smooth", ("s",), "smooth", "Show means over several values, over more of them, or not", footer=True
    ),
    Command("before", ("h", "left"), "earlier", "Go back in time", footer=True),
    Command("after", ("l", "right"), "later", "Go on in time"),
    Command("more", ("+", "="), "more", "Show a longer time", footer=True),
    Command("less", ("-",), "less", "Show a shorter time"),
    Command("down", ("j", "down"), "next", "Show the next KPI", footer=True),
    Command("up", ("k", "up"), "before", "Show the KPI before"),
    Command("help", ("?", "f1"), "help", "Show all keys", opens=True),
    Command("close", ("q", "escape", "enter"), "back", "Back to the list", footer=True, essential=True),
)
"""What one key does on the chart of a KPI."""
KPI_CHART_GROUP = ("Chart of a KPI", KPI_CHART)
"""How the help shows them."""

FLOW_DOING = (
    Command(
        "view", ("o",), "view", "Show the next view: throughput, times, cumulative flow and more", footer=True
    ),
    Command("view_before", ("O",), "view before", "Show the view before"),
    Command("more", ("h", "left"), "more weeks", "Look at more weeks", footer=True),
    Command("less", ("l", "right"), "fewer weeks", "Look at fewer weeks"),
    Command("role", ("p",), "role", "Only cards of one role, or of all", footer=True, opens=True),
    Command("person", ("@",), "person", "Only cards of one person, or of all", footer=True, opens=True),
    Command("goal", ("g",), "goal", "Only cards that serve one goal, or all", footer=True, opens=True),
    Command("tag", ("#",), "tag", "Only cards with one tag, or all", footer=True, opens=True),
    Command("lead", ("t",), "lead time", "Show lead times in the place of cycle times, or cycle times again"),
    _export(),
    Command("clear", ("escape", "ctrl+g"), "clear", "Show all cards again"),
    Command("down", ("j", "down"), "down", "Scroll down"),
    Command("up", ("k", "up"), "up", "Scroll up"),
)
FLOW = FLOW_DOING
"""Everything that one key does in the flow of work."""

ATTAINMENT_CURSOR = cursor_of("line")
ATTAINMENT_DOING = (
    Command(
        "open", ("enter",), "to the goals", "Go to the goals, to the one that is most behind", footer=True
    ),
    Command("order", ("o",), "by quarter", "Sort by quarter, or by department", footer=True),
    *searching("lines"),
    _export(),
)
ATTAINMENT = (*ATTAINMENT_DOING, *ATTAINMENT_CURSOR)
"""Everything that one key does among the goals by department and quarter."""

ADJUSTMENTS_CURSOR = cursor_of("adjustment")
ADJUSTMENTS_DOING = (
    Command("open", ("enter",), "open", "Show all of it over the whole tab, or the list again", footer=True),
    Command(
        "review",
        ("v",),
        "review",
        "Say whether it helped, and what was learned; the next key says which",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command("add", ("a",), "add", "Write down what you change", footer=True, changes=True, opens=True),
    Command("edit", ("e",), "edit", "Change what is written of it", footer=True, changes=True, opens=True),
    Command("chart", ("c",), "chart", "Show the chart of its KPI, with its date", footer=True, opens=True),
    Command("archive", ("X",), "archive", "Put the adjustment away", changes=True),
    Command("restore", ("B",), "bring back", "Bring back one that was put away", changes=True, opens=True),
    *undoing(),
)
ADJUSTMENTS_VIEWS = (
    Command(
        "order",
        ("o",),
        "what helped",
        "Show what was tried by what it did, or what is to be done",
        footer=True,
    ),
    Command("mine", ("m",), "mine", "Show only your own, or everybody’s"),
    *searching("adjustments"),
    _export(),
)
ADJUSTMENTS = (*ADJUSTMENTS_DOING, *ADJUSTMENTS_VIEWS, *ADJUSTMENTS_CURSOR)
"""Everything that one key does among the adjustments."""

OVERVIEW_DOING = (
    Command("kpis", ("i",), "KPIs", "Go to the KPIs", footer=True),
    Command("flow", ("f",), "flow", "Go to the flow of work", footer=True),
    Command("goals", ("g",), "goals", "Go to the goals by department", footer=True),
    Command("adjustments", ("a",), "adjustments", "Go to the adjustments", footer=True),
    Command(
        "export",
        ("x",),
        "report",
        "Write the report of this week into a file, for people without a terminal",
        footer=True,
        opens=True,
    ),
    Command("down", ("j", "down"), "down", "Scroll down"),
    Command("up", ("k", "up"), "up", "Scroll up"),
)
OVERVIEW = OVERVIEW_DOING
"""Everything that one key does on the overview."""

FIGURES_GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("KPIs", KPIS_DOING),
    ("Looking at KPIs", KPIS_VIEWS),
    ("Changing KPIs", KPIS_CHANGES),
    ("From KPI to KPI", KPIS_CURSOR),
    KPI_CHART_GROUP,
    ("Flow of work", FLOW_DOING),
    ("Goals by department", ATTAINMENT_DOING),
    ("From department to department", ATTAINMENT_CURSOR),
    ("Overview", OVERVIEW_DOING),
    ("Adjustments", ADJUSTMENTS_DOING),
    ("Looking at adjustments", ADJUSTMENTS_VIEWS),
    ("From adjustment to adjustment", ADJUSTMENTS_CURSOR),
)
