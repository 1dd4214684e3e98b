"""The verbs for files with readings of KPIs, and for the watched folder."""

from __future__ import annotations

from tui.commands.verb import JSON, Verb, arg, flag

KPI_FILE_VERBS = (
    Verb(
        "kpi import",
        "read values of KPIs from a file, as shops export them; shows first what was understood",
        "kpi_import",
        (
            arg("file", metavar="FILE", help="text with commas, semicolons, tabs or bars; - reads the input"),
            arg("--dates", choices=("dmy", "mdy"), help="the order of dates like 03/04/2026"),
            arg("--decimal", choices=(",", "."), metavar=",|.", help="the decimal mark"),
            arg("--kpi", metavar="NAME", default="", help="whose a file of two columns is: date and value"),
            flag("--percent", "values below 1 of KPIs in %% are percent already, and no shares of one"),
            flag("--partly", "write what can be read although some rows cannot"),
            flag("--yes", "do not ask; write it down"),
            JSON,
        ),
    ),
    Verb(
        "kpi inbox",
        "read the files that were dropped into the folder “inbox” beside team.json",
        "kpi_inbox",
        (flag("--make", "make that folder, for the same people as the team's"), JSON),
    ),
)
