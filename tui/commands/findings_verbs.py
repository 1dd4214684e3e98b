"""The verb for what is wrong with how the work is divided."""

from __future__ import annotations

from tui.commands.verb import JSON, Verb, arg

KINDS = (
    "empty",
    "unanswered",
    "undone",
    "stranded",
    "uncovered",
    "no-lead",
    "disputed",
    "overloaded",
    "homeless",
    "outside",
    "no-deputy",
    "alone",
    "no-role",
)
"""As `FindingKind` has them; it is not imported to tell wrong usage."""

FINDINGS_VERBS = (
    Verb(
        "findings",
        "list what is wrong with how the work is divided: who is missing, what is done twice",
        "findings",
        (
            arg("--kind", choices=KINDS, help="only those of a kind"),
            arg(
                "--person", metavar="LOGIN", help="only those that are somebody's business; “me” for your own"
            ),
            arg("--role", metavar="R", help="only those that belong to a role"),
            JSON,
        ),
    ),
)
