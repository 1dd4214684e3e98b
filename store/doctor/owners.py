"""Names of users and groups, as far as this computer knows them."""

from __future__ import annotations

import grp
import pwd


def group_name(gid: int) -> str:
    """The name of a group; its number where this computer knows none."""
    try:
        return grp.getgrgid(gid).gr_name
    except KeyError:
        return str(gid)


def user_name(uid: int) -> str:
    """The name of a user; `user 1001` where this computer knows none."""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"
