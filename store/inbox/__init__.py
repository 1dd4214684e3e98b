"""What concerns one person: what she owes the others, and what they did that she has not seen."""

from store.inbox.concerns import Concern, Kind, Seen, Thing, concerns
from store.inbox.happenings import Happening, happenings
from store.inbox.items import Item, Waiting, news, owed

__all__ = [
    "Concern",
    "Happening",
    "Item",
    "Kind",
    "Seen",
    "Thing",
    "Waiting",
    "concerns",
    "happenings",
    "news",
    "owed",
]
