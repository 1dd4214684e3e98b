"""The verbs that change cards: what they say, who does them, what they wait for, and their steps."""

from __future__ import annotations

from typing import Any

from tui.commands.values import maybe_day, maybe_hours, number, where
from tui.commands.verb import JSON, OVER, Argument, Verb, arg, flag

_NUMBER = arg("number", metavar="NUMBER", type=number, help="the task's number")
_STEP = arg("step", metavar="STEP", help="its place in the list, or how its text begins")
_TEXT = arg("text", metavar="TEXT", nargs="+", help="what is to be done")


def _several(name: str, metavar: str, help: str, **settings: Any) -> Argument:
    return arg(
        name, metavar=metavar, action="append", default=[], help=f"{help}; can be repeated", **settings
    )


CARD_VERBS = (
    Verb(
        "edit",
        "change what one or several tasks say, as one change",
        "edit_cards",
        (
            _NUMBER,
            arg(
                "changes",
                metavar="CHANGES",
                nargs="*",
                help="further numbers, then changes as on the board, in single quotes for the shell: "
                "“@ben -@ana !low due:none #shoot -#old ~Marketing in:Ready goal:7”; all before the options",
            ),
            arg("--title", metavar="TEXT", help="another title"),
            arg("--description", metavar="TEXT", help="Markdown; - reads it from the input"),
            arg("--due", metavar="D", type=maybe_day, help="2026-11-27, today, friday, +3d, eom or none"),
            arg(
                "--start",
                metavar="D",
                type=maybe_day,
                help="the day before which nobody needs to begin, or none",
            ),
            arg("--estimate", metavar="H", type=maybe_hours, help="effort in hours, or like 30m, or none"),
            arg("--priority", choices=("urgent", "high", "normal", "low")),
            _several("--tag", "T", "put a tag on", dest="tags"),
            _several("--untag", "T", "take a tag off", dest="tags_off"),
            _several("--link", "ADDRESS", "add the address of a page or file", dest="links"),
            _several("--unlink", "ADDRESS", "take an address off", dest="links_off"),
            arg(
                "--goal",
                metavar="G",
                help="the goal that it serves: its number, how its title begins, or none",
            ),
            OVER,
            JSON,
        ),
    ),
    Verb(
        "assign",
        "say who works on one or several tasks",
        "assign",
        (
            _NUMBER,
            arg(
                "people",
                metavar="LOGIN",
                nargs="*",
                help="further numbers, then the people who do it instead of those who did; me is yourself",
            ),
            flag("--take", "put yourself on it as well; “tagwerk edit 12 -@me” takes you off"),
            flag("--nobody", "take everybody off"),
            JSON,
        ),
    ),
    Verb(
        "block",
        "say why a task cannot go on",
        "block",
        (
            _NUMBER,
            arg("reason", metavar="REASON", nargs="+", help="what it waits for; - reads it from the input"),
            JSON,
        ),
    ),
    Verb("unblock", "say that a task can go on", "block:unblock", (_NUMBER, JSON)),
    Verb(
        "hand-over",
        "give a task to another role",
        "card_places:hand_over",
        (
            _NUMBER,
            arg("role", metavar="ROLE", help="the role that goes on with it; “none” for nobody's"),
            arg("--note", metavar="TEXT", default="", help="a comment for them; - reads it from the input"),
            OVER,
            JSON,
        ),
    ),
    Verb(
        "order",
        "move a task up or down among those in its column and role",
        "card_places:order",
        (
            _NUMBER,
            arg(
                "where",
                metavar="WHERE",
                choices=("up", "down", "first", "last"),
                help="up, down, first or last",
            ),
            JSON,
        ),
    ),
    Verb(
        "depend",
        "say that a task waits for others",
        "depend",
        (
            _NUMBER,
            arg("on", metavar="ON", nargs="+", type=number, help="numbers of the tasks that come first"),
            arg("--not", dest="freed", action="store_true", help="it does not wait for them any longer"),
            JSON,
        ),
    ),
    Verb("duplicate", "copy a task as new work", "duplicate", (_NUMBER, OVER, JSON)),
    Verb("check", "list the steps of a task", "steps:everything", (_NUMBER, JSON)),
    Verb("check add", "add a step", "steps:add", (_NUMBER, _TEXT, JSON)),
    Verb("check tick", "tick a step off", "steps:tick", (_NUMBER, _STEP, JSON)),
    Verb("check untick", "take the tick away again", "steps:untick", (_NUMBER, _STEP, JSON)),
    Verb("check edit", "change the text of a step", "steps:edit", (_NUMBER, _STEP, _TEXT, JSON)),
    Verb("check remove", "take a step off the list", "steps:remove", (_NUMBER, _STEP, JSON)),
    Verb(
        "check move",
        "move a step among the others",
        "steps:move",
        (
            _NUMBER,
            _STEP,
            arg("where", metavar="WHERE", type=where, help="up, down, first, last, or a place from 1"),
            JSON,
        ),
    ),
)
