"""How far a person has come with one change that stands against others' work, while they work on."""

from __future__ import annotations

from typing import Any

from store.change import Change
from store.errors import FieldClash, Refused
from store.lines import marked, merged
from store.rules.decision import Decision, Disputed
from store.rules.settling import disputed, standing
from store.team import Team

_UNSEEN = object()


class Weighing:
    """What was decided on each field, and what stood against it then: what was not seen is not decided."""

    def __init__(self, change: Change) -> None:
        self._change = change
        self._seen: dict[Disputed, Any] = {}
        self._theirs: set[Disputed] = set()
        self._texts: dict[Disputed, str] = {}

    @property
    def decision(self) -> Decision:
        """All of it."""
        return Decision(frozenset(self._theirs), dict(self._texts))

    @property
    def has_text(self) -> bool:
        """Whether the person has written something that would be lost."""
        return bool(self._texts)

    def left(self, team: Team) -> tuple[FieldClash, ...]:
        """What there is to decide on still, as things are now. A text of both takes in new lines of others.

        Raises:
            Refused: the change has no place any more.
        """
        problem = standing(team, self._change)
        if isinstance(problem, Refused):
            raise problem
        clashes = problem.clashes if problem else ()
        return tuple(clash for clash in clashes if not self._is_decided(clash))

    def place(self, left: tuple[FieldClash, ...]) -> tuple[int, int]:
        """Which of how many fields comes next."""
        every = self._seen.keys() | {disputed(clash) for clash in left}
        return len(every) - len(left) + 1, len(every)

    def knows(self, clash: FieldClash) -> bool:
        """Whether this field was decided on before, against something else."""
        return disputed(clash) in self._seen

    def keep_theirs(self, clash: FieldClash) -> None:
        """Mine is given up."""
        self._decide(clash)
        self._theirs.add(disputed(clash))

    def take_mine(self, clash: FieldClash) -> None:
        """Mine replaces theirs."""
        self._decide(clash)

    def write(self, clash: FieldClash, text: str) -> None:
        """A text replaces both."""
        self._decide(clash)
        self._texts[disputed(clash)] = text

    def draft(self, clash: FieldClash) -> str:
        """What to make one text of: what was written already, or mine, and theirs as it is now."""
        key = disputed(clash)
        if key in self._texts:
            return marked(str(self._seen[key] or ""), self._texts[key], str(clash.theirs or ""))
        return marked(*(str(value or "") for value in (clash.base, clash.mine, clash.theirs)))

    def _decide(self, clash: FieldClash) -> None:
        key = disputed(clash)
        self._seen[key] = clash.theirs
        self._theirs.discard(key)
        self._texts.pop(key, None)

    def _is_decided(self, clash: FieldClash) -> bool:
        key = disputed(clash)
        if self._seen.get(key, _UNSEEN) == clash.theirs:
            return True
        if key not in self._texts:
            return False
        text = merged(str(self._seen[key] or ""), self._texts[key], str(clash.theirs or ""))
        if text is not None:
            self._texts[key], self._seen[key] = text, clash.theirs
        return text is not None
