"""Text for a terminal or a file that is not Unicode: typographic signs give way to plain ones."""

from __future__ import annotations

_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "·": "-", "–": "-", "—": "-", "→": "->", "×": "x"}
)


def is_unicode(encoding: str | None) -> bool:
    """Whether an encoding has every sign; one that is not known has none but ASCII."""
    return (encoding or "ascii").lower().replace("-", "").startswith("utf")


def encodable(text: str, encoding: str) -> str:
    """The text with signs that the encoding has."""
    if fits(text, encoding):
        return text
    return text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)


def fits(text: str, encoding: str) -> bool:
    """Whether an encoding has every sign of a text."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
