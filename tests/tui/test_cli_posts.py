"""`tagwerk post`: the message board in the shell, for people and for scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.models import PostKind, Sign
from tests.tui.command_line import CommandLine
from tests.tui.news_in_shell import asked, numbers, post, posted
from tui.commands.news_verbs import NEWS_VERBS
from tui.commands.verb import Argument


@pytest.fixture
def tagwerk(tmp_path: Path) -> CommandLine:
    """A team's folder, and a shell in which Ana types; she and Ben lead a role, Cem does not."""
    line = CommandLine(tmp_path)
    line.make_team()
    return line


def option(name: str, verb: str = "post add") -> Argument:
    """An option or argument of a verb."""
    (found,) = (known for known in NEWS_VERBS if known.name == verb)
    return next(one for one in found.arguments if isinstance(one, Argument) and name in one.names)


def test_a_post_has_everything_that_was_given(tagwerk: CommandLine) -> None:
    """Kind, text, whom it is for, until when it is to be known and to stand above, and what it is about."""
    tagwerk("goal", "add", "Fewer returns")
    to = ("--to", "photo", "--to", "@cem", "--to", "Ana Lima")
    about = ("--card", "#4", "--card", "5", "--goal", "1", "--pin", "2026-12-01")
    ran = asked(tagwerk, "--kind", "announcement", "--body", "Look, @ben.\n\n- *blue*", *to, *about)

    assert ran.out == "Wrote post 1 “New returns”, mentioning Ben Okafor.\n"
    found = post(tagwerk)
    assert (found["kind"], found["body"]) == ("announcement", "Look, @ben.\n\n- *blue*")
    assert (found["roles"], found["people"]) == (["Photography"], ["cem", "ana"])
    assert (found["acknowledge_by"], found["pinned_until"]) == ("2026-11-27", "2026-12-01")
    assert (found["tasks"], found["goals"], found["mentions"]) == ([4, 5], [1], ["ben"])


def test_a_text_comes_from_the_input(tagwerk: CommandLine) -> None:
    """Of a post, a reply and an outcome, where `-` stands for it."""
    assert tagwerk("post", "add", "Down", "--kind", "incident", "--body", "-", stdin="a\nb\n").status == 0
    assert tagwerk("post", "reply", "1", "-", stdin="c\nd\n").status == 0
    assert tagwerk("post", "close", "1", "-", stdin="e\nf\n").status == 0
    found = post(tagwerk)

    assert (found["body"], found["replies"][0]["text"], found["outcome"]) == ("a\nb", "c\nd", "e\nf")


def test_a_post_is_changed_field_by_field(tagwerk: CommandLine) -> None:
    """What is not given stays; `none` empties a field, and everyone is nobody by name."""
    tagwerk("goal", "add", "Fewer returns")
    asked(tagwerk, "--body", "Text", "--to", "cem", "--card", "4", "--goal", "1", "--pin", "2026-12-01")
    ran = tagwerk("post", "edit", "1", "--title", "Other", "--pin", "2026-12-02", "--json")
    assert (ran.json["changed"], ran.json["post"]["title"]) == (True, "Other")
    assert (ran.json["post"]["pinned_until"], ran.json["post"]["body"]) == ("2026-12-02", "Text")
    assert tagwerk("post", "edit", "1", "--title", "Other").out == "Nothing changed.\n"
    options = ("--body", "--acknowledge-by", "--pin", "--card", "--goal")
    ran = tagwerk("post", "edit", "1", *(w for name in options for w in (name, "none")), "--to", "everyone")

    assert ran.status == 0, ran.err
    found = post(tagwerk)
    assert [found[name] for name in ("acknowledge_by", "pinned_until")] == [None, None]
    assert [found[name] for name in ("body", "tasks", "goals", "roles", "people")] == ["", [], [], [], []]
    assert found["edited_at"] == "2026-11-23T09:31:00Z"


def test_what_somebody_else_wrote_is_not_changed(tagwerk: CommandLine) -> None:
    """But who leads a role may pin it."""
    posted(tagwerk, "Boxes", person="cem")

    ran = tagwerk("post", "edit", "1", "--title", "Mine now")
    assert (ran.status, ran.err) == (1, "tagwerk: Cem Demir wrote “Boxes”; reply to it instead.\n")
    assert tagwerk("post", "edit", "1", "--pin", "2026-12-01").out == "Pinned “Boxes”.\n"
    assert tagwerk("post", "pin", "1", "2026-12-24").status == 0
    assert post(tagwerk)["pinned_until"] == "2026-12-24"
    assert tagwerk("post", "pin", "1", "none").out == "Unpinned “Boxes”.\n"
    assert post(tagwerk)["pinned_until"] is None
    ran = tagwerk("post", "pin", "1", "2026-12-24", person="cem")
    assert ran.err == "tagwerk: Only who leads a role pins a post; ask Ana Lima or Ben Okafor.\n"


def test_a_name_that_nobody_has_is_refused(tagwerk: CommandLine) -> None:
    """Nothing is written then."""
    ran = tagwerk("post", "add", "Boxes", "--to", "moon")

    assert (ran.status, numbers(tagwerk)) == (1, [])
    assert ran.err.startswith("tagwerk: There is no role or person “moon”; choose Shop, Photography")
    assert tagwerk("post", "show", "7").err == (
        "tagwerk: There is no post 7; “tagwerk news” shows those there are.\n"
    )


def test_a_post_is_shown_whole(tagwerk: CommandLine) -> None:
    """Facts, the text as it was written, reactions, outcome, replies, and who has acknowledged it."""
    tagwerk("goal", "add", "Fewer returns")
    about = ("--card", "4", "--goal", "1", "--pin", "2026-12-01", "--kind", "incident")
    asked(tagwerk, *about, "--body", "From *today*:\n- look")
    tagwerk("post", "reply", "1", "Which one?", person="cem")
    tagwerk("post", "react", "1", "thanks", person="ben")
    tagwerk("post", "react", "1", "thanks", person="cem")
    tagwerk("post", "react", "1", "looking", "--reply", "1", person="ben")
    tagwerk("post", "acknowledge", "1", person="ben")
    tagwerk("post", "close", "1", "It", "works", "again.")

    assert tagwerk("post", "show", "1").out.splitlines() == [
        "Post 1 New returns",
        "Incident by Ana Lima, 2026-11-23 10:31",
        "For         everyone",
        "Pinned      until 2026-12-01",
        "Acknowledge by 2026-11-27",
        "Cards       #4 Count the stock",
        "Goals       goal 1 Fewer returns",
        "Over        since 2026-11-23 10:31, said Ana Lima",
        "",
        "From *today*:",
        "- look",
        "",
        "Outcome",
        "  It works again.",
        "",
        "Reactions",
        "  thanks: Ben Okafor, Cem Demir",
        "",
        "Replies",
        "  1  Cem Demir, 2026-11-23 10:31, new",
        "    Which one?",
        "    (looking: Ben Okafor)",
        "",
        "Acknowledged by 1 of 2 people",
        "  Ben Okafor, 2026-11-23 10:31",
        "",
        "Owed since 2026-11-23 10:31 by",
        "  Cem Demir",
    ]


def test_who_owes_is_for_the_author_and_leads(tagwerk: CommandLine) -> None:
    """Others see how it stands with themselves."""
    asked(tagwerk)
    posted(tagwerk, "Boxes", person="cem")
    owing = tagwerk("post", "show", "1", person="cem").out
    assert "Acknowledge by 2026-11-27; you owe it" in owing
    assert "Owed since" not in owing
    tagwerk("post", "acknowledge", "1", person="cem")
    assert (
        "Acknowledge by 2026-11-27; you did, 2026-11-23 10:32"
        in tagwerk("post", "show", "1", person="cem").out
    )

    names = ("acknowledged_at", "acknowledged", "owing")
    at = "2026-11-23T09:32:00Z"
    assert [post(tagwerk, person="cem")[name] for name in names] == [at, None, None]
    assert [post(tagwerk, person="ben")[name] for name in names] == [
        None,
        [{"login": "cem", "at": at, "before_edit": False}],
        ["ben"],
    ]
    assert [post(tagwerk, 2)[name] for name in names] == [None, None, None]


def test_who_acknowledged_an_older_text_is_told(tagwerk: CommandLine) -> None:
    """To who may see it, to herself, and to programs; she owes nothing again."""
    asked(tagwerk)
    tagwerk("post", "acknowledge", "1", person="cem")
    tagwerk.seconds += 60
    tagwerk("post", "edit", "1", "--body", "Other")
    tagwerk("post", "acknowledge", "1", person="ben")

    shown = tagwerk("post", "show", "1").out
    assert "  Cem Demir, 2026-11-23 10:31, before it was changed\n" in shown
    assert "  Ben Okafor, 2026-11-23 10:32\n" in shown
    assert (
        "you did, 2026-11-23 10:31, before it was changed" in tagwerk("post", "show", "1", person="cem").out
    )
    found = post(tagwerk)
    known = {one["login"]: one["before_edit"] for one in found["acknowledged"]}
    assert (known, found["owing"]) == ({"cem": True, "ben": False}, [])


def test_a_reply_quotes_what_it_answers(tagwerk: CommandLine) -> None:
    """The post, or a reply below it; whoever is named in quoted words is not called again."""
    posted(tagwerk, "Boxes", "--body", "Big ones.\nFor @ben.")
    posted(tagwerk, "Tape")
    assert tagwerk("post", "reply", "1", "How big?", "--quote", "post", person="cem").out == (
        "Reply 1 to post 1.\n"
    )
    ran = tagwerk("post", "reply", "1", "So", "big,", "@cem.", "--quote", "1", "--json")
    tagwerk("post", "reply", "2", "Good.", "--quote", "post")

    reply = ran.json["reply"]
    assert reply["text"] == "> > Big ones.\n> > For @ben.\n> \n> How big?\n\nSo big, @cem."
    assert (reply["mentions"], reply["post"]) == (["cem"], 1)
    assert post(tagwerk, 2)["replies"][0]["text"] == "> Tape\n\nGood."
    ran = tagwerk("post", "reply", "2", "No.", "--quote", "1")
    assert (ran.status, ran.err) == (1, "tagwerk: There is no reply 1 to “Tape”.\n")
    assert tagwerk("post", "reply", "1", " ", "--quote", "1").status == 1


def test_ones_own_reply_is_changed(tagwerk: CommandLine) -> None:
    """By its number, also from the input; readers see that it was; somebody else's is not."""
    posted(tagwerk, "Boxes")
    tagwerk("post", "reply", "1", "Big ones", person="cem")
    ran = tagwerk("post", "edit-reply", "1", "Small ones,", "@ben", person="cem")
    assert (ran.status, ran.out) == (0, "Edited a reply to “Boxes”.\n")
    reply = post(tagwerk)["replies"][0]
    assert (reply["text"], reply["mentions"]) == ("Small ones, @ben", ["ben"])
    assert reply["edited_at"] == "2026-11-23T09:31:00Z"

    ran = tagwerk("post", "edit-reply", "1", "-", "--json", person="cem", stdin="Both\nof them\n")
    assert (ran.json["changed"], ran.json["reply"]["text"]) == (True, "Both\nof them")
    same = tagwerk("post", "edit-reply", "1", "Both\nof them", person="cem")
    assert same.out == "Nothing changed.\n"
    ran = tagwerk("post", "edit-reply", "1", "Mine now")
    assert (ran.status, ran.err) == (1, "tagwerk: Cem Demir wrote this reply; write one of your own.\n")
    assert tagwerk("post", "edit-reply", "7", "x").err == "tagwerk: There is no reply 7.\n"


def test_a_reaction_is_taken_back_by_the_same_once_more(tagwerk: CommandLine) -> None:
    """Of a post, and of a reply; an unknown sign is refused with those there are."""
    posted(tagwerk, "Boxes")
    tagwerk("post", "reply", "1", "Good.", person="cem")
    assert tagwerk("post", "react", "1", "Heart").out == "Reacted to “Boxes” with “heart”.\n"
    ran = tagwerk("post", "react", "1", "cheers", "--reply", "1", "--json")
    assert ran.json["post"]["reactions"] == [{"sign": "heart", "people": ["ana"]}]
    assert ran.json["post"]["replies"][0]["reactions"] == [{"sign": "cheers", "people": ["ana"]}]

    assert tagwerk("post", "react", "1", "heart").out == "Took back “heart” from “Boxes”.\n"
    assert post(tagwerk)["reactions"] == []
    assert tagwerk("post", "react", "1", "smile").err == (
        "tagwerk: “smile” is no reaction; there are yes, no, thanks, heart, cheers and looking.\n"
    )


def test_who_owes_is_reminded(tagwerk: CommandLine) -> None:
    """In a reply that mentions them, and only them."""
    asked(tagwerk)
    assert tagwerk("post", "acknowledge", "1", person="ben").out == "Acknowledged “New returns”.\n"
    assert tagwerk("post", "acknowledge", "1", person="ben").status == 1
    ran = tagwerk("post", "remind", "1", "--json")

    assert ran.json["post"]["replies"][0]["text"] == "Please acknowledge this by Fri 27 Nov: @cem"
    again = "tagwerk: Ana Lima reminded them today at 10:31 already; wait until tomorrow.\n"
    assert tagwerk("post", "remind", "1", person="ben").err == again
    assert numbers(tagwerk, "--mentions", person="cem") == [1]
    assert numbers(tagwerk, "--mentions", person="ben") == []
    assert tagwerk("post", "remind", "1", person="cem").status == 1


def test_an_incident_from_its_beginning_to_its_end(tagwerk: CommandLine) -> None:
    """Open, over, open again; put away only when it is over, and brought back."""
    posted(tagwerk, "Payment is down", "--kind", "incident", person="cem")
    assert tagwerk("post", "archive", "1").err == (
        "tagwerk: The incident “Payment is down” is not over; close it first.\n"
    )
    assert tagwerk("post", "close", "1", "Works", "again.").out == "Closed the incident “Payment is down”.\n"
    assert post(tagwerk)["outcome"] == "Works again."
    assert tagwerk("post", "reopen", "1").status == 0
    assert post(tagwerk)["open_incident"]
    shown = tagwerk("post", "show", "1").out
    assert "Outcome, before it was opened again\n  Works again.\n" in shown
    assert tagwerk("post", "close", "1", "Now it does.").status == 0
    assert tagwerk("post", "archive", "1").out == "Archived the post “Payment is down”.\n"
    assert (numbers(tagwerk), numbers(tagwerk, "--archived")) == ([], [1])

    assert tagwerk("post", "restore", "1").out == "Brought back the post “Payment is down”.\n"
    assert numbers(tagwerk) == [1]


def test_the_helps_name_what_there_is() -> None:
    """Every kind of post, and every sign."""
    assert option("--kind").settings["choices"] == tuple(PostKind)
    assert option("--kind", "news").settings["choices"] == tuple(PostKind)
    for sign in Sign:
        assert sign in option("sign", "post react").settings["help"]
