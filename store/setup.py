"""Making a team's folder, and finding out whether a folder can hold one."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from store.change import Change
from store.errors import Damaged, NotFound, ReadOnly, Refused, StorageError, Unsuitable
from store.log.disk import Disk, explain
from store.log.entries import CLAIMS, Entries
from store.log.layout import TEAM_FILE, Format, Layout, data_folder, team_file
from store.log.protocol import CHECKPOINT_EVERY
from store.log.record import Commit, encode, framed
from store.log.state import State
from store.models import Raw
from store.publish import Publisher
from store.team import Team

Tables = Mapping[str, Mapping[int, Raw]]

_SYNCED = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".stignore": "Syncthing",
    ".sync": "Resilio Sync",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
}
"""What a sync program leaves in the folder that it keeps."""
_SYNCED_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "mobile documents": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "syncthing": "Syncthing",
}


def create_team(
    folder: Path,
    genesis: Tables,
    history: Iterable[Change] = (),
    *,
    disk: Disk | None = None,
    name: str = TEAM_FILE,
) -> State:
    """Make a team in a folder, whole or not at all: when two do it at once, one of them wins.

    Args:
        folder: Made when it is not there, for its owner and group only.
        genesis: The first state, by table and number.
        history: Commits on top of it, with real numbers, oldest first.
        disk: The file system, for tests.
        name: Of the published file. One that is there is kept under another name.

    Raises:
        Refused: there is a team in it already.
        Unsuitable: the folder cannot keep data safe.
        StorageError: it cannot be written.
    """
    disk = disk or Disk()
    _make_team_folder(folder)
    data = data_folder(folder, name)
    refuse_existing(folder, disk, name)
    claim = suitable_claim(folder, disk)
    layout = Layout(data, secrets.token_hex(4))
    try:
        for path in (data, layout.root, layout.log, layout.checkpoints, layout.history, layout.scratch):
            disk.make_folder(path)
        entries = Entries(disk, CLAIMS[claim](disk), layout.scratch, "init")
        state = _write_history(disk, layout, entries, _genesis(layout.epoch, genesis), history)
        _claim_folder(disk, layout, claim)
    except OSError as error:
        raise explain(error, folder) from error
    # From here on there is a team; what cannot be published now is published by whoever opens it.
    with contextlib.suppress(StorageError):
        _publish_first(Publisher(team_file(data), layout.root, disk, "init"), state)
    return state


def refuse_existing(folder: Path, disk: Disk | None = None, name: str = TEAM_FILE) -> None:
    """Raises `Refused` when there is a team in the folder."""
    with contextlib.suppress(NotFound):
        Format.read(disk or Disk(), data_folder(folder, name))
        raise Refused(f"There is a team in {folder} already; “tagwerk --folder {folder}” opens it.")


def suitable_claim(folder: Path, disk: Disk) -> str:
    """How names can be claimed in this folder: `link` or `rename`.

    Raises:
        Unsuitable: neither works, or a sync program keeps the folder.
        StorageError: it cannot be written.
    """
    refuse_synced(folder)
    probe = folder / f".tagwerk-probe-{secrets.token_hex(4)}"
    try:
        disk.make_folder(probe)
        try:
            for name in CLAIMS:
                if _has_one_winner(disk, probe, name):
                    return name
        finally:
            # What cannot be removed harms nobody.
            with contextlib.suppress(OSError):
                disk.remove_tree(probe)
    except OSError as error:
        raise explain(error, folder) from error
    raise Unsuitable(
        f"{folder} can neither link files nor keep a folder from being replaced, so two people could take "
        "the same number and one would lose work. Use a folder on NFS, SMB, sshfs or a local disk."
    )


def refuse_synced(folder: Path) -> None:
    """Raises `Unsuitable` when a sync program keeps the folder or one above it."""
    for place in (folder.resolve(), *folder.resolve().parents):
        program = next((_SYNCED[mark] for mark in _SYNCED if (place / mark).exists()), None)
        name = place.name.lower()
        program = program or next((p for n, p in _SYNCED_NAMES.items() if name.startswith(n)), None)
        if program:
            raise Unsuitable(
                f"{folder} is kept by {program}, which copies files and does not share them: two people "
                "would overwrite each other. Use a network drive (NFS, SMB, sshfs) or a folder of a server."
            )


def _has_one_winner(disk: Disk, probe: Path, name: str) -> bool:
    """Whether the second claim of a name fails and leaves the first one's content."""
    entries = Entries(disk, CLAIMS[name](disk), probe, "probe")
    target, first, second = probe / f"taken-{name}", framed(b"1"), framed(b"2")
    try:
        return entries.put(target, first) and not entries.put(target, second) and entries.get(target) == first
    except (ReadOnly, Unsuitable, Damaged):
        # The folder can be written, as it was a moment ago: what is refused is this way of claiming.
        return False


def _make_team_folder(folder: Path) -> None:
    try:
        if not folder.exists():
            if not folder.parent.is_dir():
                # Made as well, a drive that is not mounted would get a team of its own on this computer.
                raise Refused(f"There is no {folder.parent}; is the drive connected? Else make that folder.")
            folder.mkdir()
            # Set-group-id: what anybody makes in it belongs to the folder's group.
            with contextlib.suppress(OSError):
                folder.chmod(0o2770)
    except OSError as error:
        raise explain(error, folder) from error


def _genesis(epoch: str, tables: Tables) -> State:
    following = {name: max(documents, default=0) + 1 for name, documents in tables.items()}
    return State(epoch, 0, Team({name: dict(documents) for name, documents in tables.items()}), following)


def _write_history(
    disk: Disk, layout: Layout, entries: Entries, state: State, history: Iterable[Change]
) -> State:
    entries.put(layout.checkpoint(0), state.to_bytes())
    for number, change in enumerate(history, 1):
        commit = Commit(number, "init", number, change)
        disk.make_folder(layout.block(number))
        entries.put(layout.record(number), encode(commit, layout.epoch))
        state = state.advance(commit)
        if number % CHECKPOINT_EVERY == 0:
            entries.put(layout.checkpoint(number // CHECKPOINT_EVERY), state.to_bytes())
    return state


def _claim_folder(disk: Disk, layout: Layout, claim: str) -> None:
    """The last step, with one winner: only now there is a team."""
    claims, temporary = CLAIMS[claim](disk), layout.scratch / "format"
    claims.prepare(temporary, Format(layout.epoch, claim).to_bytes())
    try:
        claims.take(temporary, layout.format)
    except OSError as error:
        # Whatever the error says: only the name itself says who won.
        try:
            winner = Format.read(disk, layout.data).epoch
        except NotFound:
            raise error from None
        if winner != layout.epoch:
            with contextlib.suppress(OSError):
                disk.remove_tree(layout.root)
            raise Refused(
                f"Somebody else has just made a team in {layout.data.parent}; open that one."
            ) from error
    disk.sync_folder(layout.data)
    claims.discard(temporary)


def _publish_first(publisher: Publisher, state: State) -> None:
    """Publish; a file that was there before there was a team is somebody's data and is kept."""
    before = publisher.look()
    if before.content:
        publisher.keep_aside(before.content, "before-tagwerk", datetime.now(UTC))
    publisher.publish(state)
