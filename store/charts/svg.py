"""Elements of SVG and HTML; every text in them is escaped."""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.charts.style import STYLE

_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
MADE_WITH = "Made with Tagwerk"
"""Stands in every file that is made here: such a file may be written over."""


def escaped(text: str) -> str:
    """Text that people wrote, as an element or an attribute can hold it: never markup."""
    return _NOT_XML.sub("\ufffd", text).translate(_ESCAPES)


def number(value: float) -> str:
    """A length or a place, to a tenth of a pixel."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def tag(name: str, *inside: str, **attributes: str | float) -> str:
    """An element around elements that are written already; `class_` is `class`, `_` becomes `-`."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value != ""
    )
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def words(x: float, y: float, text: str, kind: str = "c-text", anchor: str = "start") -> str:
    """A text at a place."""
    return tag("text", escaped(text), x=x, y=y, class_=kind, text_anchor=anchor)


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    """A straight line."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=kind)


def cut(text: str, longest: int) -> str:
    """A text that is not longer than so many characters."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _value(value: str | float) -> str:
    return escaped(value) if isinstance(value, str) else number(value)


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing that also tells those who cannot see it what is to be seen."""

    title: str
    about: str
    """What is to be seen, in words."""
    width: float
    """In pixels, as all lengths."""
    height: float
    body: str
    """Its elements."""

    def svg(self, id: str = "chart", *, alone: bool = True) -> str:
        """The drawing.

        Args:
            id: names it among others on one page.
            alone: as a file of its own, with its looks in it; else a page has them.
        """
        told = (
            tag("title", escaped(self.title), id=f"{id}-t"),
            tag("desc", escaped(self.about), id=f"{id}-d"),
        )
        paper = tag("rect", width=self.width, height=self.height, class_="c-paper")
        looks = tag("style", STYLE) + paper if alone else ""
        drawing = tag(
            "svg",
            *told,
            looks,
            self.body,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {number(self.width)} {number(self.height)}",
            width=self.width if alone else "",
            height=self.height if alone else "",
            role="img",
            aria_labelledby=f"{id}-t {id}-d",
        )
        if not alone:
            return drawing
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {MADE_WITH} -->\n{drawing}\n'
