"""The one table of verbs: what each is called, what it takes, and the module that does it.

A verb's module has a function `run(call, **arguments) -> Answer`; it is imported only when the verb is used.
"""

from __future__ import annotations

from argparse import SUPPRESS

from tui.commands.absence_verbs import ABSENCE_VERBS
from tui.commands.adjustment_verbs import ADJUSTMENT_VERBS
from tui.commands.card_verbs import CARD_VERBS
from tui.commands.culture_verbs import CULTURE_VERBS
from tui.commands.duty_verbs import DUTY_VERBS
from tui.commands.findings_verbs import FINDINGS_VERBS
from tui.commands.flow_verbs import FLOW_VERBS
from tui.commands.goal_verbs import GOAL_VERBS
from tui.commands.kpi_file_verbs import KPI_FILE_VERBS
from tui.commands.kpi_verbs import KPI_VERBS
from tui.commands.news_verbs import NEWS_VERBS
from tui.commands.past_verbs import PAST_VERBS
from tui.commands.playbook_verbs import PLAYBOOK_VERBS
from tui.commands.report_verbs import REPORT_VERBS
from tui.commands.skill_verbs import SKILL_VERBS
from tui.commands.standup_verbs import STANDUP_VERBS
from tui.commands.team_verbs import TEAM_VERBS
from tui.commands.values import count, day, hours, number
from tui.commands.verb import JSON, OVER, Argument, OneOf, Verb, arg, flag

__all__ = ["COMMON", "VERBS", "Argument", "OneOf", "Verb"]

_OUTSIDE = {"default": SUPPRESS, "metavar": "PATH"}
COMMON = (
    arg("--folder", **_OUTSIDE, dest="folder_option", help="the team's folder"),
    arg("--as", **{**_OUTSIDE, "metavar": "NAME"}, dest="person_option", help="login of the person who acts"),
)
"""Options that every verb takes, before or after its name."""

_NUMBER = arg("number", metavar="NUMBER", type=number, help="the task's number")
_FOLDER = arg("folder", metavar="FOLDER", nargs="?", help="the folder; the current one when left out")
_SETTING = arg("name", metavar="NAME", help="like theme, or keys.board.move_right")
_TIME_ZONE = arg("--time-zone", metavar="ZONE", help="like Europe/Berlin")

_JOINING = (
    arg("login", metavar="LOGIN"),
    arg("--name", metavar="NAME", help="the full name"),
    arg("--role", metavar="R", dest="roles", action="append", default=[], help="can be repeated"),
    arg("--initials", metavar="XY", help="up to four letters for the cards"),
    _TIME_ZONE,
    arg("--on", metavar="DAY", type=day, help="the first day"),
    arg(
        "--playbook",
        metavar="P",
        dest="playbooks",
        action="append",
        default=[],
        help="start a playbook for joining; “all”: all that fit; can be repeated",
    ),
    JSON,
)

VERBS = (
    Verb("open", "open the board", "open_board"),
    Verb(
        "init",
        "make a team in a folder",
        "init",
        (
            _FOLDER,
            arg("--name", metavar="TEAM", help="what the team is called"),
            arg("--roles", metavar="all|LIST|none", help="roles of an online shop, with commas between"),
            arg(
                "--member",
                metavar="LOGIN:NAME:ROLES",
                dest="members",
                action="append",
                default=[],
                help="somebody in the team, like “ben:Ben Okafor:warehouse,finance”; can be repeated",
            ),
            _TIME_ZONE,
            flag("--yes", "do not ask; take the defaults"),
            JSON,
        ),
    ),
    Verb(
        "doctor",
        "look whether a folder is fit, healthy and not too open",
        "doctor",
        (_FOLDER, flag("--repair", "also mend what needs nobody's decision"), JSON),
    ),
    Verb("brief", "say what waits for you today", "brief", (JSON,)),
    Verb(
        "demo",
        "make a demo team and open it",
        "demo",
        (
            arg("--tasks", metavar="N", type=count, help="how many tasks it has"),
            arg("--seed", metavar="S", type=count, help="another number gives another demo"),
            flag("--no-open", "only make it"),
            JSON,
        ),
    ),
    Verb(
        "import",
        "bring in a Trello board export or a CSV file",
        "import_file",
        (
            arg("file", metavar="FILE"),
            arg("--format", choices=("trello", "csv"), help="told by the file when left out"),
            arg(
                "--lists-as",
                choices=("columns", "roles"),
                default="columns",
                help="what the file's lists become",
            ),
            flag("--dry-run", "only say what would be done"),
            JSON,
        ),
    ),
    Verb(
        "add",
        "add a task",
        "add",
        (
            arg(
                "title",
                metavar="TITLE",
                nargs="+",
                help="what is to be done, also with “@ana prio:high #tag due:fri ~Role est:2h in:Ready”",
            ),
            flag("--plain", "the title has no such signs in it"),
            arg("--role", metavar="R", help="the role that does it"),
            arg("--column", metavar="C", help="where it goes; the first column when left out"),
            arg(
                "--assign", metavar="LOGIN", action="append", default=[], help="who does it; can be repeated"
            ),
            arg("--priority", choices=("urgent", "high", "normal", "low")),
            arg("--due", metavar="D", type=day, help="2026-11-27, today, friday, 27.11., +3d or eom"),
            arg("--tag", metavar="T", dest="tags", action="append", default=[], help="can be repeated"),
            arg("--estimate", metavar="H", type=hours, help="effort in hours, or like 30m"),
            arg("--description", metavar="TEXT", help="Markdown; - reads it from the input"),
            OVER,
            JSON,
        ),
    ),
    Verb(
        "list",
        "list tasks",
        "list_tasks",
        (
            arg("--role", metavar="R", help="only those of a role; “none” for nobody's"),
            arg("--column", metavar="C", help="only those in a column"),
            OneOf(
                (
                    flag("--mine", "only your own"),
                    arg("--assignee", metavar="LOGIN", help="only those of a person"),
                )
            ),
            flag("--blocked", "only those that cannot go on"),
            flag("--overdue", "only those whose due date has passed"),
            flag("--archived", "those that were put away, instead of those on the board"),
            arg("--text", metavar="T", help="only those that contain all these words"),
            arg("--filter", metavar="Q", help="as on the board: “is:blocked -@me”; or --filter=-@me"),
            JSON,
        ),
    ),
    Verb(
        "show",
        "show all of a task",
        "show",
        (_NUMBER, flag("--history", "all of its history, also what takes long to find"), JSON),
    ),
    Verb(
        "move",
        "move a task to another column",
        "move",
        (
            _NUMBER,
            arg("column", metavar="COLUMN"),
            arg("--role", metavar="R", help="also give it to another role; “none” for nobody's"),
            flag("--top", "to the top instead of the end"),
            OVER,
            JSON,
        ),
    ),
    Verb("done", "finish a task", "move:finish", (_NUMBER, OVER, JSON)),
    Verb("archive", "put a task away; nothing of it is lost", "archive", (_NUMBER, JSON)),
    Verb(
        "comment",
        "comment on a task",
        "comment",
        (
            _NUMBER,
            arg("text", metavar="TEXT", nargs="+", help="what to say; - reads it from the input"),
            JSON,
        ),
    ),
    *CARD_VERBS,
    Verb("filter", "list the filters that the team keeps", "filters:everything", (JSON,)),
    Verb("filter list", "list the filters that the team keeps", "filters:everything", (JSON,)),
    Verb(
        "filter add",
        "keep a filter for everybody",
        "filters:add",
        (
            arg("name", metavar="NAME"),
            arg("query", metavar="QUERY", nargs="+", help="as on the board, like “@me is:open”"),
            arg("--key", metavar="K", default="", help="one character that calls it up"),
            JSON,
        ),
    ),
    Verb(
        "filter remove", "remove a filter", "filters:remove", (arg("name", metavar="NAME", nargs="+"), JSON)
    ),
    Verb("member add", "take somebody into the team", "member:add", _JOINING),
    Verb("member join", "take somebody into the team, from a day on", "member:add", _JOINING),
    Verb(
        "clash", "list changes of yours that stand against somebody else's work", "clash:everything", (JSON,)
    ),
    Verb(
        "clash show",
        "show all of one of them",
        "clash:show",
        (arg("number", metavar="N", type=count, help="its number in the list"), JSON),
    ),
    Verb(
        "clash settle",
        "decide on one of them",
        "clash:settle",
        (
            arg("number", metavar="N", type=count, help="its number in the list"),
            arg("whose", metavar="WHOSE", choices=("mine", "theirs"), help="mine or theirs"),
            JSON,
        ),
    ),
    Verb("member list", "list the people in the team", "member:everybody", (JSON,)),
    Verb("config list", "list your own settings", "config:everything", (JSON,)),
    Verb("config get", "show one of your settings", "config:get", (_SETTING, JSON)),
    Verb(
        "config set",
        "change one of your settings",
        "config:put",
        (_SETTING, arg("value", metavar="VALUE", nargs="+", help="for keys one or more"), JSON),
    ),
    Verb("config reset", "take the usual value again", "config:reset", (_SETTING, JSON)),
    *GOAL_VERBS,
    *FLOW_VERBS,
    *REPORT_VERBS,
    *KPI_VERBS,
    *ADJUSTMENT_VERBS,
    *KPI_FILE_VERBS,
    *NEWS_VERBS,
    *STANDUP_VERBS,
    *FINDINGS_VERBS,
    *ABSENCE_VERBS,
    *SKILL_VERBS,
    *TEAM_VERBS,
    *PLAYBOOK_VERBS,
    *DUTY_VERBS,
    *CULTURE_VERBS,
    *PAST_VERBS,
)
"""All verbs; the first one is what `tagwerk` does without any."""
