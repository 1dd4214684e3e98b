"""The verbs for adjustments: what was changed because of a figure, and whether it helped."""

from __future__ import annotations

from argparse import SUPPRESS

from tui.commands.values import any_day, day, limit
from tui.commands.verb import JSON, Verb, arg

_WHICH = arg("adjustment", metavar="ADJUSTMENT", help="its number, its title, or how that begins")
_ARCHIVED = arg(
    # Without a default: a verb and those that begin with it may both have it.
    "--archived",
    action="store_true",
    default=SUPPRESS,
    help="those that were put away instead",
)
_FIELDS = (
    arg("--seen", metavar="TEXT", help="what was seen that asked for it"),
    arg("--kpi", metavar="KPI", help="the KPI that it is about, or none"),
    arg("--goal", metavar="N", type=limit, help="number of the goal that it is about, or none"),
    arg(
        "--figure",
        metavar="TEXT",
        help="the figure of the flow of work that it is about: cycle time, lead time or throughput; or none",
    ),
    arg("--expected", metavar="TEXT", help="what should be different, and by how much; a new one has to say"),
    arg("--owner", metavar="LOGIN", help="who answers for it; you when left out"),
    arg("--made", dest="made_on", metavar="D", type=any_day, help="the day from which it holds; today"),
    arg(
        "--review",
        dest="review_on",
        metavar="D",
        type=day,
        help="when its owner is asked whether it helped; when left out, after some readings of its KPI",
    ),
)

ADJUSTMENT_VERBS = (
    Verb(
        "adjustment",
        "list what is being changed because of figures, and what is to be reviewed",
        "adjustment:everything",
        (_ARCHIVED, JSON),
    ),
    Verb(
        "adjustment list",
        "list what is being changed because of figures, and what is to be reviewed",
        "adjustment:everything",
        (_ARCHIVED, JSON),
    ),
    Verb("adjustment show", "show all of an adjustment, before and after", "adjustment:show", (_WHICH, JSON)),
    Verb("adjustment helped", "what was tried, and what helped", "adjustment:helped", (JSON,)),
    Verb(
        "adjustment add",
        "write down what is changed and what is expected of it",
        "adjustment:add",
        (arg("title", metavar="TITLE", nargs="+"), *_FIELDS, JSON),
    ),
    Verb(
        "adjustment edit",
        "change what is written of an adjustment",
        "adjustment:edit",
        (_WHICH, arg("--title", metavar="TITLE"), *_FIELDS, JSON),
    ),
    Verb(
        "adjustment review",
        "say whether it helped; without an outcome, see before and after",
        "adjustment:review",
        (
            _WHICH,
            arg(
                "outcome",
                metavar="OUTCOME",
                nargs="?",
                choices=("helped", "no-effect", "harmed", "unclear"),
                help="helped, no-effect, harmed or unclear",
            ),
            arg("--learned", metavar="TEXT", default="", help="what was seen, and what follows from it"),
            JSON,
        ),
    ),
    Verb("adjustment archive", "put an adjustment away", "adjustment:archive", (_WHICH, JSON)),
    Verb("adjustment restore", "bring an adjustment back", "adjustment:restore", (_WHICH, JSON)),
)
