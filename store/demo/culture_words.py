"""What the demo's shop holds dear, whom it has thanked, and how its people are."""

from __future__ import annotations

from typing import NamedTuple


class ValueStory(NamedTuple):
    """A value in the shop's own words."""

    name: str
    about: str
    practice: tuple[str, ...]


VALUES = (
    ValueStory(
        "Say it as it is",
        "Customers come back to those who do not tell them tales.",
        (
            "A tent that leaks after three nights is not called waterproof.",
            "Who will be late says so before the day has come.",
        ),
    ),
    ValueStory(
        "Look after each other",
        "The hall, the studio and the phones are one shop.",
        (
            "Who has finished asks where help is needed.",
            "Nobody lifts alone what weighs more than twenty kilos.",
        ),
    ),
    ValueStory(
        "Everybody counts",
        "Good ideas have no rank, and nobody has to be like the others to belong.",
        ("Who has said least is asked first.", "We say names as their owners say them."),
    ),
    ValueStory(
        "Repair before new",
        "What lasts is the best that we can sell.",
        ("We offer the zip before we offer the jacket.", "Boxes go out twice before they go to the press."),
    ),
)
"""In their order."""


class KudosStory(NamedTuple):
    """A thank-you."""

    ago: float
    """Days ago."""
    giver: str
    people: str
    """Logins with blanks between."""
    value: int
    """Place of the value, from 1; 0: none is named."""
    words: str
    role: str = ""
    """Key of a role that is thanked."""


KUDOS = (
    KudosStory(0.3, "ines", "dario", 2, "For finding the boot that had lost its label, on your break."),
    KudosStory(
        1.1,
        "jonas",
        "amara",
        1,
        "The picture of the scratch on the stove: three people bought it all the same.",
    ),
    KudosStory(
        2.2, "amara", "tomasz", 2, "The gallery loads in a blink now. You did not have to, and you did."
    ),
    KudosStory(3.4, "noa", "linh elif", 0, "Sixty-four texts in a week, and each of them true."),
    KudosStory(4.1, "svea", "", 2, "431 parcels in one day, and nobody was hurt.", "warehouse"),
    KudosStory(6.3, "kofi", "ines", 3, "You asked Marta what she would do before you told her how we do it."),
    KudosStory(7.2, "priya", "kofi", 1, "For writing down what the customer saw instead of what we thought."),
    KudosStory(9.5, "mehmet", "ruth", 0, "The supplier's bill was right at last. I had given up."),
    KudosStory(10.4, "elif", "sam", 4, "The film about the zip: I repaired mine with it."),
    KudosStory(12.6, "dario", "jonas", 2, "You took the early shift so that I could be at the school."),
    KudosStory(14.2, "sam", "noa", 3, "You put my name under the idea in front of everybody."),
    KudosStory(16.1, "ruth", "svea", 1, "For saying plainly that the autumn was too full, and why."),
    KudosStory(19.3, "linh", "mehmet", 4, "Spare poles for every tent, also for those of five years ago."),
    KudosStory(23.0, "tomasz", "priya", 0, "Two evenings until the backup could really be restored."),
    KudosStory(
        26.7, "ines", "", 0, "Nobody here has ever let the phone ring five times. Thank you.", "service"
    ),
)
"""The newest first."""


class WeekStory(NamedTuple):
    """How people answered in one week; none of them stands alone."""

    counts: tuple[int, int, int, int, int]
    sentences: tuple[str, ...] = ()


PULSE = (
    WeekStory((0, 1, 2, 5, 2), ("Quiet mornings helped.", "Too many meetings on Tuesday.")),
    WeekStory((1, 2, 4, 2, 1), ("I was not sure who decides about prices.",)),
    WeekStory(
        (0, 3, 4, 2, 0), ("The autumn launch took all evenings.", "Better when the late shift was stopped.")
    ),
    WeekStory((0, 0, 2, 5, 4), ("I said no once, and nothing bad happened.",)),
    WeekStory((0, 1, 3, 4, 1), ("The second scanner is still missing.",)),
    WeekStory((0, 0, 1, 6, 4)),
    WeekStory((0, 0, 1, 4, 6), ("Yes.",)),
    WeekStory((0, 1, 2, 5, 2), ("Tomasz showed me how search works.",)),
)
"""Whole weeks, the oldest first."""


class OwnStory(NamedTuple):
    """What somebody has said of herself, because she wanted to."""

    birthday: str = ""
    pronouns: str = ""
    spoken: str = ""
    holidays: tuple[str, ...] = ()


OWN = {
    "svea": OwnStory("06-21", spoken="SVAY-ah"),
    "linh": OwnStory("02-03", "she/her", "ling"),
    "elif": OwnStory("09-14"),
    "amara": OwnStory("12-05", "she/her", "ah-MAH-rah"),
    "sam": OwnStory("04-30", "they/them"),
    "noa": OwnStory("10-12", spoken="NO-ah"),
    "priya": OwnStory("03-17", holidays=("IN",)),
    "tomasz": OwnStory("11-30", "he/him", "TOH-mash", ("PL",)),
    "ines": OwnStory("07-08", "she/her", "ee-NESH", ("PT",)),
    "kofi": OwnStory("08-19", "he/him"),
    "dario": OwnStory("12-11"),
    "ruth": OwnStory("01-26"),
}
"""By login; who has said nothing is not in it."""
