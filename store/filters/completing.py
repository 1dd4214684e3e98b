"""What the word under the cursor may become."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from store.filters.ground import begins
from store.filters.naming import ME, NOBODY, NONE
from store.filters.states import PARTS, STATES
from store.filters.terms import KEYS, Token, tokens
from store.filters.times import WORDS
from store.models import Priority
from store.team import Team

_MOST = 12
_OFFERED = ("is", "due", "role", "col", "has", "prio", "by", "age", "goal")
"""Keys that are offered; the others are other names of these."""


def suggestions(query: str, cursor: int, team: Team) -> list[str]:
    """What may be meant by the word that ends at the cursor, each as a whole word; the likeliest first."""
    token = _at(query, cursor)
    if token is None:
        return []
    head, sep, tail = _parts(token)
    typed = tail.lstrip('"').casefold()
    kind = head.lstrip("-").lower()
    if not kind:
        names: Iterable[str] = (f"{key}:" for key in _OFFERED)
        fits = [name for name in names if typed and name.startswith(typed) and name != typed]
    else:
        known = list(dict.fromkeys(_VALUES[KEYS.get(kind.removesuffix(":"), kind)](team)))
        first = [name for name in known if name.casefold().startswith(typed)]
        fits = first + [n for n in known if n not in first and begins(n.casefold(), typed)]
    offered = [f"{head}{sep}{_quoted(name)}" for name in fits[:_MOST]]
    return [word for word in offered if word.casefold() != token.text.casefold()]


def completed(query: str, cursor: int, suggestion: str) -> tuple[str, int]:
    """The query with the word that ends at the cursor replaced, and where the cursor stands then."""
    token = _at(query, cursor)
    start = token.start if token else cursor
    rest = query[cursor:]
    end = "" if suggestion.endswith(":") or rest.startswith(" ") else " "
    return f"{query[:start]}{suggestion}{end}{rest}", start + len(suggestion) + len(end)


def _at(query: str, cursor: int) -> Token | None:
    """The word that ends at the cursor, without what is behind it."""
    *_, last = (None, *tokens(query[:cursor]))
    return last if last is not None and last.start + len(last.text) == len(query[:cursor]) else None


def _parts(token: Token) -> tuple[str, str, str]:
    """Sign or key, the finished values behind it, and the value that is being written."""
    head, rest = token.head, token.text[len(token.head) :]
    if not head.lstrip("-"):
        return head, "", rest
    done, comma, last = rest.rpartition(",")
    return head, done + comma, last


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name or "," in name else name


def _people(team: Team) -> Iterator[str]:
    """Logins, and by the way of a name to its login nothing: a name that is written is found as well."""
    yield from team.members
    yield from (member.name for member in team.members.values() if member.name)


def _no_values(team: Team) -> Iterable[str]:
    return ()


_VALUES: dict[str, Callable[[Team], Iterable[str]]] = {
    "@": lambda team: (ME, NOBODY[0], *_people(team)),
    "#": lambda team: sorted(team.words, key=str.casefold),
    "!": lambda team: (str(priority.value) for priority in Priority),
    "prio": lambda team: (str(priority.value) for priority in Priority),
    "is": lambda team: STATES,
    "has": lambda team: PARTS,
    "due": lambda team: (*WORDS, "friday", "eom"),
    "role": lambda team: (*(role.name for role in team.roles), NONE),
    "col": lambda team: (column.name for column in team.columns),
    "by": lambda team: (ME, *_people(team)),
    "goal": lambda team: (NONE,),
    "age": _no_values,
}
