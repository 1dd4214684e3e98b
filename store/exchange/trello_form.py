"""The shape of Trello's board export, as far as it is read."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from store.errors import Refused
from store.exchange.json_text import locate, parse_json
from store.models.base import Moment

T = TypeVar("T")


def _or_empty(value: object) -> object:
    return [] if value is None else value


def _or_blank(value: object) -> object:
    return "" if value is None else value


def _or_none(value: object) -> object:
    return None if value == "" else value


def _likely(moment: datetime) -> datetime:
    # Beyond these, turning a time into another zone leaves the calendar.
    if not 1900 <= moment.year <= 2900:
        raise ValueError(f"the year {moment.year} cannot be")
    return moment


Many = Annotated[list[T], BeforeValidator(_or_empty)]
"""A list that Trello may give as `null`."""
Word = Annotated[str, BeforeValidator(_or_blank)]
"""A text that Trello may give as `null`."""
Id = Annotated[str, Field(pattern=r"^[0-9A-Za-z_-]+$", max_length=100)]
"""Trello's name for something: 24 hex digits, as far as is known."""
Time = Annotated[Annotated[Moment, AfterValidator(_likely)] | None, BeforeValidator(_or_none)]
"""A point in time (aware, UTC), or `None`."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class TrelloMember(_Part):
    """A person."""

    id: str
    full_name: Word = Field("", alias="fullName")
    username: Word = ""
    initials: Word = ""


class TrelloLabel(_Part):
    """A label; the name may be empty, then its colour is its name."""

    id: Word = ""
    name: Word = ""
    color: Word = ""


class TrelloList(_Part):
    """A list."""

    id: str
    name: Word
    closed: bool = False
    pos: float = Field(0, allow_inf_nan=False)
    soft_limit: float | None = Field(None, alias="softLimit")


class TrelloStep(_Part):
    """An item of a checklist."""

    id: Id
    name: Word
    state: Word = "incomplete"
    pos: float = Field(0, allow_inf_nan=False)
    due: Time = None
    member: str | None = Field(None, alias="idMember")


class TrelloChecklist(_Part):
    """A checklist of one card."""

    id: str
    card: Word = Field("", alias="idCard")
    name: Word = ""
    pos: float = Field(0, allow_inf_nan=False)
    items: Many[TrelloStep] = Field([], alias="checkItems")


class TrelloAttachment(_Part):
    """A file or address on a card."""

    url: Word = ""
    name: Word = ""


class TrelloCover(_Part):
    """A card's cover."""

    color: str | None = None
    attachment: str | None = Field(None, alias="idAttachment")
    upload: str | None = Field(None, alias="idUploadedBackground")

    def __bool__(self) -> bool:
        return bool(self.color or self.attachment or self.upload)


class TrelloFieldValue(_Part):
    """A card's value in a custom field."""

    field: str = Field(alias="idCustomField")


class TrelloCard(_Part):
    """A card."""

    id: Id
    name: str
    list: str = Field(alias="idList")
    desc: Word = ""
    closed: bool = False
    pos: float = Field(0, allow_inf_nan=False)
    due: Time = None
    due_complete: bool | None = Field(None, alias="dueComplete")
    start: Time = None
    closed_at: Time = Field(None, alias="dateClosed")
    last_activity: Time = Field(None, alias="dateLastActivity")
    members: Many[str] = Field([], alias="idMembers")
    labels: Many[TrelloLabel] = []
    label_ids: Many[str] = Field([], alias="idLabels")
    checklists: Many[str] = Field([], alias="idChecklists")
    attachments: Many[TrelloAttachment] = []
    url: Word = Field("", alias="shortUrl")
    values: Many[TrelloFieldValue] = Field([], alias="customFieldItems")
    stickers: Many[Any] = []
    votes: Many[str] = Field([], alias="idMembersVoted")
    cover: TrelloCover | None = None
    address: Word = ""
    location: Word = Field("", alias="locationName")
    plugins: Many[Any] = Field([], alias="pluginData")
    is_template: bool | None = Field(None, alias="isTemplate")
    card_role: Word = Field("", alias="cardRole")


class TrelloThing(_Part):
    """Anything that an action points at."""

    id: Word = ""
    name: Word = ""
    closed: bool | None = None
    due_complete: bool | None = Field(None, alias="dueComplete")


class TrelloActionContent(_Part):
    """What an action was about."""

    text: Word = ""
    card: TrelloThing | None = None
    list_after: TrelloThing | None = Field(None, alias="listAfter")
    old: dict[str, Any] | None = None
    edited_at: Time = Field(None, alias="dateLastEdited")


class TrelloAction(_Part):
    """Something that happened on the board."""

    id: Id
    type: str
    date: Annotated[Moment, AfterValidator(_likely)]
    data: TrelloActionContent = TrelloActionContent()
    person: Word = Field("", alias="idMemberCreator")
    creator: TrelloMember | None = Field(None, alias="memberCreator")


class TrelloBoard(_Part):
    """A whole export."""

    name: Word = ""
    desc: Word = ""
    lists: list[TrelloList]
    cards: list[TrelloCard]
    members: Many[TrelloMember] = []
    labels: Many[TrelloLabel] = []
    checklists: Many[TrelloChecklist] = []
    actions: Many[TrelloAction] = []
    fields: Many[TrelloThing] = Field([], alias="customFields")
    plugins: Many[Any] = Field([], alias="pluginData")


def parse_board(text: str) -> TrelloBoard:
    """The board in a Trello export.

    Raises:
        Refused: the text is not JSON, or not a board; with the place and the reason.
    """
    value = parse_json(text)
    if not isinstance(value, dict) or not {"cards", "lists"} <= value.keys():
        raise Refused(
            "This is not a Trello board: it has no “lists” and “cards”. In Trello, take the board's menu,"
            " “Print, export, and share”, “Export as JSON”. Nothing was imported."
        )
    try:
        return TrelloBoard.model_validate(value)
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        reason = f"{_path(problem['loc'])}: {_lower_first(problem['msg'])}"
        raise Refused(f"{locate(text, problem['loc'])}: {reason}. Nothing was imported.") from error
    except OverflowError as error:
        raise Refused(f"A date in the file is beyond the calendar: {error}. Nothing was imported.") from error


def _path(steps: tuple[int | str, ...]) -> str:
    """`cards[3].idList`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
