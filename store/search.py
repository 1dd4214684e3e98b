"""Finding cards by what is written on them, fast enough for every key of a filter."""

from __future__ import annotations

from store.models import Raw
from store.team import Team


class Search:
    """Remembers each card's text in lower case, so that a key costs one look at it."""

    def __init__(self) -> None:
        self._texts: dict[int, tuple[Raw, str]] = {}

    def matching(self, team: Team, query: str) -> frozenset[int] | None:
        """Numbers of the tasks that contain every word of the query; `None` for an empty query: all.

        Looked at are number, title, description, tags, people (logins and names), role and the reason of a
        block.
        """
        words = query.casefold().split()
        if not words:
            return None
        tasks = team.tables.get("tasks", {})
        names = {login: member.display_name.casefold() for login, member in team.members.items()}
        roles = {role.id: role.name.casefold() for role in team.roles}
        found = []
        for id, raw in tasks.items():
            kept = self._texts.get(id)
            if kept is None or kept[0] is not raw:
                kept = raw, _text(id, raw, names, roles)
                self._texts[id] = kept
            text = kept[1]
            if all(word in text for word in words):
                found.append(id)
        return frozenset(found)


def _text(id: int, raw: Raw, names: dict[str, str], roles: dict[int, str]) -> str:
    people = raw.get("assignees", ())
    parts = [
        f"#{id}",
        str(raw.get("title", "")),
        " ".join(f"#{tag}" for tag in raw.get("tags", ())),
        " ".join(f"@{login} {names.get(login, '')}" for login in people),
        roles.get(raw.get("role") or 0, ""),
        str(raw.get("description", "")),
        str(raw.get("blocked", "")),
    ]
    return "\n".join(parts).casefold()
