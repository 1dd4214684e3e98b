"""The verbs for playbooks, their runs, freezes and routines."""

from __future__ import annotations

from tui.commands.values import count, day, where
from tui.commands.verb import JSON, OVER, Verb, arg, flag

_BOOK = arg("playbook", metavar="PLAYBOOK", help="its number, name, or how the name begins")
_STEP = arg("step", metavar="STEP", type=count, help="its number in the playbook")
_RUN = arg("run", metavar="RUN", help="its number or a part of its name")
_DETAILS = arg("--details", metavar="TEXT", help="more about it, Markdown; - reads it from the input")
_LINE = "like “-14 Marketing: Book the ads #ads 4h !high @lead”; -21..-14 also says from when on"
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


PLAYBOOK_VERBS = (
    Verb("playbook", "list the playbooks", "playbook:everything", (JSON,)),
    Verb(
        "playbook list",
        "list the playbooks",
        "playbook:everything",
        (flag("--archived", "those that were put away"), JSON),
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
        (flag("--archived", "those that were put away"), JSON),
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
)
