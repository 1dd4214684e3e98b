"""`tagwerk news`: what is listed, for whom, and what is read then."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.command_line import BrokenDisk, CommandLine
from tests.tui.news_in_shell import asked, numbers, post, posted


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A team's folder, and a shell in which Ana types; she and Ben lead a role, Cem does not."""
    line = CommandLine(tmp_path)
    line.make_team()
    return line


def test_a_team_without_news_is_told_how_to_write_some(tagwerk: CommandLine) -> None:
    """The list is a sentence then."""
    assert tagwerk("news").out == "There is no news yet; “tagwerk post add TITLE” writes some.\n"
    assert tagwerk("news", "--json").json == {"posts": [], "found": 0}
    assert tagwerk("news", "--archived").out == "No post was put away.\n"


def test_a_line_tells_what_a_post_is(tagwerk: CommandLine) -> None:
    """Number, news, kind, title, author, day, replies, what is owed; incidents first, then what one owes."""
    posted(tagwerk, "Payment", "is", "down", "--kind", "incident", person="ben")
    posted(tagwerk, "Winter hours", "--pin", "2026-11-30")
    asked(tagwerk, "--kind", "announcement")
    posted(tagwerk, "Who has the key?", "--kind", "question", person="cem")
    tagwerk("post", "reply", "1", "Since when?", person="cem")
    tagwerk("post", "reply", "1", "All cards?", person="cem")
    tagwerk("post", "reply", "3", "Fine.", person="cem")

    assert tagwerk("news", person="ben").out.splitlines() == [
        "1  +2   incident      Payment is down   Ben Okafor  2026-11-23  (2)  not over",
        "3  new  announcement  New returns       Ana Lima    2026-11-23  (1)  owed by 2026-11-27",
        "2  new  news          Winter hours      Ana Lima    2026-11-23       pinned",
        "4  new  question      Who has the key?  Cem Demir   2026-11-23",
    ]


def test_posts_are_searched_and_filtered(tagwerk: CommandLine) -> None:
    """Words and options narrow each other, in any order."""
    posted(tagwerk, "Boxes are here", "--to", "Photography", person="cem")
    posted(tagwerk, "Boxes, again", "--kind", "question", "--body", "Who takes @ana with her?", person="ben")
    posted(tagwerk, "Tape", "--acknowledge-by", "fri", person="ben")
    posted(tagwerk, "Mine")
    posted(tagwerk, "Away", person="ben")
    tagwerk("post", "archive", "5", person="ben")

    assert numbers(tagwerk) == [3, 4, 2, 1]
    assert numbers(tagwerk, "BOXES") == [2, 1]
    assert numbers(tagwerk, "boxes", "again") == numbers(tagwerk, "boxes", "--kind", "question") == [2]
    assert numbers(tagwerk, "--kind", "question", "boxes") == [2]
    assert numbers(tagwerk, "demir") == numbers(tagwerk, "--author", "cem") == [1]
    assert numbers(tagwerk, "--author", "me") == [4]
    assert numbers(tagwerk, "--role", "photo") == [1]
    assert numbers(tagwerk, "--unread") == [3, 2]
    assert numbers(tagwerk, "--mentions") == [2]
    assert numbers(tagwerk, "--owed") == [3]
    assert numbers(tagwerk, "--owed", person="ben") == []
    assert numbers(tagwerk, "--archived") == [5]
    assert tagwerk("news", "moon").out == "No post is like that; “tagwerk news” shows those there are.\n"
    assert tagwerk("news", "--author", "moon").err.startswith("tagwerk: There is no person “moon”")


def test_a_list_that_is_cut_says_so(tagwerk: CommandLine) -> None:
    """Beside the answer, so that a pipe has posts only; 0 lists all."""
    for number in range(32):
        posted(tagwerk, f"Post {number}")
    ran = tagwerk("news")

    assert len(ran.out.splitlines()) == 30
    assert ran.err == "tagwerk: These are 30 of 32 posts; -n 0 lists all.\n"
    assert len(numbers(tagwerk, "-n", "0")) == len(numbers(tagwerk, "--limit", "40")) == 32
    assert tagwerk("news", "-n", "0").err == ""
    ran = tagwerk("news", "-n", "1", "--json")
    assert (len(ran.json["posts"]), ran.json["found"], ran.err) == (1, 32, "")


def test_showing_a_post_reads_it_and_listing_does_not(tagwerk: CommandLine) -> None:
    """With the replies below it; what comes later is new again."""
    posted(tagwerk, "Boxes")
    tagwerk("post", "reply", "1", "Where?", person="cem")
    assert numbers(tagwerk, "--unread", person="ben") == numbers(tagwerk, "--unread", person="ben") == [1]
    assert post(tagwerk, person="ben")["unread"]
    assert numbers(tagwerk, "--unread", person="ben") == []
    assert not post(tagwerk, person="ben")["unread"]
    tagwerk("post", "reply", "1", "Here, @ben.", person="cem")

    assert numbers(tagwerk, "--unread", person="ben") == [1]
    assert [reply["unread"] for reply in post(tagwerk, person="ben")["replies"]] == [False, True]
    assert numbers(tagwerk, "--unread", person="ben") == []


def test_a_post_can_be_read_where_nothing_can_be_written(tagwerk: CommandLine) -> None:
    """By somebody outside the team, and on a drive that is full."""
    posted(tagwerk, "Boxes")
    assert "Post 1 Boxes" in tagwerk("post", "show", "1", person="zoe").out
    assert tagwerk("news", "--all-read", person="zoe").status == 1
    ran = tagwerk("post", "show", "1", person="ben", disk=BrokenDisk(28))

    assert (ran.status, ran.out.splitlines()[0]) == (0, "Post 1 Boxes")
    assert "1 change on this machine could not be committed yet." in ran.err
    assert numbers(tagwerk, "--unread", person="ben") == []


def test_all_is_read_at_once(tagwerk: CommandLine) -> None:
    """How much that was is said; a second time nothing is left."""
    posted(tagwerk, "Boxes")
    posted(tagwerk, "Tape", "--to", "cem")
    posted(tagwerk, "Ben's", person="ben")

    assert tagwerk("news", "--all-read", person="ben").out == "1 post marked as read.\n"
    assert numbers(tagwerk, "--unread", person="ben") == []
    assert numbers(tagwerk, "--unread", person="cem") == [3, 2, 1]
    ran = tagwerk("news", "--all-read", "--json", person="cem")
    assert ran.json == {"marked": 3, "changed": True}
    assert tagwerk("news", "--all-read", person="cem").out == "Everything was read already.\n"


def test_what_people_write_is_neither_markup_nor_a_command_to_the_terminal(tagwerk: CommandLine) -> None:
    """Brackets stay as they are, escape sequences go, and one line stays one line."""
    evil = "[bold]Boxes[/] \x1b[31mred\x1b[0m\x1b]0;title\x07\x07"
    assert tagwerk("post", "add", f"{evil}\nmore", "--kind", "incident", "--body", evil).status == 0
    tagwerk("post", "reply", "1", evil)
    tagwerk("post", "close", "1", evil)
    shown = (tagwerk("post", "show", "1"), tagwerk("news"), tagwerk("post", "show", "1", "--json"))

    for ran in (*shown, tagwerk("news", "--json"), tagwerk("post", "archive", "1")):
        assert "[bold]Boxes[/] red more" in ran.out
        assert not {*ran.out.replace("\n", "")} & {*map(chr, [*range(32), 127])}
    assert len(shown[1].out.splitlines()) == 1


def test_a_narrow_terminal_keeps_every_post_on_its_line(tagwerk: CommandLine) -> None:
    """Texts are cut; numbers, and the day by which something is owed, are not."""
    asked(tagwerk, "--kind", "announcement")
    tagwerk("post", "edit", "1", "--title", "A very long title about boxes " * 5)
    tagwerk("post", "reply", "1", "Fine.")
    tagwerk.environ["COLUMNS"] = "80"

    (line,) = tagwerk("news", person="ben").out.splitlines()
    assert line.startswith("1  new  ann")
    assert line.endswith("owed by 2026-11-27")
    assert len(line) <= 80
    tagwerk.environ["COLUMNS"] = "40"
    assert max(map(len, tagwerk("news").out.splitlines())) <= 40
    assert max(map(len, tagwerk("post", "show", "1").out.splitlines())) <= 40
