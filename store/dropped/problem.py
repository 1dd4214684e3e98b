"""The file that says, beside another one, why that could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from store.exchange.readings import Plan
from store.phrases import counted
from store.text import clean, clean_line

_HEAD = "Tagwerk could not read this file:"
_TOLD = 20
"""Sentences, so that it stays a note."""


def note(name: str, checksum: str, reasons: Sequence[str]) -> bytes:
    """What is written; the same file gives the same words, so that it is written once."""
    told = [f"- {clean(reason)}" for reason in reasons[:_TOLD]]
    more = [f"- and {len(reasons) - _TOLD:,} more"] if len(reasons) > _TOLD else []
    lines = [
        *(f"{_HEAD} {clean_line(name)}", "", *told, *more, ""),
        "It was left as it is, and none of its values was taken. Mend it and save it here again,",
        "or say on the command line what is meant: tagwerk kpi import FILE",
        *("", f"checksum {checksum}", ""),
    ]
    return "\n".join(lines).encode("utf-8", "replace")


def is_ours(content: bytes) -> bool:
    """Whether a file is such a note."""
    return content.startswith(_HEAD.encode())


def why_in(content: bytes) -> str:
    """The first reason in a note; empty: it has none."""
    lines = content.decode("utf-8", "replace").splitlines()
    return clean_line(next((line[2:] for line in lines if line.startswith("- ")), ""))


def reasons(plan: Plan) -> list[str]:
    """Why a file is not read without somebody who looks at it; none: it can be."""
    rows = [f"Line {one.line:,}: {one.why}." for one in plan.unread[:_TOLD]]
    if len(plan.unread) > _TOLD:
        rows.append(f"{counted(len(plan.unread) - _TOLD, 'more row')} could not be read.")
    # Where nothing could be read, the rows say why.
    found = [*plan.questions, *rows] if plan.entries else [*rows, *plan.questions]
    # What no KPI is called helps to see why, but is no reason by itself.
    return [*found, *plan.left_out] if found else []
