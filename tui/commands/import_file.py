"""`tagwerk import`: what a team has in another program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from store.errors import StorageError
from store.exchange import Imported, Summary, plan, read_csv, read_trello
from tui.commands.answer import Json
from tui.commands.call import Call
from tui.commands.session import session

_AGAIN = "Import the file again when the folder is back: what is in already is left as it is."


def run(
    call: Call,
    *,
    file: str,
    format: Literal["trello", "csv"] | None,
    lists_as: Literal["columns", "roles"],
    dry_run: bool,
) -> Report:
    """Bring a file into the team; what an earlier import brought is left as it is.

    Raises:
        Refused: the file cannot be read as such, or the person is not in the team.
        StorageError: the folder cannot be written.
    """
    imported = _read(Path(file).expanduser(), format)
    with session(call) as opened:
        if opened.problem is not None and not dry_run:
            # What waits may be the rest of an earlier import: the plan has to know it.
            raise opened.problem
        by = opened.person if dry_run else opened.member
        planned = plan(opened.team, imported, lists_as=lists_as, by=by, now=opened.now)
        if not dry_run:
            try:
                planned.carry_out(opened.commit)
            except StorageError as error:
                error.add_note(_AGAIN)
                raise
        return Report(planned.summary, dry_run)


def _read(path: Path, format: Literal["trello", "csv"] | None) -> Imported:
    """The file, by its form, its name's ending, or how it begins."""
    if format is None:
        format = "trello" if path.suffix.lower() == ".json" or _looks_like_json(path) else "csv"
    return read_trello(path) if format == "trello" else read_csv(path)


def _looks_like_json(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(1000).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    except OSError:
        return False  # reading it says why


@dataclass(frozen=True)
class Report:
    """What an import did, or would do."""

    summary: Summary
    is_dry: bool
    status: int = 0

    def lines(self, width: int | None) -> Iterable[str]:
        """The summary, a sentence per line."""
        lines = self.summary.lines()
        return [*lines, "Nothing was changed: this was a dry run."] if self.is_dry else lines

    def document(self) -> Json:
        """The summary's counts and lists by their names, and `notes` about what was changed or dropped."""
        summary = self.summary
        notes = [
            {"count": n.count, "what": n.reason.many, "outcome": n.reason.outcome, "names": list(n.names)}
            for n in summary.notes
        ]
        counts = ("cards", "known", "archived", "lists", "labels", "comments", "checklists", "steps")
        return {
            "dry_run": self.is_dry,
            "origin": summary.origin,
            **{name: getattr(summary, name) for name in counts},
            "columns": list(summary.columns),
            "roles": list(summary.roles),
            "members": list(summary.members),
            "notes": notes,
        }
