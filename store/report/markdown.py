"""A report as Markdown that reads well as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import wrap

from store.charts.svg import MADE_WITH
from store.report.parts import Block, Bullets, Cell, Figure, Item, Mark, Para, Report, Table

_WIDTH = 100
# An underscore inside a word and a lone `&` say nothing to Markdown, and read better as they are.
_SIGNS = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!(?=\[)")
_STARTS = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|-{3,}|={1,}$|\d+(?=[.)](\s|$))|>)")


def markdown(report: Report) -> str:
    """The whole report."""
    parts = [f"# {escaped(report.title)}", _filled(escaped(report.about))]
    for section in report.sections:
        parts.append(f"## {escaped(section.title)}")
        parts += [text for block in section.blocks if (text := _block(block))]
    parts += ["---", _filled(f"{MADE_WITH}. {escaped(report.foot)}")]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """A line that is shown as it was written: nothing in it is markup."""
    line = " ".join(text.split())
    return _started(_SIGNS.sub(r"\\\g<0>", line))


def _started(line: str) -> str:
    """The beginning of a line, where a few more signs have a meaning."""
    match = _STARTS.match(line)
    if match is None:
        return line
    at = match.end() if match[2].isdecimal() else match.start(2)
    return f"{line[:at]}\\{line[at:]}"


def _block(block: Block) -> str:
    if isinstance(block, Para):
        return _filled(escaped(block.text), *("*", "*") if block.is_note else ())
    if isinstance(block, Figure):
        return _filled(escaped(block.text))
    if isinstance(block, Bullets):
        title = [f"**{escaped(block.title)}**", ""] if block.title else []
        return "\n".join([*title, *_items(block.items)])
    title = [f"### {escaped(block.title)}", ""] if block.title else []
    return "\n".join([*title, *_table(block)])


def _items(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield from _hanging(f"{_sign(item.mark)}{escaped(item.text)}", "- ")
        for line in item.below:
            yield from _hanging(escaped(line), "  - ")


def _table(table: Table) -> Iterator[str]:
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    heads = [escaped(head) for head in table.heads]
    widths = [max(3, *(len(row[at]) for row in [heads, *rows])) for at in range(len(heads))]
    numbers = [all(row[at].is_number for row in table.rows) for at in range(len(heads))]
    yield _row(heads, widths, numbers)
    dashes = ["-" * (w - 1) + ":" if n else "-" * w for w, n in zip(widths, numbers, strict=True)]
    yield f"| {' | '.join(dashes)} |"
    for row in rows:
        yield _row(row, widths, numbers)


def _row(cells: Iterable[str], widths: Iterable[int], numbers: Iterable[bool]) -> str:
    filled = [
        text.rjust(width) if is_number else text.ljust(width)
        for text, width, is_number in zip(cells, widths, numbers, strict=True)
    ]
    return f"| {' | '.join(filled)} |"


def _cell(cell: Cell) -> str:
    return f"{_sign(cell.mark)}{escaped(cell.text)}"


def _sign(mark: Mark | None) -> str:
    return f"{mark.sign} " if mark is not None else ""


def _hanging(text: str, bullet: str) -> Iterator[str]:
    yield from _wrapped(text, bullet, " " * len(bullet))


def _filled(text: str, before: str = "", behind: str = "") -> str:
    return "\n".join(_wrapped(f"{before}{text}{behind}"))


def _wrapped(text: str, first: str = "", other: str = "") -> list[str]:
    lines = wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=other,
        break_long_words=False,
        break_on_hyphens=False,
    )
    # What has come to the beginning of a line by breaking it must not get a meaning there either.
    return lines[:1] + [f"{other}{_started(line.removeprefix(other))}" for line in lines[1:]]
