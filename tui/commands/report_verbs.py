"""The verbs that write reports, tables and charts for people without a terminal."""

from __future__ import annotations

from tui.commands.values import any_day, count, told_day
from tui.commands.verb import JSON, OneOf, Verb, arg, flag

_FILE = (
    arg("-o", "--output", metavar="FILE", dest="output", help="where it goes; printed when left out"),
    flag("--force", "write over a file of any kind"),
    JSON,
)
_FIRST = arg("--from", metavar="DAY", dest="first", type=told_day, help="the first day")
_UNTIL = arg("--until", metavar="DAY", type=any_day, help="the last day; today when left out")

REPORT_VERBS = (
    Verb(
        "report",
        "write a page of a week or a month, to be read without a terminal",
        "report",
        (
            OneOf(
                (
                    arg(
                        "--week",
                        metavar="W",
                        nargs="?",
                        const="this",
                        help="this (when left out), last, 48, 2026-W48, or a day in it",
                    ),
                    arg(
                        "--month",
                        metavar="M",
                        nargs="?",
                        const="this",
                        help="this, last, nov, 2026-11, or a day in it",
                    ),
                    _FIRST,
                )
            ),
            _UNTIL,
            arg("--format", choices=("md", "html"), help="told by the file when left out, else md"),
            arg("--department", metavar="D", help="only of one department, as the roles name it"),
            *_FILE,
        ),
    ),
    Verb(
        "export",
        "write figures as rows for a spreadsheet",
        "export",
        (
            arg(
                "what",
                metavar="WHAT",
                choices=("kpis", "readings", "flow", "goals", "adjustments"),
                help="kpis, readings, flow, goals or adjustments",
            ),
            arg("--kpi", metavar="KPI", help="of readings only those of one KPI"),
            _FIRST,
            _UNTIL,
            arg("--format", choices=("csv", "json"), help="told by the file when left out, else csv"),
            flag("--excel", "semicolons, decimal commas, and the mark by which Excel knows UTF-8"),
            *_FILE,
        ),
    ),
    Verb(
        "chart",
        "draw a KPI or the flow of work as SVG",
        "export:chart",
        (
            arg("kpi", metavar="KPI", nargs="?", help="its name, how that begins, or its number"),
            arg("--flow", choices=("weeks", "times", "cumulative"), help="the flow of work instead"),
            arg("--by", choices=("day", "week", "month", "quarter"), help="its own cadence when left out"),
            arg("--last", metavar="N", type=count, help="how many values; for the flow how many weeks"),
            flag("--compare", "also the same periods a year before"),
            *_FILE,
        ),
    ),
)
