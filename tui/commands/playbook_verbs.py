"""The verbs for playbooks, their runs, freezes and routines."""

from __future__ import annotations

from tui.commands.values import count, day, hours, where
from tui.commands.verb import JSON, OVER, Verb, arg, flag

_BOOK = arg("playbook", metavar="PLAYBOOK", help="its number, name, or how the name begins")
_STEP = arg("step", metavar="STEP", type=count, help="its number in the playbook")
_RUN = arg("run", metavar="RUN", help="its number or a part of its name")
_DETAILS = arg("--details", metavar="TEXT", help="more about it, Markdown; - reads it from the input")
_LINE = "like “-14 Marketing: Book the ads #ads 4h !high @lead”; -21..-14 also says from when on"
_FREEZE = arg("freeze", metavar="FREEZE", help="its number or a part of its name")
_REASON = arg("--reason", metavar="TEXT", help="why; - reads it from the input")
_ONE = arg("routine", metavar="ROUTINE", help="its number or a part of its title")
_WHEN = (
    "like “every Monday”, “every 2 weeks on fri”, “working days”, “month end”, “1st”, or FREQ=WEEKLY;BYDAY=MO"
)
_SHIFTS = ("stay", "before", "after", "skip")
_SHIFT = "where its day is a day off: due all the same, the working day before or after, or not at all"
_AWAY = flag("--archived", "those that were put away")
_YES = flag("--yes", "do it without asking")


_FIELDS = (
    arg("--about", metavar="TEXT", help="when it is used; - reads it from the input"),
    arg("--kind", choices=("event", "joining", "leaving"), help="what it is for"),
    arg("--role", metavar="R", help="for joining and leaving: the role; “none” for everybody"),
    arg("--steps", metavar="LINES", help=f"all steps, a line each, {_LINE}; - reads them from the input"),
    arg(
        "--freeze-tag",
        metavar="T",
        dest="freeze_tags",
        action="append",
        help="cards with it do not move around the day; can be repeated; “none” for no freeze",
    ),
    arg("--freeze-days", metavar="FROM..UNTIL", help="written like --freeze-days=-4..3"),
)


_ROUTINE = (
    arg("--first", metavar="DAY", type=day, help="the day that the rule counts from; today when left out"),
    arg("--shift", choices=_SHIFTS, help=_SHIFT),
    arg("--ahead", metavar="DAYS", type=count, help="make the card so many days before it is due"),
    arg("--role", metavar="R", help="the role that does it; “none” for nobody's"),
    arg("--assign", metavar="LOGIN", dest="assignees", action="append", help="who does it; can be repeated"),
    arg("--estimate", metavar="H", type=hours, help="effort in hours, or like 30m"),
    arg("--priority", choices=("urgent", "high", "normal", "low")),
    arg("--tag", metavar="T", dest="tags", action="append", help="can be repeated"),
    arg("--details", metavar="TEXT", help="the card's description, Markdown; - reads it from the input"),
)

PLAYBOOK_VERBS = (
    Verb("playbook", "list the playbooks", "playbook:everything", (JSON,)),
    Verb(
        "playbook list",
        "list the playbooks",
        "playbook:all_of_them",
        (_AWAY, JSON),
    ),
    Verb("playbook show", "show a playbook with its steps", "playbook:show", (_BOOK, JSON)),
    Verb(
        "playbook add",
        "write a playbook",
        "playbook:add",
        (arg("name", metavar="NAME", nargs="+"), *_FIELDS, JSON),
    ),
    Verb(
        "playbook edit",
        "change a playbook",
        "playbook:edit",
        (_BOOK, arg("--name", metavar="NAME", help="another name"), *_FIELDS, JSON),
    ),
    Verb("playbook archive", "put a playbook away", "playbook:archive", (_BOOK, JSON)),
    Verb("playbook restore", "bring a playbook back", "playbook:restore", (_BOOK, JSON)),
    Verb(
        "playbook ready",
        "list ready-made playbooks, or take one in",
        "playbook:ready",
        (arg("name", metavar="NAME", nargs="*", help="the one to take in"), JSON),
    ),
    Verb(
        "playbook step add",
        "add a step to a playbook",
        "playbook:add_step",
        (_BOOK, arg("line", metavar="LINE", nargs="+", help=_LINE), _DETAILS, JSON),
    ),
    Verb(
        "playbook step edit",
        "change a step",
        "playbook:edit_step",
        (_BOOK, _STEP, arg("line", metavar="LINE", nargs="*", help=_LINE), _DETAILS, JSON),
    ),
    Verb(
        "playbook step move",
        "move a step among the others",
        "playbook:move_step",
        (
            _BOOK,
            _STEP,
            arg("where", metavar="WHERE", type=where, help="up, down, first, last, or a place like 2"),
            JSON,
        ),
    ),
    Verb("playbook step remove", "take a step out", "playbook:remove_step", (_BOOK, _STEP, JSON)),
    Verb(
        "playbook start",
        "create all cards of a playbook; shows them first",
        "playbook_run:start",
        (
            _BOOK,
            arg("--on", metavar="DAY", type=day, required=True, help="the day that its dates go by"),
            arg("--name", metavar="NAME", default="", help="what this run is called"),
            arg("--goal", metavar="GOAL", help="the goal that the cards serve: number or title"),
            arg("--new-goal", metavar="TITLE", default="", help="write a goal for it, as a draft"),
            arg("--person", metavar="LOGIN", help="who joins or leaves"),
            arg(
                "--without",
                metavar="STEP",
                type=count,
                action="append",
                default=[],
                help="leave a step out; can be repeated",
            ),
            _YES,
            OVER,
            JSON,
        ),
    ),
    Verb(
        "playbook runs",
        "list what was started, and how far it is",
        "playbook_run:everything",
        (_AWAY, JSON),
    ),
    Verb(
        "playbook postpone",
        "put a run on another day; shows what moves first",
        "playbook_run:postpone",
        (_RUN, arg("day", metavar="DAY", type=day), _YES, JSON),
    ),
    Verb(
        "playbook end", "put a run and its freeze away; its cards stay", "playbook_run:archive", (_RUN, JSON)
    ),
    Verb("freeze", "list the freezes", "freeze:everything", (JSON,)),
    Verb(
        "freeze list",
        "list the freezes",
        "freeze:all_of_them",
        (_AWAY, JSON),
    ),
    Verb(
        "freeze add",
        "keep cards with a tag from moving for a time",
        "freeze:add",
        (
            arg("name", metavar="NAME", nargs="+"),
            arg("--tag", metavar="T", dest="tags", action="append", required=True, help="can be repeated"),
            arg("--from", metavar="DAY", dest="start", type=day, help="the first day; today when left out"),
            arg("--until", metavar="DAY", dest="end", type=day, required=True, help="the last day"),
            _REASON,
            JSON,
        ),
    ),
    Verb(
        "freeze edit",
        "change a freeze",
        "freeze:edit",
        (
            _FREEZE,
            arg("--name", metavar="NAME", help="another name"),
            arg("--tag", metavar="T", dest="tags", action="append", help="replaces those there were"),
            arg("--from", metavar="DAY", dest="start", type=day, help="the first day"),
            arg("--until", metavar="DAY", dest="end", type=day, help="the last day"),
            _REASON,
            JSON,
        ),
    ),
    Verb("freeze end", "let cards move again from today on", "freeze:end", (_FREEZE, JSON)),
    Verb("freeze archive", "put a freeze away", "freeze:archive", (_FREEZE, JSON)),
    Verb("routine", "list the cards that come again", "routine:everything", (JSON,)),
    Verb(
        "routine list",
        "list the cards that come again",
        "routine:all_of_them",
        (_AWAY, JSON),
    ),
    Verb(
        "routine add",
        "have a card come again and again",
        "routine:add",
        (
            arg("title", metavar="TITLE", nargs="+", help="the card's title"),
            arg("--every", metavar="WHEN", required=True, help=_WHEN),
            *_ROUTINE,
            JSON,
        ),
    ),
    Verb(
        "routine edit",
        "change a routine",
        "routine:edit",
        (
            _ONE,
            arg("--title", metavar="TITLE", help="another title"),
            arg("--every", metavar="WHEN", help=_WHEN),
            *_ROUTINE,
            JSON,
        ),
    ),
    Verb("routine pause", "make no cards of a routine for a time", "routine:pause", (_ONE, JSON)),
    Verb("routine go-on", "make cards of it again, from today on", "routine:go_on", (_ONE, JSON)),
    Verb("routine archive", "put a routine away; its cards stay", "routine:archive", (_ONE, JSON)),
    Verb("routine restore", "bring a routine back", "routine:restore", (_ONE, JSON)),
    Verb("routine run", "make the cards that are due, unless they are there", "routine:run", (JSON,)),
    Verb(
        "routine next",
        "show on which days something would come",
        "routine:following",
        (
            arg("when", metavar="WHEN", nargs="+", help=_WHEN),
            arg("--count", metavar="N", type=count, default=5, help="how many days; 5 when left out"),
            arg("--first", metavar="DAY", type=day, help="the day that the rule counts from"),
            arg("--shift", choices=_SHIFTS, help=_SHIFT),
            JSON,
        ),
    ),
)
