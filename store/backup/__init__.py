"""Copies of the team beside its data, one a day: compressed TinyDB files that need no Tagwerk to be read."""

from __future__ import annotations

from store.backup.keeping import superfluous
from store.backup.reading import read_file
from store.backup.shelf import Backup, Shelf, backup_folder

__all__ = ["Backup", "Shelf", "backup_folder", "read_file", "superfluous"]
