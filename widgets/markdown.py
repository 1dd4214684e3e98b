"""Markdown as lines of text: readable and nothing else, without links, actions, pictures or HTML.

Textual's own widget makes one widget of every paragraph and cell, which a long list freezes for seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from rich.cells import cell_len
from textual.content import Content

from widgets.cells import shrink

_DEEPEST = 60
"""Lists and quotes in each other; what goes deeper is shown as it was written."""
_NARROWEST = 12
"""Cells of a text; inside of many quotes it is rather cut off than broken letter by letter."""
_MOST_COLUMNS = 20
"""Columns of a table; a wider one is shown as it was written."""
_GAP = "  "
_HEADINGS = {"h1": "bold $text-accent", "h2": "bold $text-accent"}
_STYLES = {"strong": "bold", "em": "italic", "s": "strike", "code_inline": "$text-warning"}
_QUIET = "dim"

Lines = list[Content]


def laid_out(text: str, width: int) -> Content:
    """A text in Markdown on lines of this width, in cells."""
    tokens = _parser().parse(text)
    if any(token.level >= _DEEPEST for token in tokens):
        return Content(text)
    return Content("\n").join(_Layout(text).blocks(SyntaxTreeNode(tokens).children, width))


@cache
def _parser() -> MarkdownIt:
    # Without links an address stands there in full, and the terminal may offer to open it. Entities could
    # smuggle in the control characters that were removed at the door.
    off = ["link", "autolink", "image", "reference", "html_inline", "html_block", "entity"]
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST + 1})
    return parser.enable(["table", "strikethrough"]).disable(off)


class _Layout:
    """Lays out one text."""

    def __init__(self, text: str) -> None:
        self._source = text.split("\n")

    def blocks(self, nodes: Iterable[SyntaxTreeNode], width: int, *, is_tight: bool = False) -> Lines:
        """Blocks below each other, with an empty line between them where the writer left room."""
        lines: Lines = []
        for node in nodes:
            found = self._kinds.get(node.type, self._as_written)(node, max(width, _NARROWEST))
            if lines and not is_tight:
                lines.append(Content(""))
            lines += found
        return lines

    @property
    def _kinds(self) -> dict[str, Callable[[SyntaxTreeNode, int], Lines]]:
        return {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "bullet_list": self._list,
            "ordered_list": self._list,
            "blockquote": self._quote,
            "table": self._table,
            "hr": lambda node, width: [Content.styled("─" * width, _QUIET)],
            "fence": self._code,
            "code_block": self._code,
        }

    def _heading(self, node: SyntaxTreeNode, width: int) -> Lines:
        return _inline(node).stylize(_HEADINGS.get(node.tag, "bold")).wrap(width)

    def _paragraph(self, node: SyntaxTreeNode, width: int) -> Lines:
        return _inline(node).wrap(width)

    def _list(self, node: SyntaxTreeNode, width: int) -> Lines:
        first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        is_tight = all(
            child.hidden for item in node.children for child in item.children if child.type == "paragraph"
        )
        lines: Lines = []
        for count, item in enumerate(node.children):
            mark = "• " if first is None else f"{first + count}. "
            inner = self.blocks(item.children, width - len(mark), is_tight=is_tight) or [Content("")]
            if lines and not is_tight:
                lines.append(Content(""))
            lines.append(Content(mark) + inner[0])
            lines += [Content(" " * len(mark)) + line for line in inner[1:]]
        return lines

    def _quote(self, node: SyntaxTreeNode, width: int) -> Lines:
        bar = Content.styled("▌ ", _QUIET)
        return [bar + line.stylize(_QUIET) for line in self.blocks(node.children, width - 2)]

    def _code(self, node: SyntaxTreeNode, width: int) -> Lines:
        lines = node.content.rstrip("\n").split("\n")
        return [Content("  ") + piece for line in lines for piece in _folded(line, width - 2)]

    def _table(self, node: SyntaxTreeNode, width: int) -> Lines:
        rows = [[_inline(cell) for cell in row.children] for part in node.children for row in part.children]
        columns = len(rows[0])
        if columns > _MOST_COLUMNS:
            return self._as_written(node, width)
        widths = [max(1, *(row[at].cell_length for row in rows)) for at in range(columns)]
        shrink(widths, width - len(_GAP) * (columns - 1), [3] * columns)
        head, *body = (_row(row, widths) for row in rows)
        rule = Content.styled(_GAP.join("─" * cells for cells in widths), _QUIET)
        return [line.stylize("bold") for line in head] + [rule] + [line for row in body for line in row]

    def _as_written(self, node: SyntaxTreeNode, width: int) -> Lines:
        first, end = node.map or (0, 0)
        return [piece for line in self._source[first:end] for piece in _folded(line, width)]


def _inline(node: SyntaxTreeNode) -> Content:
    """The text of a block, with its emphasis."""
    tokens = [token for child in node.children if child.token for token in child.token.children or ()]
    return Content.assemble(*_runs(tokens))


def _runs(tokens: Sequence[Token]) -> Iterable[tuple[str, str]]:
    styles: list[str] = []
    for token in tokens:
        if token.nesting > 0:
            styles.append(_STYLES.get(token.type.removesuffix("_open"), ""))
        elif token.nesting < 0:
            styles.pop()
        elif token.type in ("softbreak", "hardbreak"):
            yield ("\n" if token.type == "hardbreak" else " "), ""
        else:
            yield token.content, " ".join(filter(None, [*styles, _STYLES.get(token.type, "")]))


def _row(cells: Sequence[Content], widths: Sequence[int]) -> Lines:
    """A row of a table on as many lines as its longest cell takes."""
    broken = [cell.wrap(width) or [Content("")] for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, broken))
    lines = []
    for at in range(height):
        parts = [column[at] if at < len(column) else Content("") for column in broken]
        padded = [
            part.pad_right(max(0, width - part.cell_length))
            for part, width in zip(parts, widths, strict=True)
        ]
        lines.append(Content(_GAP).join(padded))
    return lines


def _folded(line: str, width: int) -> Lines:
    """A line that keeps its blanks, cut where the room ends."""
    content = Content(line.expandtabs(4))
    return content.fold(width) if cell_len(line) > width else [content]
