"""Bytes of a foreign file, as text; what cannot be text is refused with its line."""

from __future__ import annotations

import codecs
from pathlib import Path

from store.errors import Refused

MAX_BYTES = 200 * 1024 * 1024
"""A larger file is refused before it is read."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


def read_bytes(source: Path | str | bytes, most: int = MAX_BYTES) -> bytes:
    """The content of a file of at most so many bytes; bytes are taken as they are.

    Raises:
        Refused: there is no such file, it cannot be read, or it is too large.
    """
    if isinstance(source, bytes):
        _check_size(len(source), "The data", most)
        return source
    path = Path(source)
    try:
        if not path.is_file():
            raise Refused(f"There is no file “{path}”.")
        _check_size(path.stat().st_size, f"“{path}”", most)
        with path.open("rb") as file:
            # The size is asked again: the file may still be growing.
            content = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise Refused(f"“{path}” cannot be read: {getattr(error, 'strerror', None) or error}.") from error
    _check_size(len(content), f"“{path}”", most)
    return content


def decode(content: bytes, *, fallback: str | None = None) -> tuple[str, str]:
    """The text with `\\n` as line break, and the name of its encoding.

    UTF-8, or UTF-16 where the file says so; else `fallback`.

    Raises:
        Refused: it is none of them, or holds NUL characters.
    """
    text, name = _decode(content, fallback)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    nul = text.find("\0")
    if nul >= 0:
        raise Refused(f"{place(text, nul)}: there is a NUL character, so this is not a text file.")
    return text, name


def place(text: str, offset: int) -> str:
    """`Line 3, column 14`, counted from 1."""
    line = text.count("\n", 0, offset) + 1
    return f"Line {line:,}, column {offset - text.rfind(chr(10), 0, offset):,}"


def _decode(content: bytes, fallback: str | None) -> tuple[str, str]:
    encoding, name = next(((e, n) for mark, e, n in _MARKS if content.startswith(mark)), ("utf-8", "UTF-8"))
    try:
        return content.decode(encoding), name
    except UnicodeDecodeError as error:
        if fallback is None or encoding != "utf-8":
            raise Refused(_undecodable(content, error, name)) from error
    try:
        return content.decode(fallback), fallback
    except UnicodeDecodeError as error:
        raise Refused(_undecodable(content, error, f"UTF-8 or {fallback}")) from error


def _undecodable(content: bytes, error: UnicodeDecodeError, name: str) -> str:
    line = content.count(b"\n", 0, error.start) + 1
    return f"Line {line:,}: the text is not {name}; save the file as UTF-8 and try again."


def _check_size(size: int, what: str, most: int) -> None:
    if size > most:
        raise Refused(
            f"{what} has {size / 1024 / 1024:,.0f} MB; {most // 1024 // 1024} MB are the most to import."
        )
