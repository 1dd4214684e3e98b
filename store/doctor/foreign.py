"""Files that nobody needs, or that another program has put there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from store.doctor.finding import Finding, note, ok
from store.doctor.patient import Patient
from store.log.layout import team_file
from store.rules.words import counted

_SHOWN = 3
_LEFT_AFTER = 86_400.0
"""Seconds after which a temporary file belongs to a program that is gone."""


def foreign_files(patient: Patient) -> Iterator[Finding]:
    """Names inside the log's folder that Tagwerk has not put there."""
    layout = patient.layout
    ours = {"format", "gate", layout.epoch}
    found = [layout.data / name for name in patient.disk.names(layout.data) if name not in ours]
    inside = {"log", "checkpoint", "history", "tmp", "published", "here", "pulse"}
    found += [layout.root / name for name in patient.disk.names(layout.root) if name not in inside]
    for folder in (layout.log, layout.checkpoints, layout.history):
        found += [folder / name for name in patient.disk.names(folder) if not name.isdecimal()]
    for name in patient.disk.names(layout.log):
        if name.isdecimal():
            block = layout.log / name
            found += [block / inner for inner in patient.disk.names(block) if not inner.isdecimal()]
    if not found:
        yield ok("files", "There are no foreign files in the log.")
        return
    yield note(
        "files",
        f"In the log's folder there is what does not belong to it: {_names(sorted(found), layout.data)}.",
        "Look who put it there (a sync program must not keep this folder), then take it away.",
    )


def leftovers(patient: Patient) -> Iterator[Finding]:
    """Temporary files of programs that did not end well."""
    scratch = patient.layout.scratch
    old = []
    for name in patient.disk.names(scratch):
        try:
            age = patient.now() - patient.disk.modified(scratch / name)
        except FileNotFoundError:
            continue  # somebody is at work and has just finished with it
        if age > _LEFT_AFTER:
            old.append(scratch / name)
    if old:
        sentence = f"{counted(len(old), 'temporary file')} left behind by programs that were killed."
        yield note("leftovers", sentence, "They are harmless, and go by themselves while the app runs.")
    else:
        yield ok("leftovers", "No temporary files were left behind.")


def kept_aside(patient: Patient) -> Iterator[Finding]:
    """Copies of team.json that could not be taken in, and probes of an examination that was killed."""
    folder, name = patient.folder, team_file(patient.layout.data).name
    names = patient.disk.names(folder)
    kept = sorted(folder / n for n in names if n.startswith((f"{name}.damaged-", f"{name}.refused-")))
    probes = [n for n in names if n.startswith(".tagwerk-probe-")]
    if kept:
        yield note(
            "team.json",
            f"A team.json that could not be taken in is kept: {_names(kept, folder)}.",
            "Look what is in it, do it again in the app if it is wanted, then delete the file.",
        )
    if probes:
        sentence = f"{counted(len(probes), 'probe')} left behind by an examination that was killed."
        yield note("files", sentence, f"Delete {folder}/.tagwerk-probe-*")


def _names(paths: list[Path], base: Path) -> str:
    shown = ", ".join(str(path.relative_to(base)) for path in paths[:_SHOWN])
    more = len(paths) - _SHOWN
    return shown + (f" and {more:,} more" if more > 0 else "")
