"""Texts of several lines that two people changed at once, put together line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_MOST = 5000
"""Lines of a text that is merged; of a longer one all are in dispute: to compare them would take too long."""
Lines = Sequence[str]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines of a merged text: agreed on, or in dispute."""

    mine: tuple[str, ...]
    theirs: tuple[str, ...]

    @property
    def is_agreed(self) -> bool:
        """Whether both sides have the same here."""
        return self.mine == self.theirs


def merged(base: str, mine: str, theirs: str) -> str | None:
    """The text with what both sides changed; `None` where they changed the same lines differently."""
    found = pieces(base, mine, theirs)
    if not all(piece.is_agreed for piece in found):
        return None
    return "\n".join(line for piece in found for line in piece.mine)


def pieces(base: str, mine: str, theirs: str) -> list[Piece]:
    """The text in pieces that are agreed on or in dispute, from the first line to the last.

    Three-way merge as diff3 does it (Khanna, Kunal and Pierce 2007): lines that stand in all three hold the
    texts together; between them, what only one side changed is taken, and what both changed is in dispute.
    """
    was, want, have = base.split("\n"), mine.split("\n"), theirs.split("\n")
    if max(map(len, (was, want, have))) > _MOST:
        return [_decided(tuple(was), tuple(want), tuple(have))]
    found: list[Piece] = []
    at = (0, 0, 0)
    for common, length in _common(was, want, have):
        old, a, b = (tuple(t[f:c]) for t, f, c in zip((was, want, have), at, common, strict=True))
        if old or a or b:
            found.append(_decided(old, a, b))
        same = tuple(was[common[0] : common[0] + length])
        if same:
            found.append(Piece(same, same))
        at = (common[0] + length, common[1] + length, common[2] + length)
    return found


def _decided(old: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]) -> Piece:
    if mine == old:
        return Piece(theirs, theirs)
    return Piece(mine, mine) if theirs == old else Piece(mine, theirs)


def _common(was: Lines, want: Lines, have: Lines) -> Iterator[tuple[tuple[int, int, int], int]]:
    """Where lines stand in all three texts, and how many; at last, an empty one at the end of all."""
    mine, theirs = _kept(was, want), _kept(was, have)
    at = 0
    while at < len(was):
        length = 0
        while (
            at + length < len(was)
            and mine.get(at + length, -1) == mine.get(at, -2) + length
            and theirs.get(at + length, -1) == theirs.get(at, -2) + length
        ):
            length += 1
        if length:
            yield (at, mine[at], theirs[at]), length
        at += length or 1
    yield (len(was), len(want), len(have)), 0


def _kept(old: Lines, new: Lines) -> dict[int, int]:
    """The number of each old line that is still there, to its new number."""
    # Two texts are merged rarely, and every start would pay for it.
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {a + n: b + n for a, b, size in blocks for n in range(size)}


_MINE, _OR, _THEIRS = "<<<<<<< mine", "=======", ">>>>>>> theirs"


def marked(base: str, mine: str, theirs: str) -> str:
    """The merged text with both versions of what is in dispute, between marks that a person takes out."""
    lines: list[str] = []
    for piece in pieces(base, mine, theirs):
        lines += piece.mine if piece.is_agreed else (_MINE, *piece.mine, _OR, *piece.theirs, _THEIRS)
    return "\n".join(lines)


def has_marks(text: str) -> bool:
    """Whether one of the marks of `marked` is still there."""
    return not {_MINE, _OR, _THEIRS}.isdisjoint(text.split("\n"))
