"""Values and questions to begin with; every team changes them into its own."""

from __future__ import annotations

from typing import NamedTuple


class ReadyValue(NamedTuple):
    """A value with what it looks like."""

    name: str
    about: str
    practice: tuple[str, ...]


class ReadyQuestion(NamedTuple):
    """A question and what its ends mean."""

    text: str
    low: str = ""
    high: str = ""


VALUES = (
    ReadyValue(
        "Customers first",
        "Who buys from us has to be able to trust us.",
        (
            "We say what is wrong before the customer finds it.",
            "We answer the question that was asked, on the day it was asked.",
        ),
    ),
    ReadyValue(
        "No surprises for each other",
        "Bad news is worth most while it is young.",
        (
            "Who will be late says so before the day has come.",
            "We ask the warehouse before we promise a date.",
        ),
    ),
    ReadyValue(
        "Everybody counts",
        "Good ideas have no rank, and nobody has to be like the others to belong.",
        (
            "Who has said least is asked first.",
            "We say names as their owners say them.",
        ),
    ),
    ReadyValue(
        "Better every week",
        "Small steps that stay are worth more than great plans.",
        (
            "What went wrong is told without naming who did it.",
            "Who finds a better way writes it down for the next one.",
        ),
    ),
)
"""In the order in which they are taken."""

QUESTIONS = (
    ReadyQuestion("How was your week?", "hard", "very good"),
    ReadyQuestion("I know what is expected of me.", "not at all", "completely"),
    ReadyQuestion("My load can be managed in my hours.", "far too much", "well"),
    ReadyQuestion("I can say what I think, also when others think otherwise.", "not at all", "always"),
    ReadyQuestion("I have what I need to do my work well.", "hardly anything", "everything"),
    ReadyQuestion("What I do matters to somebody.", "not at all", "very much"),
    ReadyQuestion("I was treated with respect this week.", "not at all", "always"),
    ReadyQuestion("I learned something that I can use.", "nothing", "a lot"),
    ReadyQuestion("Our departments work well together.", "not at all", "very well"),
    ReadyQuestion("I would tell a friend to work here.", "never", "at once"),
)
"""In the order in which they are asked."""
