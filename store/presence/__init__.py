"""Who has the team open now, and who edits which card: small files beside the log, and never a commit."""

from store.presence.person import Person, Where
from store.presence.presence import Presence, presence_in

__all__ = ["Person", "Presence", "Where", "presence_in"]
