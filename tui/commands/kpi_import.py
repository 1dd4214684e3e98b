"""`tagwerk kpi import`: readings from a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from store.errors import Refused
from store.exchange.reading import read_bytes
from store.exchange.readings import Answers, Plan, State, understand
from store.exchange.readings.dates import Order
from store.exchange.readings.numbers import Decimal
from store.exchange.readings.sheet import MAX_BYTES
from store.kpis.periods import titled
from store.models import Cadence
from store.phrases import counted
from store.rules.readings import refuse_read
from tui.commands.answer import Json
from tui.commands.call import Call
from tui.commands.grid import aligned
from tui.commands.printing import show, width
from tui.commands.questions import Questions
from tui.commands.session import session

_TOLD = 12
"""Rows and corrections that are told one by one."""
_INPUT = "standard input"


def run(
    call: Call,
    *,
    file: str,
    dates: str | None,
    decimal: str | None,
    kpi: str,
    percent: bool,
    partly: bool,
    yes: bool,
) -> Read:
    """Read a file, all of it or nothing: show what was understood, ask, and write it down.

    Where rows could not be read, the rest is written only when somebody has said so.

    Raises:
        NotFound: there is no KPI of the name that was given.
        Refused: the file cannot be read or was read before, something in it is open, or the person is not in
            the team.
        StorageError: the folder cannot be written.
    """
    name, content = _content(call, file)
    answers = Answers(Order(dates) if dates else None, Decimal(decimal) if decimal else None, kpi, percent)
    with session(call) as opened:
        refuse_read(opened.team, name, sha256(content).hexdigest())
        plan = understand(content, name, opened.team, opened.now, answers)
        is_open = bool(plan.questions or (plan.unread and not partly))
        read = Read(plan, status=1 if is_open else 0)
        is_asked = call.world.is_terminal and not call.wants_json and file != "-"
        if not yes and is_asked and not plan.questions:
            show(call.world.stdout, read.preview(width(call.world)))
            read = replace(read, is_told=True, status=0)
            if not _agreed(call, "Write the rest down?" if plan.unread else "Write this down?"):
                return read
        elif not yes or (plan.unread and not plan.questions and not partly):
            return replace(read, is_refused=yes)
        opened.commit(plan.change(opened.team, opened.member, opened.now))
        return replace(read, is_written=True)


def _content(call: Call, file: str) -> tuple[str, bytes]:
    """The name of the file and its bytes.

    Raises:
        Refused: it cannot be read, or is too large.
    """
    if file != "-":
        path = Path(file).expanduser()
        # Before it is read: what is far too large is not taken into memory.
        return path.name, read_bytes(path, MAX_BYTES)
    stream = getattr(call.world.stdin, "buffer", None)
    if stream is None:
        return _INPUT, call.world.stdin.read(MAX_BYTES + 1).encode()
    return _INPUT, stream.read(MAX_BYTES + 1)


def _agreed(call: Call, question: str) -> bool:
    def read(text: str) -> bool:
        if text.casefold() not in ("y", "yes", "n", "no"):
            raise Refused("Say yes or no.")
        return text.casefold() in ("y", "yes")

    return Questions(call.world).ask(question, "no", read)


@dataclass(frozen=True)
class Read:
    """What a file says, and whether it was written down."""

    plan: Plan
    is_written: bool = False
    is_told: bool = False
    """Whether the person has seen all of it already."""
    is_refused: bool = False
    """Whether it was to be written, and was not because rows could not be read."""
    status: int = 0

    def lines(self, width: int | None) -> Iterable[str]:
        """What was understood, and what was done."""
        if not self.is_told:
            yield from self.preview(width)
        if self.is_written:
            new = len(self.plan.entries) - self.plan.count(State.KNOWN)
            yield f"Wrote down {counted(new, 'reading')} from {self.plan.name}{self._without()}."
        elif self.plan.questions:
            yield "Nothing was changed: the file leaves something open."
        elif self.is_told:
            yield "Nothing was changed."
        elif self.plan.unread and self.status:
            more = "" if self.is_refused else " with --yes"
            rows = counted(len(self.plan.unread), "row")
            yield f"Nothing was changed: {rows} could not be read; --partly{more} writes the rest."
        else:
            yield "Nothing was changed; --yes writes it down."

    def _without(self) -> str:
        unread = len(self.plan.unread)
        return f", without {counted(unread, 'row')} that could not be read" if unread else ""

    def preview(self, width: int | None) -> Iterator[str]:
        """What was understood, column by column and KPI by KPI, and what was not."""
        plan = self.plan
        yield f"{plan.name}: {plan.form}"
        columns = [(one.name, "is", one.meaning, one.example) for one in plan.columns]
        yield from aligned([("  ", *row) for row in columns], width, (2, 8, 2, 8, 8))
        if plan.entries:
            yield ""
            yield from aligned(list(_by_kpi(plan)), width, (8, 4, 4, 4, 0, 0))
        corrections = [one for one in plan.entries if one.state is State.CORRECTION]
        for one in corrections[:_TOLD]:
            day = titled(one.day, one.kpi.cadence)
            before = "" if one.before is None else f"{one.before:.15g}"
            yield f"  Correction of “{one.kpi.name}”, {day}: {before} → {one.value:.15g}"
        yield from _more(len(corrections), "correction")
        yield from plan.left_out
        for row in plan.unread[:_TOLD]:
            yield f"Line {row.line:,} could not be read: {row.why}."
        yield from _more(len(plan.unread), "row")
        yield from plan.questions

    def document(self) -> Json:
        """All of it; `written` says whether it was written down."""
        plan = self.plan
        entries = [
            {
                "line": one.line,
                "kpi": one.kpi.id,
                "name": one.kpi.name,
                "day": one.day.isoformat(),
                "value": one.value,
                "state": one.state.value,
                "before": one.before,
                "note": one.note,
            }
            for one in plan.entries
        ]
        columns = [{"name": o.name, "meaning": o.meaning, "example": o.example} for o in plan.columns]
        return {
            "file": plan.name,
            "checksum": plan.checksum,
            "written": self.is_written,
            "form": plan.form,
            "columns": columns,
            "entries": entries,
            "unread": [{"line": one.line, "why": one.why} for one in plan.unread],
            "left_out": list(plan.left_out),
            "questions": list(plan.questions),
        }


def _by_kpi(plan: Plan) -> Iterator[tuple[str, ...]]:
    """A heading, and a row for each KPI."""
    yield "KPI", "new", "corrected", "known", "from", "to"
    for id in sorted({one.kpi.id for one in plan.entries}):
        own = [one for one in plan.entries if one.kpi.id == id]
        counts = [sum(one.state is state for one in own) for state in State]
        days = [titled(pick(one.day for one in own), Cadence.DAY) for pick in (min, max)]
        yield own[0].kpi.name, *map(str, counts), *days


def _more(count: int, thing: str) -> Iterator[str]:
    if count > _TOLD:
        yield f"  and {counted(count - _TOLD, f'more {thing}', f'more {thing}s')}"
