"""TinyDB over the shared log: `TinyDB("team.json", storage=SharedStorage)`, with nothing lost.

What a script writes is compared with what it read and committed like anybody's change: two scripts that write
different documents, or different fields of one, both get their way. The same field written differently raises
`Clash`, and nothing was written.

TinyDB chooses the numbers of new documents itself. Where two scripts choose the same one, the second gets
another number, which its next reading shows. TinyDB also remembers the number that it would give next, so its
`insert` raises `ValueError` when somebody else has taken that meanwhile; `SharedDB` asks anew each time.
"""

from store.storage.database import SharedDB, SharedTable
from store.storage.shared import SharedStorage

__all__ = ["SharedDB", "SharedStorage", "SharedTable"]
