"""team.json: the plain TinyDB file that everybody may read, written from the log and never read for truth."""

from store.publish.content import Found, Sight, render, tables_of
from store.publish.file import Publisher
from store.publish.foreign import foreign_change, on_top, read_tables

__all__ = ["Found", "Publisher", "Sight", "foreign_change", "on_top", "read_tables", "render", "tables_of"]
