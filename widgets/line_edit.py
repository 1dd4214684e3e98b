"""One line of text that is being written: a state machine without a widget, so that it can be fed at once.

Keys that arrive in one packet with the key that opened it (`/card-42`) must reach it and nothing else;
whoever owns it hands it each key synchronously.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len, split_graphemes

from store.text import clean


@dataclass
class LineEdit:
    """Text with a cursor between two of its characters; what looks like one character is one."""

    text: str = ""
    cursor: int = -1
    """Index into the text; -1 when made: at the end."""

    def __post_init__(self) -> None:
        self.text = one_line(self.text)
        if not 0 <= self.cursor <= len(self.text):
            self.cursor = len(self.text)

    def key(self, key: str, character: str | None = None) -> bool:
        """Take a key; `False` when it is not for a line of text (enter, escape, up, function keys …)."""
        edit = _EDITS.get(key)
        if edit is not None:
            edit(self)
            return True
        if character is not None and character.isprintable():
            self.insert(character)
            return True
        return False

    def paste(self, text: str) -> None:
        """Put pasted text in; line breaks become blanks."""
        self.insert(one_line(text))

    def insert(self, text: str) -> None:
        """Put text in at the cursor."""
        self.text = self.text[: self.cursor] + text + self.text[self.cursor :]
        self.cursor += len(text)

    def clear(self) -> None:
        """Begin again."""
        self.text, self.cursor = "", 0

    def left(self) -> None:
        """One character back."""
        self.cursor = max((stop for stop in self._stops() if stop < self.cursor), default=0)

    def right(self) -> None:
        """One character on."""
        self.cursor = min((stop for stop in self._stops() if stop > self.cursor), default=len(self.text))

    def home(self) -> None:
        """To the beginning."""
        self.cursor = 0

    def end(self) -> None:
        """To the end."""
        self.cursor = len(self.text)

    def word_left(self) -> None:
        """To the beginning of the word, or of the one before."""
        before = self.text[: self.cursor].rstrip()
        self.cursor = before.rfind(" ") + 1

    def word_right(self) -> None:
        """Behind the end of the word, or of the next one."""
        after = self.text[self.cursor :]
        blanks = len(after) - len(after.lstrip())
        space = after.find(" ", blanks)
        self.cursor = len(self.text) if space < 0 else self.cursor + space

    def backspace(self) -> None:
        """Remove the character before the cursor."""
        end = self.cursor
        self.left()
        self._remove(self.cursor, end)

    def delete(self) -> None:
        """Remove the character after the cursor."""
        start = self.cursor
        self.right()
        self._remove(start, self.cursor)

    def delete_word(self) -> None:
        """Remove the word before the cursor."""
        end = self.cursor
        self.word_left()
        self._remove(self.cursor, end)

    def delete_before(self) -> None:
        """Remove everything before the cursor."""
        self._remove(0, self.cursor)

    def delete_after(self) -> None:
        """Remove everything after the cursor."""
        self._remove(self.cursor, len(self.text))

    def _remove(self, start: int, end: int) -> None:
        self.text = self.text[:start] + self.text[end:]
        self.cursor = start

    def _stops(self) -> list[int]:
        """Where the cursor can stand: never inside of what is drawn as one character."""
        return [0, *(end for _, end, _ in split_graphemes(self.text)[0])]


def one_line(text: str) -> str:
    """The text without control characters and line breaks; blanks at the ends stay, they may be meant."""
    return clean(text).replace("\n", " ").replace("\t", " ")


def window(text: str, cursor: int, width: int, start: int) -> int:
    """The first index to show so that the cursor is in view in so many cells, moved no more than needed."""
    start = min(start, cursor, len(text))
    while start < cursor and cell_len(text[start:cursor]) > width - 1:
        start += 1
    # What was deleted at the end must not leave the line half empty.
    while start > 0 and cell_len(text[start - 1 :]) < width:
        start -= 1
    return start


_EDITS = {
    "left": LineEdit.left,
    "right": LineEdit.right,
    "home": LineEdit.home,
    "ctrl+a": LineEdit.home,
    "end": LineEdit.end,
    "ctrl+e": LineEdit.end,
    "ctrl+left": LineEdit.word_left,
    "ctrl+right": LineEdit.word_right,
    "backspace": LineEdit.backspace,
    "ctrl+h": LineEdit.backspace,
    "delete": LineEdit.delete,
    "ctrl+w": LineEdit.delete_word,
    "ctrl+backspace": LineEdit.delete_word,
    "ctrl+u": LineEdit.delete_before,
    "ctrl+k": LineEdit.delete_after,
}
