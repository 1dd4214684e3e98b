"""The verbs for the past: the history, the team as it was, backups, and bringing back."""

from __future__ import annotations

from tui.commands.values import count, number, past
from tui.commands.verb import JSON, OVER, Verb, arg, flag

_TIME = "like 2026-11-20, “fri 14:30”, yesterday, 3d, or @1234 for a commit"

PAST_VERBS = (
    Verb(
        "log",
        "tell who changed what, newest first, from the complete history",
        "past_log",
        (
            arg(
                "what",
                metavar="WHAT",
                nargs="*",
                help="one thing: #12, “goal 3”, “role Buying”, “member ana”",
            ),
            arg("--by", metavar="LOGIN", help="only what this person did"),
            arg("--since", metavar="TIME", type=past, help=_TIME),
            arg("--until", metavar="TIME", type=past, help="in the same way"),
            arg("--text", metavar="T", help="only what has all these words in it"),
            arg("-n", metavar="N", dest="most", type=count, default=30, help="at most so many; 0 for all"),
            flag("--changes", "also each field, before and after"),
            JSON,
        ),
    ),
    Verb(
        "as-of",
        "show the board as it was, or write all of it to a file",
        "as_of",
        (
            arg("time", metavar="TIME", type=past, help=_TIME),
            flag("--archived", "the cards that were put away by then"),
            arg("--export", metavar="FILE", help="write the whole team as a TinyDB file"),
            JSON,
        ),
    ),
    Verb(
        "restore",
        "bring an archived task back to the board, or what was at a time or in a backup",
        "restore",
        (
            arg("number", metavar="NUMBER", nargs="?", type=number, help="the task's number"),
            OVER,
            arg(
                "--from",
                dest="source",
                metavar="FILE|TIME",
                help=f"a backup or TinyDB file, or a time {_TIME}",
            ),
            arg(
                "--only",
                metavar="WHAT",
                action="append",
                default=[],
                help="one thing: #12, “goal 3”, “role Buying”; can be repeated",
            ),
            flag("--exactly", "also put away what came since"),
            flag("--yes", "do it; without it, only say what would change"),
            JSON,
        ),
    ),
    Verb("backup", "list the backups of the team", "backup:everything", (JSON,)),
    Verb("backup list", "list the backups of the team", "backup:everything", (JSON,)),
    Verb("backup now", "make one that stays until somebody deletes it", "backup:make", (JSON,)),
)
