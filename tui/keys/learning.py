"""What keys do on the tabs of the training that are lists: gaps, help, certificates, learning, trends."""

from __future__ import annotations

from tui.keys.command import Command


def cursor_of(one: str) -> tuple[Command, ...]:
    """What every such list has: going from line to line, and scrolling what is told of one."""
    return (
        Command("down", ("j", "down"), "down", f"Go to the {one} below"),
        Command("up", ("k", "up"), "up", f"Go to the {one} above"),
        Command("first", ("home",), "first", f"Go to the first {one}"),
        Command("last", ("end",), "last", f"Go to the last {one}"),
        Command("page_up", ("pageup",), "page up", "Go up by a page"),
        Command("page_down", ("pagedown",), "page down", "Go down by a page"),
        Command("text_down", ("shift+down",), "text down", "Scroll what is told of it down"),
        Command("text_up", ("shift+up",), "text up", "Scroll what is told of it up"),
    )


def undoing() -> tuple[Command, ...]:
    """Taking back, and doing again."""
    return (
        Command("undo", ("u",), "undo", "Take back the last thing you did", changes=True),
        Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
    )


def searching(what: str) -> tuple[Command, ...]:
    """Looking for words, and showing everything again."""
    return (
        Command("filter", ("/",), "search", f"Show only {what} with these words", footer=True, opens=True),
        Command("clear", ("escape", "ctrl+g"), "clear", "Show everything again"),
    )


GAPS_CURSOR = cursor_of("line")
GAPS_DOING = (
    Command("open", ("enter",), "people", "Show the people who lack it", footer=True),
    Command(
        "learn",
        ("g",),
        "learn",
        "Plan how somebody learns it; where only one person can do it, with her as the teacher",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command("order", ("o",), "gaps or alone", "Show the gaps, or what only one person can do", footer=True),
    Command("role", ("p",), "role", "Show only one role", footer=True, opens=True),
    *searching("skills"),
    *undoing(),
)
GAPS = (*GAPS_DOING, *GAPS_CURSOR)
"""Everything that one key does among the gaps."""

EXPERTS_CURSOR = cursor_of("person")
EXPERTS_DOING = (
    Command(
        "filter",
        ("/", "a"),
        "ask",
        "Say what somebody needs help with; the best people stand below while one writes",
        footer=True,
        opens=True,
    ),
    Command("open", ("enter",), "skills", "Go to the person in the matrix of skills", footer=True),
    Command(
        "learn",
        ("g",),
        "learn",
        "Plan to learn it yourself, beside this person",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command("clear", ("escape", "ctrl+g"), "clear", "Take the words away"),
    *undoing(),
)
EXPERTS = (*EXPERTS_DOING, *EXPERTS_CURSOR)
"""Everything that one key does where somebody looks for help."""

CERTIFICATES_CURSOR = cursor_of("certificate")
CERTIFICATES_DOING = (
    Command(
        "open",
        ("enter",),
        "open",
        "See everything that was said about the person and the skill",
        footer=True,
        opens=True,
    ),
    Command(
        "edit", ("e",), "renewed", "Say until when the new one holds", footer=True, changes=True, opens=True
    ),
    Command(
        "learn", ("g",), "renew", "Plan the renewal of the certificate", footer=True, changes=True, opens=True
    ),
    Command("span", ("o",), "90 days or all", "Show those of the next 90 days, or all", footer=True),
    Command("mine", ("m",), "mine", "Show only your own, or everybody's"),
    *searching("certificates"),
    *undoing(),
)
CERTIFICATES = (*CERTIFICATES_DOING, *CERTIFICATES_CURSOR)
"""Everything that one key does among the certificates."""

LEARNING_CURSOR = cursor_of("item")
LEARNING_DOING = (
    Command(
        "add",
        ("a",),
        "plan",
        "Plan something to learn, like a course or a book",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command(
        "wish",
        ("w",),
        "wish",
        "Write down what you would like to learn",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command("edit", ("e",), "edit", "Change what the item says", footer=True, changes=True, opens=True),
    Command(
        "agree", ("y",), "agree", "Agree to a wish: it counts against the budget from then on", changes=True
    ),
    Command("begin", ("b",), "begin", "Say that it has begun", footer=True, changes=True),
    Command(
        "finish",
        ("F", "D"),
        "finish",
        "Say that it is done: the new level, what was learned, and whether the team is told",
        footer=True,
        changes=True,
        opens=True,
    ),
    Command("drop", ("-",), "drop", "Say why nothing comes of it", changes=True, opens=True),
    Command(
        "card", ("K", "c"), "card", "Make it a card on the board, or go to its card", changes=True, opens=True
    ),
    Command("archive", ("x",), "archive", "Put the item away", changes=True),
    Command(
        "restore", ("X",), "bring back", "Bring back an item that was put away", changes=True, opens=True
    ),
    Command(
        "budget",
        ("B",),
        "budget",
        "Set the budget: what a department may spend on learning this year",
        changes=True,
        opens=True,
    ),
    *undoing(),
)
LEARNING_VIEWS = (
    Command("open", ("enter",), "open", "Give the item the whole screen, or the list its place again"),
    Command("order", ("o",), "order", "Sort by state, by person or by day", footer=True),
    Command("mine", ("m",), "mine", "Show only what you learn, or everybody's", footer=True),
    *searching("items"),
)
LEARNING = (*LEARNING_DOING, *LEARNING_VIEWS, *LEARNING_CURSOR)
"""Everything that one key does in the plan of what is learned."""

TRENDS_CURSOR = cursor_of("line")
TRENDS_VIEWS = (
    Command("order", ("o",), "what", "Show levels, hours or money, one after the other", footer=True),
    Command("per", ("p",), "per", "Show it by department, role or skill; or for each head", footer=True),
    Command("before", ("h", "left"), "before", "Go back in time", footer=True),
    Command("after", ("l", "right"), "after", "Go on in time"),
    Command("span", ("v",), "months", "Count by months, or by quarters", footer=True),
    *searching("lines"),
)
TRENDS = (*TRENDS_VIEWS, *TRENDS_CURSOR)
"""Everything that one key does among the trends."""

TRAINING_GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Gaps", GAPS_DOING),
    ("From gap to gap", GAPS_CURSOR),
    ("Who can help", EXPERTS_DOING),
    ("From person to person", EXPERTS_CURSOR),
    ("Certificates", CERTIFICATES_DOING),
    ("From certificate to certificate", CERTIFICATES_CURSOR),
    ("Learning", LEARNING_DOING),
    ("Looking at what is learned", LEARNING_VIEWS),
    ("From item to item", LEARNING_CURSOR),
    ("Trends", TRENDS_VIEWS),
    ("From line to line", TRENDS_CURSOR),
)
