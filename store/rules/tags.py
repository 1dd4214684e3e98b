"""The team's tags: which words it has agreed on, and giving cards another word for one.

Tags on cards are free words, so every rule takes a word that only cards carry as well as an agreed one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from store.change import Change, Edit
from store.errors import NotFound, Refused
from store.models import Raw, Tag
from store.models.raws import words_in
from store.rules.arranging import at_the_end, edited, labelled, moved, refuse_taken, refuse_unknown_colour
from store.rules.board import free_number
from store.rules.tag_carriers import replaced_elsewhere
from store.rules.valid import valid
from store.rules.words import counted, quoted
from store.team import Team
from store.text import clean_line


@dataclass(frozen=True, slots=True)
class Use:
    """A word on cards of the board."""

    name: str
    """As the first card writes it."""
    cards: int


def in_use(team: Team) -> Mapping[str, Use]:
    """Every word that cards on the board carry, by the word as `str.casefold` gives it."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    for raw in team.tables.get("tasks", {}).values():
        if raw.get("archived_at"):
            continue
        for word in {name.casefold(): name for name in _words(raw)}.items():
            names.setdefault(*word)
            counts[word[0]] = counts.get(word[0], 0) + 1
    return {low: Use(clean_line(names[low]), count) for low, count in counts.items()}


def tag_named(team: Team, name: str) -> Tag | None:
    """The agreed tag of this name, in any case of letters; `None` for a word that only cards carry."""
    low = _bare(name).casefold()
    return next((tag for tag in team.tags if tag.name.casefold() == low), None)


def add(team: Team, name: str, by: str, now: datetime, *, id: int = -1, **fields: Any) -> Change:
    """Agree on a tag; it stands behind the others. Cards that carry the word already have it then.

    Raises:
        Refused: the name is taken or is not one word, or a value does not fit its field.
    """
    number = free_number(team, "tags", id)
    position, moved_aside = at_the_end("tags", team.tags, number)
    tag = valid(Tag, {**fields, "name": name, "id": number, "position": position})
    refuse_taken(team.tags, tag.id, tag.name)
    refuse_unknown_colour(tag.raw())
    change = Change.insert("tags", tag, f"added the tag {quoted(tag.name)}", number)
    return replace(change, edits=change.edits + moved_aside).signed(by, now)


def edit(team: Team, tag_id: int, by: str, now: datetime, **fields: Any) -> Change:
    """Change a tag; `archived_at` puts it away, `None` brings it back. Another name goes onto its cards.

    Raises:
        NotFound: there is no such tag.
        Refused: the name is taken, also by a word on cards, or a value does not fit its field.
    """
    tag = team.tag(tag_id)
    change = edited(team.tags, tag, fields)
    after = change.edits[0].after if change else None
    refuse_unknown_colour(after or {})
    signed = labelled(change, f"the tag {quoted(tag.name)}", by, now)
    if not after or "name" not in after:
        return signed
    cards = _renamed(team, tag.name, str(after["name"]))
    label = _rename_label(tag.name, str(after["name"]), len(cards)) if len(after) == 1 else signed.label
    others = replaced_elsewhere(team, tag.name, str(after["name"]))
    return replace(signed, edits=change.edits + cards + others, label=label)


def rename(team: Team, name: str, to: str, by: str, now: datetime) -> Change:
    """Give a tag another name, on every card that carries it; archived cards too.

    Raises:
        NotFound: the team has no such tag and no card carries it.
        Refused: the new name is taken, or is not one word.
    """
    tag = tag_named(team, name)
    if tag is not None:
        return edit(team, tag.id, by, now, name=to)
    old, new = _bare(name), valid(Tag, {"name": to}).name
    refuse_taken(team.tags, 0, new)
    cards = _renamed(team, old, new)
    if not cards and not _carriers(team, old):
        raise _unknown(old)
    others = replaced_elsewhere(team, old, new)
    return Change(cards + others, _rename_label(old, new, len(cards))).signed(by, now)


def archive(team: Team, tag_id: int, by: str, now: datetime) -> Change:
    """Put a tag away: it is not offered any more. Cards keep the word.

    Raises:
        NotFound: there is no such tag.
        Refused: it is archived already.
    """
    tag = team.tag(tag_id)
    if tag.archived_at:
        raise Refused(f"The tag {quoted(tag.name)} is archived already.")
    return edit(team, tag_id, by, now, archived_at=now)


def move(team: Team, tag_id: int, offset: int, by: str, now: datetime) -> Change:
    """Move a tag among the others: -1 one up, +1 one down. At the edge nothing changes.

    Raises:
        NotFound: there is no such tag.
        Refused: it is archived.
    """
    tag = team.tag(tag_id)
    if tag.archived_at:
        raise Refused(f"The tag {quoted(tag.name)} is archived; bring it back first.")
    return moved("tags", team.tags, tag_id, offset, f"moved the tag {quoted(tag.name)}").signed(by, now)


def merge(team: Team, name: str, into: str, by: str, now: datetime) -> Change:
    """Make one tag of two: cards that carry the first carry the second instead, and the first is archived.

    Raises:
        NotFound: the team has no such tag and no card carries it.
        Refused: it is the same tag.
    """
    old, tag, target = _bare(name), tag_named(team, name), tag_named(team, into)
    others = _carriers(team, _bare(into))
    new = target.name if target else _spelled(others, _bare(into))
    if not target and not others:
        raise _unknown(new)
    if old.casefold() == new.casefold():
        raise Refused(f"The tag {quoted(old)} cannot be merged with itself; name another one.")
    cards = _replaced(team, old, new)
    if not tag and not cards:
        raise _unknown(old)
    away = edited(team.tags, tag, {"archived_at": now}).edits if tag else ()
    label = f"merged the tag {quoted(tag.name if tag else old)} into {quoted(new)}{_on(len(cards))}"
    return Change(away + cards + replaced_elsewhere(team, old, new), label).signed(by, now)


def _renamed(team: Team, old: str, new: str) -> tuple[Edit, ...]:
    """The edits of the cards; a word that others carry is not taken, for the two could not be told apart."""
    others = _carriers(team, new) if old.casefold() != new.casefold() else {}
    if others:
        there = f"{quoted(new)} is on {counted(len(others), 'card')} already"
        raise Refused(f"{there}; merge {quoted(old)} into it instead.")
    return _replaced(team, old, new)


def _replaced(team: Team, old: str, new: str) -> tuple[Edit, ...]:
    """One edit for each card that carries a word. No document is built: there may be ten thousand."""
    low, same = old.casefold(), new.casefold()
    edits = []
    for id, raw in _carriers(team, old).items():
        words = [new if word.casefold() in (low, same) else word for word in _words(raw)]
        # A card that had both has one of them now.
        tags = [word for at, word in enumerate(words) if word != new or new not in words[:at]]
        if tags != raw["tags"]:
            edits.append(Edit("tasks", id, {"tags": raw["tags"]}, {"tags": tags}))
    return tuple(edits)


def _carriers(team: Team, name: str) -> dict[int, Raw]:
    """The cards that carry a word, archived ones too, by number."""
    low = name.casefold()
    tasks = team.tables.get("tasks", {}).items()
    return {id: raw for id, raw in tasks if "tags" in raw and any(w.casefold() == low for w in _words(raw))}


def _words(raw: Raw) -> Iterator[str]:
    # Another program may have put anything there.
    return iter(words_in(raw.get("tags")))


def _spelled(carriers: Mapping[int, Raw], name: str) -> str:
    """A word as the first card writes it."""
    low = name.casefold()
    return next((w for raw in carriers.values() for w in _words(raw) if w.casefold() == low), name)


def _bare(name: str) -> str:
    return name.strip().removeprefix("#")


def _unknown(name: str) -> NotFound:
    return NotFound(f"There is no tag {quoted(name)}, and no card carries it.")


def _rename_label(old: str, new: str, cards: int) -> str:
    return f"renamed the tag {quoted(old)} to {quoted(new)}{_on(cards)}"


def _on(cards: int) -> str:
    return f" on {counted(cards, 'card')}" if cards else ""
