"""What people call the documents of each table."""

from __future__ import annotations

from store.models import TABLES
from store.phrases import counted
from store.text import clean_line

_SINGULARS = {
    "replies": "reply",
    "responsibilities": "responsibility",
    "kudos": "kudos",
    "pulse_batches": "pulse batch",
}
"""Tables whose documents are not called what is left without the s."""


def kind_of(table: str) -> str:
    """What a document of a table is, in a word or two; of a table that is not ours, the table's name."""
    if table not in TABLES:
        return clean_line(table)
    return _SINGULARS.get(table, table.removesuffix("s")).replace("_", " ")


def how_many(count: int, table: str) -> str:
    """`1 reply`, `2 key results`."""
    return counted(count, kind_of(table), clean_line(table.replace("_", " ")))


def table_in(words: str) -> tuple[str, str]:
    """Table and the rest of words that begin with a kind of document: `read state 3`; ("", words) else."""
    begun = ((table, f"{kind_of(table)} ") for table in TABLES)
    # The longest: a playbook run is not a playbook called run.
    fitting = sorted((len(kind), table) for table, kind in begun if words.lower().startswith(kind))
    return (fitting[-1][1], words[fitting[-1][0] :].strip()) if fitting else ("", words)
