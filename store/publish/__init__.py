"""team.json: the plain TinyDB file that everybody may read, written from the log and never read for truth."""

from store.publish.file import Found, Publisher, Sight, tables_of
from store.publish.foreign import foreign_change, read_tables

__all__ = ["Found", "Publisher", "Sight", "foreign_change", "read_tables", "tables_of"]
