"""The demo's goals as they are written down, and what people said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from store.models import Direction, GoalState, Source

_WEEKS = (47, 42, 37, 32, 27, 22, 17, 12, 7, 2)
"""Working days ago on which people checked in, once a week."""


@dataclass(frozen=True, slots=True)
class Said:
    """One check-in."""

    ago: float
    """Working days ago."""
    value: float | None
    sure: int | None = None
    note: str = ""
    blocked: str = ""
    result: int = 0
    """Place of the key result, from 1; 0: the goal itself."""
    by: str = ""
    """Login; empty: the owner."""


@dataclass(frozen=True, slots=True)
class Part:
    """A key result."""

    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class GoalStory:
    """A goal and its life until today."""

    title: str
    owner: str
    start: int = 66
    """Days ago on which it began; 0: no date yet."""
    due: int | None = 40
    """Days from today."""
    born: float = 48
    """Working days ago on which it was written."""
    roles: str = ""
    people: str = ""
    parent: int | None = None
    state: GoalState = GoalState.ACTIVE
    ended: float = 0
    """Working days ago on which it was closed."""
    reason: str = ""
    lesson: str = ""
    milestones: Sequence[tuple[str, int, float | None, bool]] = ()
    """What, days from today, the value by then, and whether it is done."""
    results: Sequence[Part] = ()
    said: Sequence[Said] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)


def _weekly(
    values: Sequence[float], notes: Mapping[int, Said] | None = None, *, result: int = 0, until: float = 0
) -> tuple[Said, ...]:
    """Values, one a week until so many working days ago; `notes` says more of some of them, by place."""
    more = notes or {}
    ago = [week for week in _WEEKS if week > until][-len(values) :]
    return tuple(
        Said(day, value, more[n].sure, more[n].note, more[n].blocked, result, more[n].by)
        if n in more
        else Said(day, value, result=result)
        for n, (day, value) in enumerate(zip(ago, values, strict=True))
    )


GOALS: tuple[GoalStory, ...] = (
    GoalStory(
        "Customers come back because everything just works",
        "svea",
        roles="management",
        fields={
            "meaning": "Who buys once has no reason to look elsewhere: the parcel is quick, the size fits, "
            "a question is answered.",
            "source": Source.GOALS,
            "confidence": 7,
            "needs": "An hour a week of each lead; 8,000 EUR for the second packing table.",
            "why": "A customer who comes back costs us nothing; a new one costs 6 EUR in ads.",
            "serves": "We sell what we would lend a friend",
            "weight": 1.0,
        },
    ),
    GoalStory(
        "Parcels leave on the day they are ordered",
        "jonas",
        roles="warehouse",
        people="dario",
        parent=1,
        milestones=(
            ("Second packing table stands", -21, 79, True),
            ("Pick-up at six in the evening", 12, 86, False),
        ),
        said=_weekly(
            (71, 72, 74, 75, 78, 79, 80, 81, 83, 84),
            {
                2: Said(0, None, 7, "Dario packs on Mondays now"),
                4: Said(0, None, 7, "Table is here, without its lamp"),
                7: Said(0, None, 6, "Label printer stood still for a day", "The label printer at bench 2"),
                9: Said(0, None, 7, "84 even with the boots on sale"),
            },
        ),
        fields={
            "meaning": "What is ordered by two o'clock is with the carrier on that day.",
            "metric": "orders shipped the same day",
            "unit": "%",
            "baseline": 70,
            "target": 92,
            "confidence": 7,
            "needs": "A second packing table, and the carrier one hour later.",
            "why": "Half of all messages to customer service ask where the parcel is.",
            "weight": 2.0,
        },
    ),
    GoalStory(
        "Every message is answered within four hours",
        "ines",
        roles="service",
        people="kofi",
        parent=1,
        said=_weekly(
            (9.2, 9.0, 8.6, 8.7, 8.4, 8.5, 8.3, 8.4, 8.2, 8.3),
            {
                3: Said(0, None, 6, "The tent recall took two days"),
                7: Said(0, None, 4, "We answer more, but they write more", "One desk too few on Mondays"),
                9: Said(0, None, 3, "Without help this stays as it is", "One desk too few on Mondays"),
            },
        ),
        fields={
            "meaning": "Between nine and six nobody waits longer than four hours for a person.",
            "metric": "hours until the first answer",
            "unit": "h",
            "direction": Direction.LESS,
            "baseline": 9.5,
            "target": 4,
            "confidence": 6,
            "needs": "Saved answers that are right, and somebody for Mondays.",
            "why": "Who waits longer than half a day buys somewhere else meanwhile.",
            "weight": 2.0,
        },
    ),
    GoalStory(
        "Fewer things come back because of their size",
        "elif",
        roles="catalogue",
        people="linh",
        parent=1,
        said=_weekly(
            (13.8, 13.5, 13.4, 13.0, 12.9, 12.4, 12.2, 12.0, 11.7, 11.5),
            {
                1: Said(0, None, 7, "Boots have a table of sizes now"),
                6: Said(0, None, 6, "Jackets are next"),
                9: Said(0, None, 6, "Gloves need to be measured again", "", 0, "linh"),
            },
        ),
        fields={
            "meaning": "Of all that is sent, what comes back as too small or too large.",
            "metric": "returns because of size",
            "unit": "%",
            "direction": Direction.LESS,
            "baseline": 14,
            "target": 9,
            "confidence": 7,
            "needs": "Two days of measuring, and photos on people of different build.",
            "why": "A return costs us 7 EUR, and the customer a week.",
        },
    ),
    GoalStory(
        "People see what they will get, from every side",
        "amara",
        roles="photo",
        people="sam",
        parent=1,
        fields={
            "meaning": "All that is on this list is photographed, described and in the shop.",
            "source": Source.TASKS,
            "confidence": 8,
            "needs": "The flat-lay table with its new light.",
            "why": "Who sees a thing on a person keeps it more often.",
        },
    ),
    GoalStory(
        "{sale} is ready before it begins",
        "noa",
        roles="marketing development",
        people="priya",
        results=(
            Part(
                {
                    "title": "Readers of the newsletter",
                    "metric": "readers",
                    "baseline": 12400,
                    "target": 16000,
                    "weight": 2.0,
                }
            ),
            Part({"title": "Landing pages that are done", "metric": "pages", "baseline": 0, "target": 8}),
            Part(
                {
                    "title": "Ads cost less for each order",
                    "metric": "cost of ads",
                    "unit": "EUR",
                    "direction": Direction.LESS,
                    "baseline": 6.4,
                    "target": 5.0,
                }
            ),
        ),
        said=(
            *_weekly((12600, 13100, 13500, 13900, 14300, 14500, 14900, 15200, 15400, 15600), result=1),
            *_weekly((1, 2, 4, 5, 6), {4: Said(0, None, 8, "“Gifts under 30” is in review")}, result=2),
            *_weekly((6.2, 5.9, 5.8, 5.5, 5.4), result=3),
        ),
        fields={
            "meaning": "A week before, every page, mail and ad is done, and somebody else has looked at it.",
            "source": Source.RESULTS,
            "confidence": 8,
            "needs": "Texts two weeks before, and 1,500 EUR for ads.",
            "why": "A fifth of the year's turnover comes in these days.",
            "serves": "No surprises for each other",
        },
    ),
    GoalStory(
        "The shop is quick and kind on every phone",
        "priya",
        roles="development",
        people="tomasz",
        fields={
            "meaning": "What stands between a customer with a phone and her order is gone.",
            "source": Source.EFFORT,
            "confidence": 7,
            "needs": "Six days without other wishes.",
            "why": "Seven of ten customers come with a phone; three of them give up.",
            "serves": "We sell what we would lend a friend",
        },
    ),
    GoalStory(
        "I film our own clips",
        "amara",
        start=24,
        due=60,
        born=17.5,
        parent=5,
        said=(Said(17, 0, 6, "Camera is borrowed"), Said(12, 1, 6, "The first one is dark, but it is one")),
        fields={
            "meaning": "Two minutes each, with sound, made without help.",
            "metric": "clips in the shop",
            "unit": "clips",
            "baseline": 0,
            "target": 8,
            "confidence": 6,
            "needs": "An afternoon a week, and Sam's microphone.",
            "why": "A film answers what five photos do not.",
        },
    ),
    GoalStory(
        "We open on Saturdays",
        "svea",
        start=0,
        due=None,
        born=12,
        state=GoalState.DRAFT,
        fields={"why": "Orders of Saturday wait until Tuesday.", "metric": "orders shipped on Saturdays"},
    ),
    GoalStory(
        "Stock for four to seven weeks",
        "mehmet",
        roles="purchasing",
        start=80,
        due=-6,
        born=57,
        state=GoalState.REACHED,
        ended=3,
        lesson="Ordering twice a month instead of once made the difference.",
        said=_weekly((9.1, 8.4, 7.9, 7.2, 6.8, 6.5, 6.1, 5.8), until=3),
        fields={
            "meaning": "What lies in the warehouse is sold within this time, for all goods together.",
            "metric": "weeks of stock",
            "unit": "weeks",
            "direction": Direction.WITHIN,
            "target": 4,
            "target_high": 7,
            "confidence": 7,
            "needs": "Figures of the warehouse every Friday.",
            "why": "Money that lies on shelves cannot buy what is sold out.",
            "serves": "We spend as if it were our own",
        },
    ),
    GoalStory(
        "Every review is answered within a day",
        "ines",
        roles="service",
        start=70,
        due=-10,
        born=50,
        state=GoalState.MISSED,
        ended=6,
        reason="Kofi answers reviews on Tuesdays and Fridays; the goal is two days from now on.",
        lesson="Reviews come at the weekend, when nobody is here: a day was the wrong number.",
        said=_weekly((35, 38, 44, 41, 46, 48), until=6),
        fields={
            "meaning": "Reviews with a question or a complaint get an answer on the next day.",
            "metric": "reviews answered in time",
            "unit": "%",
            "baseline": 30,
            "target": 90,
            "confidence": 6,
            "needs": "Half an hour every morning.",
            "why": "Others read the answers as well.",
            "serves": "We sell what we would lend a friend",
        },
    ),
    GoalStory(
        "Our own bikes bring parcels in the city",
        "jonas",
        roles="warehouse",
        start=60,
        due=50,
        born=44,
        state=GoalState.DROPPED,
        ended=9,
        reason="The insurance costs more than the carrier takes for these parcels.",
        said=_weekly((0, 2, 3), until=9),
        fields={
            "meaning": "Parcels for our own city come by bike, on the same day.",
            "metric": "parcels by bike",
            "unit": "a day",
            "baseline": 0,
            "target": 20,
            "confidence": 5,
            "needs": "Two cargo bikes and people who like rain.",
            "why": "It is quicker than the carrier, and people see us.",
            "serves": "We sell what we would lend a friend",
        },
    ),
)
"""Their numbers are their places, from 1."""

SERVING: Mapping[str, int] = {
    "Photograph the winter boots on white": 5,
    "Alt texts for the 40 best-selling products": 5,
    "Reshoot the blue Vidda jacket: it looks black": 5,
    "Photograph the repaired jackets for the second-life shelf": 5,
    "Write the story of the wool from Rhön": 5,
    "Banner for {the_sale}": 5,
    "Show the tents with somebody beside them, for scale": 5,
    "Repair or replace the label printer at bench 2": 2,
    "Put the returns bench next to the window": 2,
    "Explain the new returns address in five languages": 3,
    "Sort our 60 saved answers, delete half": 3,
    "Landing page “Gifts under 30”": 6,
    "Product page in under two seconds on a slow phone": 7,
    "Keyboard users cannot leave the size menu": 7,
    "Remember the cart when somebody changes from phone to laptop": 7,
    "Pay by invoice is back for orders under 150": 7,
    "Postcode field refuses Liechtenstein": 7,
}
"""Title of a card to the goal that it serves."""
