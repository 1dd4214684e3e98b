"""From each format of the data to the next one, in small numbered steps.

`STEPS[n - 1]` leads from format n to n + 1. It is given the team as it is and answers with a change, which is
committed once for everybody, as a record of the new format: programs that do not know it stop there and write
nothing behind it. So a step is taken by whoever starts the new program first, and an older program that is
still open says that it has to be updated.

A step may not give a field another meaning, but has to give it another name: changes that people made offline
in the old form may still come, and are committed behind the step.

A new format: raise `store.log.record.FORMAT`, add a step, and keep a team of the old format in
tests/data/formats. Documents that are only looked at by somebody who may not write are still in the old form,
so the models must be able to read both.
"""

from __future__ import annotations

from collections.abc import Callable

from store import rank
from store.change import Change, Edit
from store.duties.words import fields_of, once
from store.models.raws import words_in
from store.team import Team
from store.text import clean_line

Step = Callable[[Team], Change]


def _responsibilities_become_documents(team: Team) -> Change:
    """To format 2: each thing that a role answers for is a document; nobody is guessed to answer for it."""
    documents: list[Edit] = []
    roles: list[Edit] = []
    for id, raw in sorted(team.tables.get("roles", {}).items()):
        words = once(filter(None, map(clean_line, words_in(raw.get("responsibilities")))))
        for word, position in zip(words, rank.spread(len(words)), strict=True):
            fields = {**fields_of(word), "role": id, "position": position}
            documents.append(Edit("responsibilities", -1 - len(documents), None, fields))
        if words:
            roles.append(
                Edit("roles", id, {"responsibilities": raw["responsibilities"]}, {"responsibilities": None})
            )
    return Change((*documents, *roles))


STEPS: tuple[Step, ...] = (_responsibilities_become_documents,)
