"""What the demo's shop watches, how it went in a year, and what was changed because of it."""

from __future__ import annotations

from typing import NamedTuple

from store.models import Cadence, Outcome


class KpiStory(NamedTuple):
    """A ready-made KPI of the shop, and its year."""

    name: str
    role: str
    """Key of the role that watches it."""
    owner: str
    target: float
    limit: float
    start: float
    """Value a year ago."""
    end: float
    """Value today, but for the waves."""
    noise: float
    """How far a value strays, as a share of it."""
    waves: tuple[tuple[int, int, float], ...] = ()
    """Weeks ago from which and until which it is higher by a share: of a campaign, of a wave of returns."""
    cadence: Cadence = Cadence.WEEK
    missing: int = 0
    """How many of the newest readings nobody has written yet."""


KPIS = (
    KpiStory(
        "Revenue", "management", "svea", 62_000, 52_000, 51_000, 66_000, 0.06, ((52, 49, 0.55), (23, 22, 0.3))
    ),
    KpiStory(
        "Orders",
        "management",
        "svea",
        120,
        95,
        96,
        128,
        0.14,
        ((52, 49, 0.5), (23, 22, 0.3)),
        cadence=Cadence.DAY,
    ),
    KpiStory("Average order value", "management", "ruth", 76, 70, 75.4, 73.8, 0.025),
    KpiStory("Conversion", "marketing", "noa", 2.5, 2.1, 2.12, 2.58, 0.05),
    KpiStory("Return rate", "service", "ines", 12, 15, 12.4, 12.1, 0.05, ((48, 45, 0.28), (37, 12, 0.33))),
    KpiStory("Delivery time", "warehouse", "jonas", 40, 50, 47, 38, 0.05, ((52, 49, 0.3),)),
    KpiStory("Stock-outs", "purchasing", "mehmet", 12, 20, 22, 11, 0.12),
    KpiStory("First response time", "service", "ines", 4, 8, 3.6, 6.9, 0.09, ((52, 49, 0.4),)),
    KpiStory("Ticket backlog", "service", "kofi", 40, 70, 34, 58, 0.12, ((52, 49, 0.5),)),
    KpiStory("Customer satisfaction", "service", "ines", 90, 85, 91, 88.5, 0.012, missing=2),
    KpiStory("Cost per order", "marketing", "noa", 6.5, 8, 7.4, 6.2, 0.05),
    KpiStory("Ad return", "marketing", "sam", 4, 3.2, 3.4, 4.3, 0.06),
)
"""By department; those of the year have a story: a wave of returns, and answers that come later."""

CLIPS = KpiStory("Clips watched to the end", "photo", "amara", 55, 45, 38, 51, 0.05, missing=1)
"""A KPI that is the shop's own."""


class AdjustmentStory(NamedTuple):
    """Something that was changed because of a figure; days are counted from today."""

    title: str
    kpi: str
    owner: str
    made: int
    review: int
    seen: str
    expected: str
    outcome: Outcome | None = None
    learned: str = ""


ADJUSTMENTS = (
    AdjustmentStory(
        "Foot length instead of size on every boot",
        "Return rate",
        "elif",
        -92,
        -50,
        "Since spring every sixth parcel has come back, and eight of ten letters say “too small”.",
        "Below 13 % within six weeks.",
        Outcome.HELPED,
        "It fell within a month and stayed. The table is read most on phones, so it went to the top there.",
    ),
    AdjustmentStory(
        "Chat until eight in the evening",
        "First response time",
        "kofi",
        -64,
        -22,
        "Answers take longer each month; a third of the messages come after five.",
        "Back to four hours by the end of October.",
        Outcome.NO_EFFECT,
        "The evenings were quiet, the mornings as full as before. We stopped; Kofi has his evenings back.",
    ),
    AdjustmentStory(
        "Four pictures before anything goes online",
        "Conversion",
        "amara",
        -45,
        -2,
        "Pages with one picture sell half as often as those with four.",
        "Half a tenth of a per cent more within six weeks.",
    ),
    AdjustmentStory(
        "Two people for the messages on Monday mornings",
        "First response time",
        "ines",
        -12,
        16,
        "Monday’s backlog takes until Wednesday.",
        "Four hours again, and fewer than forty that wait on Friday.",
    ),
)
"""One helped, one did not, one is to be reviewed, and one has only begun."""
