"""Teams and changes as Hypothesis makes them up: small, so that they meet each other."""

from __future__ import annotations

from hypothesis import strategies as st

from store.change import Change, Edit, difference
from store.models import Fields, Raw
from store.team import Team

IDS = st.integers(1, 6)
RANKS = st.sampled_from(["", "A", "B", "V", "V1", "k"])
WORDS = st.lists(st.sampled_from(["red", "green", "blue", "ana", "ben"]), unique=True, max_size=4)


@st.composite
def items(draw: st.DrawFn, ids: str = "abcdef") -> list[Fields]:
    """A checklist."""
    chosen = draw(st.lists(st.sampled_from(ids), unique=True, max_size=4))
    return [{"id": id, "text": draw(st.sampled_from("xyz")), "done": draw(st.booleans())} for id in chosen]


@st.composite
def raw_tasks(draw: st.DrawFn) -> Fields:
    """A task as the file has it: what is empty is left out."""
    fields: Fields = {
        "title": draw(st.sampled_from(["one", "two", "three"])),
        "column": draw(st.integers(1, 3)),
        "role": draw(st.sampled_from([None, 1, 2])),
        "position": draw(RANKS),
        "tags": draw(WORDS),
        "checklist": draw(items()),
        "archived_at": draw(st.sampled_from([None, None, "2026-01-01T00:00:00Z"])),
    }
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


@st.composite
def raw_comments(draw: st.DrawFn) -> Fields:
    """A comment as the file has it."""
    return {
        "task": draw(IDS),
        "author": "ana",
        "text": draw(st.sampled_from("xyz")),
        "at": "2026-01-01T00:00:00Z",
    }


@st.composite
def teams(draw: st.DrawFn) -> Team:
    """A snapshot with a few tasks and comments."""
    return Team(
        {
            "tasks": draw(st.dictionaries(IDS, raw_tasks(), max_size=6)),
            "comments": draw(st.dictionaries(IDS, raw_comments(), max_size=6)),
        }
    )


@st.composite
def changes(draw: st.DrawFn, team: Team) -> Change:
    """A change that fits the snapshot: some documents come, some go, some get other fields."""
    edits: list[Edit] = []
    for table, documents in (("tasks", raw_tasks()), ("comments", raw_comments())):
        for id in draw(st.lists(IDS, unique=True, max_size=4)):
            old: Raw | None = team.tables.get(table, {}).get(id)
            new = draw(documents)
            if old is None:
                edits.append(Edit(table, id, None, new))
            elif draw(st.integers(0, 4)) == 0:
                edits.append(Edit(table, id, old, None))
            else:
                edits += difference(table, id, old, new)
    return Change(tuple(draw(st.permutations(edits))), "changed things")


@st.composite
def histories(draw: st.DrawFn, length: int = 5) -> tuple[Team, list[Change]]:
    """A snapshot, and changes that fit one after the other."""
    first = team = draw(teams())
    done: list[Change] = []
    for _ in range(draw(st.integers(1, length))):
        done.append(draw(changes(team)))
        team = team.apply(done[-1])
    return first, done
