"""The message board as people and scripts see it in a shell."""

from __future__ import annotations

from typing import Any

from tests.tui.command_line import CommandLine, Ran


def posted(tagwerk: CommandLine, *words: str, person: str = "ana") -> Ran:
    """A post, a minute after the one before."""
    tagwerk.seconds += 60
    ran = tagwerk("post", "add", *words, person=person)
    assert ran.status == 0, ran.err
    return ran


def asked(tagwerk: CommandLine, *words: str) -> Ran:
    """Post 1 of Ana's, which everyone has to acknowledge."""
    return posted(tagwerk, "New returns", "--acknowledge-by", "fri", *words)


def post(tagwerk: CommandLine, number: int = 1, person: str = "ana") -> dict[str, Any]:
    """A post as a program sees it."""
    found: dict[str, Any] = tagwerk("post", "show", str(number), "--json", person=person).json["post"]
    return found


def numbers(tagwerk: CommandLine, *words: str, person: str = "ana") -> list[int]:
    """Numbers of the posts that are listed."""
    return [found["number"] for found in tagwerk("news", *words, "--json", person=person).json["posts"]]
