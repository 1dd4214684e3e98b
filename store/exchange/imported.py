"""What a file from another program holds, in one neutral form that fits the team's documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from store.exchange.summary import Note, Reason, Tally
from store.models import ChecklistItem, Priority
from store.text import clean, clean_line

TITLE_LIMIT = 300
"""Characters that a task's title may have."""
TEXT_LIMIT = 100_000
"""Characters that a description or comment may have."""

_TITLES_CUT = Reason("title", "titles", "longer than 300 characters; the rest now begins the description")
_UNTITLED = Reason("card", "cards", "without a title; named after the description")
_TEXTS_CUT = Reason("text", "texts", "longer than 100,000 characters and cut there")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the file names."""

    key: str
    """How the cards of the file refer to this person."""
    login: str
    """Login to use where the team does not know the person yet."""
    name: str = ""
    initials: str = ""
    is_member: bool = True
    """Whether the file counts the person as a member; others only wrote something at some time."""


@dataclass(frozen=True, slots=True)
class CardList:
    """A list of cards: a column or a role, as the person who imports says."""

    key: str
    name: str
    is_closed: bool = False
    wip_limit: int | None = None
    """Cards that may be in it at once; `None`: no limit."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on a card."""

    source: str
    author: str
    """Key of the person."""
    text: str
    at: datetime
    """Aware, UTC."""
    edited_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A piece of work."""

    source: str
    """Recognises the card when the file is imported again."""
    title: str
    description: str = ""
    list: str | None = None
    """Key of its list; `None`: in none."""
    role: str = ""
    """Name of the role, where the file has one beside the list."""
    people: tuple[str, ...] = ()
    """Keys of the persons who do it."""
    author: str = ""
    """Key of the person who made it; empty while unknown."""
    priority: Priority = Priority.NORMAL
    due: date | datetime | None = None
    """A point in time (aware) stands for the day it is for the team."""
    start: date | datetime | None = None
    estimate: float | None = None
    """Hours."""
    tags: tuple[str, ...] = ()
    checklist: tuple[ChecklistItem, ...] = ()
    blocked: str = ""
    links: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    """Oldest first."""
    is_done: bool = False
    is_archived: bool = False
    created_at: datetime | None = None
    moved_at: datetime | None = None
    """When it came to its list (aware, UTC); `None` while unknown."""
    done_at: datetime | None = None
    """When it was finished, if it is (aware, UTC); `None` while unknown."""
    archived_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """Everything in one file. Cards and lists stand in their order."""

    origin: str
    """The program: `Trello` or `CSV`."""
    name: str
    """What the file calls itself; empty when it does not."""
    people: tuple[Person, ...]
    lists: tuple[CardList, ...]
    cards: tuple[Card, ...]
    checklists: int
    """Checklists in the file."""
    notes: tuple[Note, ...]
    """What was dropped or changed while reading."""


def fit_words(title: str, description: str, tally: Tally) -> tuple[str, str]:
    """Title and description as a task can hold them; what had to be changed is noted."""
    title, description = clean_line(title), clean(description).rstrip()
    if not title:
        title = clean_line(description)[:60] or "Untitled"
        tally.add(_UNTITLED, title)
    if len(title) > TITLE_LIMIT:
        cut = title.rfind(" ", TITLE_LIMIT - 60, TITLE_LIMIT - 1)
        cut = cut if cut > 0 else TITLE_LIMIT - 1
        description = f"…{title[cut:].strip()}\n\n{description}".rstrip()
        title = f"{title[:cut].rstrip()}…"
        tally.add(_TITLES_CUT, title)
    return title, fit_text(description, title, tally)


def fit_text(text: str, title: str, tally: Tally) -> str:
    """A text as a document can hold it; `title` names the card when it had to be cut."""
    text = clean(text).rstrip()
    if len(text) > TEXT_LIMIT:
        tally.add(_TEXTS_CUT, title)
        text = text[: TEXT_LIMIT - 1].rstrip() + "…"
    return text
