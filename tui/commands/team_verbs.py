"""The verbs for what the team has agreed on: settings, columns, roles, tags, people."""

from __future__ import annotations

from tui.commands.values import clock, day, limit, maybe_day, setting, week_days, week_hours, where
from tui.commands.verb import JSON, Argument, Verb, arg, flag

_COLOURS = "blue, green, yellow, red, magenta, cyan, orange, grey, or none"
_LIMIT = arg("--limit", metavar="N", type=limit, help="cards at once; “none” for no limit")
_SETTINGS = (
    "name, time_zone, stale_after (days), working_days (like Mo-Fr), standup_seconds (for one person), "
    "standup_order (random or fixed), hours_per_week, accountable_limit (things that one person answers "
    "for), currency (like EUR) or holidays (calendars like DE-HH,islamic)"
)
_NAME = arg("--name", metavar="NAME", help="another name")
_WHERE = arg(
    "where", metavar="WHERE", type=where, help="left or up, right or down, first, last, or a place like 2"
)


def _place(word: str) -> Argument:
    return arg("place", metavar=word.upper(), help=f"the {word}'s name, or how it begins")


_COLUMN = (
    arg("--kind", choices=("queue", "active", "done"), help="what it means for a card to be there"),
    _LIMIT,
    arg("--policy", metavar="TEXT", help="when a card may enter or leave; - reads it from the input"),
)
_ROLE = (
    arg("--lead", metavar="LOGIN", help="who leads it; “none” for nobody"),
    arg("--deputy", metavar="LOGIN", help="who stands in; “none” for nobody"),
    arg("--colour", metavar="COLOUR", help=_COLOURS),
    _LIMIT,
    arg("--mission", metavar="TEXT", help="why it exists, in a sentence"),
    arg(
        "--answers-for",
        metavar="TEXT",
        dest="responsibilities",
        action="append",
        help="something that it answers for; can be repeated, and replaces what was there",
    ),
    arg(
        "--decision",
        metavar="TEXT",
        dest="decisions",
        action="append",
        help="what it may decide alone, like “refunds up to 100 EUR”; can be repeated, and replaces",
    ),
    arg(
        "--kpi",
        metavar="NAME",
        dest="kpis",
        action="append",
        help="a figure that it watches; can be repeated, and replaces",
    ),
    arg("--department", metavar="NAME", help="the part of the company it belongs to; “none” for none"),
    arg("--above", metavar="ROLE", help="the role that it answers to; “none” for none"),
)
_TAG = (
    arg("--colour", metavar="COLOUR", help=_COLOURS),
    arg("--for", metavar="TEXT", dest="description", help="what it is for, in a sentence"),
)
_LOGIN = arg("login", metavar="LOGIN")
_TAG_NAME = arg("name", metavar="TAG", help="with or without the #")

TEAM_VERBS = (
    Verb(
        "settings",
        "show or change what the team has agreed on",
        "settings",
        (
            arg(
                "--set",
                metavar="NAME=VALUE",
                dest="changes",
                type=setting,
                action="append",
                default=[],
                help=f"{_SETTINGS}; can be repeated",
            ),
            JSON,
        ),
    ),
    Verb(
        "settings set",
        "change what the team has agreed on",
        "settings",
        (arg("changes", metavar="NAME=VALUE", type=setting, nargs="+", help=_SETTINGS), JSON),
    ),
    Verb("column", "list the board's columns", "column:everything", (JSON,)),
    Verb("column list", "list the board's columns", "column:everything", (JSON,)),
    Verb("column add", "add a column", "column:add", (arg("name", metavar="NAME"), *_COLUMN, JSON)),
    Verb("column edit", "change a column", "column:edit", (_place("column"), _NAME, *_COLUMN, JSON)),
    Verb("column move", "move a column among the others", "column:move", (_place("column"), _WHERE, JSON)),
    Verb("column archive", "put an empty column away", "column:archive", (_place("column"), JSON)),
    Verb("column restore", "bring a column back", "column:restore", (_place("column"), JSON)),
    Verb("role", "list the team's roles", "role:everything", (JSON,)),
    Verb("role list", "list the team's roles", "role:everything", (JSON,)),
    Verb("role add", "add a role", "role:add", (arg("name", metavar="NAME"), *_ROLE, JSON)),
    Verb("role edit", "change a role", "role:edit", (_place("role"), _NAME, *_ROLE, JSON)),
    Verb("role move", "move a role among the others", "role:move", (_place("role"), _WHERE, JSON)),
    Verb("role archive", "put a role without cards away", "role:archive", (_place("role"), JSON)),
    Verb("role restore", "bring a role back", "role:restore", (_place("role"), JSON)),
    Verb("tag", "list tags, and words that only cards carry", "tag:everything", (JSON,)),
    Verb("tag list", "list tags, and words that only cards carry", "tag:everything", (JSON,)),
    Verb("tag add", "agree on a tag", "tag:add", (_TAG_NAME, *_TAG, JSON)),
    Verb("tag edit", "change a tag", "tag:edit", (_TAG_NAME, *_TAG, JSON)),
    Verb(
        "tag rename",
        "give a tag another name, also on its cards",
        "tag:rename",
        (_TAG_NAME, arg("to", metavar="NAME"), JSON),
    ),
    Verb("tag move", "move a tag among the others", "tag:move", (_TAG_NAME, _WHERE, JSON)),
    Verb("tag archive", "put a tag away; cards keep the word", "tag:archive", (_TAG_NAME, JSON)),
    Verb("tag restore", "bring a tag back", "tag:restore", (_TAG_NAME, JSON)),
    Verb(
        "tag merge",
        "make one tag of two",
        "tag:merge",
        (_TAG_NAME, arg("into", metavar="INTO", help="the tag that its cards carry then"), JSON),
    ),
    Verb(
        "member edit",
        "change what is known about a person",
        "member_change:edit",
        (
            _LOGIN,
            arg("--name", metavar="NAME", help="the full name"),
            arg(
                "--role",
                metavar="R",
                dest="roles",
                action="append",
                help="can be repeated, and replaces what was there; the first is the main one",
            ),
            arg("--initials", metavar="XY", help="up to four letters for the cards"),
            arg("--time-zone", metavar="ZONE", help="like Europe/Berlin"),
            arg("--hours", metavar="H", type=week_hours, help="working hours a week; “none” for the team's"),
            arg(
                "--days", metavar="DAYS", type=week_days, help="like Mon-Thu or Mo,We; “none” for the team's"
            ),
            arg("--from", metavar="TIME", dest="works_from", type=clock, help="like 09:00; “none” for none"),
            arg("--until", metavar="TIME", dest="works_until", type=clock, help="like 17:30"),
            arg(
                "--share",
                metavar="ROLE=PERCENT",
                dest="shares",
                action="append",
                help="how much of the hours belongs to a role; can be repeated, 0 takes it away",
            ),
            arg("--joined", metavar="D", dest="joined_on", type=maybe_day, help="the first day in the team"),
            arg("--birthday", metavar="MM-DD", help="like 03-21, without the year; “none” for none"),
            arg("--pronouns", metavar="WORDS", help="like she/her; “none” for none"),
            arg("--spoken", metavar="TEXT", help="how the name is spoken, like ee-NESH; “none” for none"),
            arg(
                "--holidays",
                metavar="LIST",
                help="calendars that the person keeps, like IN or DE-HH,islamic; “none” for the team's",
            ),
            JSON,
        ),
    ),
    Verb("member show", "show all that is known about a person", "member_show", (_LOGIN, JSON)),
    Verb(
        "member leave",
        "take somebody out of the team, and list what has no owner afterwards",
        "member_leave:leave",
        (
            _LOGIN,
            arg("--on", metavar="DAY", type=day, help="the last day; before it, only the rest is done"),
            arg("--to", metavar="LOGIN", help="who takes over what would have no owner"),
            arg(
                "--playbook",
                metavar="P",
                dest="playbooks",
                action="append",
                default=[],
                help="start a playbook for leaving; “all”: all that fit; can be repeated",
            ),
            flag("--dry-run", "only list what has no owner afterwards"),
            flag("--yes", "do not ask"),
            JSON,
        ),
    ),
    Verb("member back", "bring somebody back who has left", "member_change:back", (_LOGIN, JSON)),
)
