"""A report as one HTML file: looks and charts in it, nothing from the network, no scripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from store.charts.style import STYLE
from store.charts.svg import MADE_WITH, escaped, tag
from store.report.looks import LOOKS
from store.report.parts import Block, Bullets, Cell, Figure, Item, Mark, Para, Report, Section, Table

_NO_NETWORK = "default-src 'none'; style-src 'unsafe-inline'"
_WORDS = {Mark.GOOD: "good", Mark.WATCH: "to be watched", Mark.ALARM: "alarming", Mark.PLAIN: ""}
"""What a screen reader says instead of a sign."""


_LONG = 14
"""Letters beyond which a word may be broken in a table: no name makes it wider than the page."""


def html(report: Report) -> str:
    """The whole report."""
    names = (f"chart-{number}" for number in count(1))
    head = tag(
        "head",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="generator" content="{MADE_WITH}">',
        f'<meta http-equiv="Content-Security-Policy" content="{_NO_NETWORK}">',
        '<meta name="color-scheme" content="light dark">',
        tag("title", escaped(f"{report.title}, {report.about}")),
        f"<style>\n{LOOKS}{STYLE}\n</style>",
    )
    links = [tag("li", tag("a", escaped(one.title), href=f"#{one.name}")) for one in report.sections]
    contents = tag("nav", tag("ul", *links), aria_label="Contents") if links else ""
    top = tag("header", tag("h1", escaped(report.title)), tag("p", escaped(report.about)), contents)
    sections = [_section(section, names) for section in report.sections]
    foot = tag("footer", tag("p", escaped(f"{MADE_WITH}. {report.foot}")))
    body = "\n".join(["<body>", top, "<main>", *sections, "</main>", foot, "</body>"])
    return f'<!doctype html>\n<html lang="en">\n{head}\n{body}\n</html>\n'


def _section(section: Section, names: Iterator[str]) -> str:
    blocks = [_block(block, names) for block in section.blocks]
    title = tag("h2", escaped(section.title), id=f"{section.name}-title")
    return tag("section", title, *blocks, "\n", id=section.name, aria_labelledby=f"{section.name}-title")


def _block(block: Block, names: Iterator[str]) -> str:
    if isinstance(block, Para):
        return tag("p", escaped(block.text), class_="note" if block.is_note else "")
    if isinstance(block, Bullets):
        title = tag("h3", escaped(block.title)) if block.title else ""
        return f"\n{title}{tag('ul', *map(_item, block.items))}" if block.items else title
    if isinstance(block, Figure):
        words = tag("figcaption", escaped(block.text))
        return f"\n{tag('figure', block.chart.svg(next(names), alone=False), words)}"
    return f"\n{_table(block, names)}"


def _item(item: Item) -> str:
    below = tag("ul", *(tag("li", escaped(line)) for line in item.below)) if item.below else ""
    return tag("li", _marked(item.mark), escaped(item.text), below)


def _table(table: Table, names: Iterator[str]) -> str:
    title = tag("h3", escaped(table.title)) if table.title else ""
    heads = [
        tag("th", escaped(head), scope="col", role="columnheader", class_=_head_kind(table, at))
        for at, head in enumerate(table.heads)
    ]
    rows = [_row(table, row, names) for row in table.rows]
    # The roles are said: where rows become cards on a phone, a table would be none any more.
    head = tag("thead", tag("tr", *heads, role="row"), role="rowgroup")
    body = tag("tbody", *rows, role="rowgroup")
    label = table.title or ", ".join(filter(None, table.heads))
    return title + tag("table", head, body, role="table", aria_label=label)


def _row(table: Table, row: Sequence[Cell], names: Iterator[str]) -> str:
    cells = []
    for at, (head, cell) in enumerate(zip(table.heads, row, strict=True)):
        text = cell.chart.svg(next(names), alone=False) if cell.chart is not None else escaped(cell.text)
        inside = _marked(cell.mark) + text
        is_long = any(len(word) > _LONG for word in cell.text.split())
        kinds = {"number": cell.is_number, "empty": not inside, "long": is_long}
        kind = " ".join(name for name, is_so in kinds.items() if is_so)
        if at == 0:
            cells.append(tag("th", inside or " ", scope="row", role="rowheader"))
        else:
            cells.append(tag("td", tag("span", inside or " "), role="cell", data_label=head, class_=kind))
    return tag("tr", *cells, role="row")


def _head_kind(table: Table, at: int) -> str:
    return "number" if table.rows and all(row[at].is_number for row in table.rows) else ""


def _marked(mark: Mark | None) -> str:
    if mark is None:
        return ""
    said = _WORDS[mark]
    spoken = tag("span", escaped(f"{said}: "), class_="spoken") if said else ""
    return f"{tag('span', mark.sign, class_=f'mark {mark.value}', aria_hidden='true')} {spoken}"
