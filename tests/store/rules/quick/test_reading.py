"""A title and everything else in one line."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import Refused
from store.rules.moving import KEEP
from store.rules.quick import escaped, preview, read
from store.rules.quick.marks import Marker, words
from store.text import clean_line
from tests.builders import PHOTO, READY
from tests.store.rules.quick.shop import SERVICE, TODAY, line, shop, typed

WHOLE = "Shoot the boots @ana !high #shoot due:fri ~Photo est:2h in:Ready goal:7 start:mon on white"


def test_everything_in_one_line() -> None:
    """The markers go to their fields; the rest is the title, in order."""
    quick = line(WHOLE)

    assert quick.title == "Shoot the boots on white"
    assert quick.fields == {
        "assignees": ["ana"],
        "tags": ["shoot"],
        "priority": "high",
        "due": date(2026, 11, 27),
        "start": date(2026, 11, 30),
        "estimate": 2,
        "goal": 7,
    }
    assert (quick.role, quick.column) == (PHOTO, READY)


def test_a_plain_title_says_nothing_else() -> None:
    """Without markers there is a title and nothing more."""
    quick = line("  Shoot   the boots ")

    assert (quick.title, quick.fields, quick.role, quick.column) == ("Shoot the boots", {}, KEEP, None)
    assert quick.understood(shop()) == ""


@pytest.mark.parametrize(
    ("marker", "field", "value"),
    [
        ("@ANA", "assignees", ["ana"]),
        ("@me", "assignees", ["ana"]),
        ("@ben,cem", "assignees", ["ben", "cem"]),
        ("@ben,@cem", "assignees", ["ben", "cem"]),
        ("@ben @cem @Ben", "assignees", ["ben", "cem"]),
        ('@"Ben Okafor"', "assignees", ["ben"]),
        ("@okafor,", "assignees", ["ben"]),
        ("@ben!", "assignees", ["ben"]),
        ("!H", "priority", "high"),
        ("!low.", "priority", "low"),
        ("prio:urgent", "priority", "urgent"),
        ("#new #old", "tags", ["new", "old"]),
        ("#new,old", "tags", ["new", "old"]),
        ('#"big sale"', "tags", ["big sale"]),
        ("#CHRISTMAS", "tags", ["Christmas"]),
        ("#sale,", "tags", ["sale"]),
        ("due:27.11.", "due", date(2026, 11, 27)),
        ("DUE:+2d", "due", date(2026, 11, 25)),
        ("due:none", "due", None),
        ("start:eom", "start", date(2026, 11, 30)),
        ("est:90m", "estimate", 1.5),
        ("estimate:none", "estimate", None),
        ("goal:#7", "goal", 7),
        ("goal:none", "goal", None),
    ],
)
def test_markers(marker: str, field: str, value: Any) -> None:
    """Each marker, as it may be written."""
    quick = line(f"Buy {marker} tape")

    assert (quick.title, quick.fields) == ("Buy tape", {field: value})


@pytest.mark.parametrize(
    ("marker", "role"),
    [
        ("~photo", PHOTO),
        ('~"Customer service"', SERVICE),
        ("~serv", SERVICE),
        ("role:photo", PHOTO),
        ("~none", None),
        ("~nobody", None),
    ],
)
def test_roles(marker: str, role: int | None) -> None:
    """A role by how its name or a word in it begins, or nobody's lane."""
    assert line(f"Buy {marker} tape").role == role


@pytest.mark.parametrize(
    "title",
    [
        "Mail to ana@shop.example",
        "Learn C# and F#",
        "Become the #1 seller",
        "Sale ends today!",
        "Wow !!! Really !",
        "Call at 10:30",
        "Meet @10:30 @ the shop",
        "See https://shop.example/due:soon?x=@ana#top",
        "Order ~5 kg or ~10%",
        "Re: offer, due: later",
        "Fix ~/.config and C:\\temp",
        "Answer @ana@mastodon.example",
        "1 < 2 & -@ben -#tag -3",
        "# ~ @ ! -",
        "«Größe» 靴 👢",
    ],
)
def test_what_only_looks_like_a_marker_is_title(title: str) -> None:
    """It stays as it is, and nothing else is said."""
    quick = line(title)

    assert (quick.title, quick.fields, quick.role) == (title, {}, KEEP)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            r"Ask \@ana \#sale \!high \~photo \due:soon \in:stock",
            "Ask @ana #sale !high ~photo due:soon in:stock",
        ),
        (r"Write \\@ana", r"Write \@ana"),
        (r"Keep \n and \\server", r"Keep \n and \\server"),
    ],
)
def test_a_backslash_makes_it_title(text: str, title: str) -> None:
    """One backslash goes where it was needed; others stay."""
    assert line(text).title == title


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Ask @xyz", r"Nobody in the team is called “xyz”; if it is text, write \@xyz."),
        ("Ask @zoe", "Nobody in the team is called “zoe”"),
        ("Ask @an now", r"“an” may be ana or anton; write more of it; if it is text, write \@an."),
        ("Buy ~Xyz", "There is no role “Xyz”; choose Shop, Photography, Newsletter or Customer service"),
        ("Buy due:soon", "“soon” is not a day; write 2026-11-27, today"),
        ("Buy due:soon", r"or eom; if it is text, write \due:soon."),
        ("Buy !important", "“!important” is not a priority; choose urgent, high, normal or low"),
        ("Buy in:stock", "There is no column “stock”; choose Backlog, Ready, Doing or Done"),
        ("Buy in:do it", "“do” may be Doing or Done; write more of it"),
        ("Buy est:long", "“long” is not a number of hours"),
        ("Buy goal:0", "“0” is not the number of a goal"),
        ("Buy due:fri due:mon", "The due date is said twice; leave “due:mon” out."),
        ('Buy ~"Shop now', 'In “~"Shop now” the second quotation mark is missing.'),
        ("@ana !high", "The card has no title; write what is to be done."),
        ("", "The card has no title"),
    ],
)
def test_refusals(text: str, sentence: str) -> None:
    """What names nothing known is told, with the way out."""
    with pytest.raises(Refused, match=re.escape(sentence)):
        line(text)


def test_what_is_understood_is_told() -> None:
    """People, facts and places on one line, without a year that is this one."""
    assert line(WHOLE).understood(shop()) == (
        "Ana Lima · high · #shoot · from Mon 30 Nov · due Fri 27 Nov · 2 h · goal 7 · Photography · in Ready"
    )
    assert line("x due:1.2. ~none !normal").understood(shop()) == (
        "normal priority · due Mon 1 Feb 2027 · nobody’s lane"
    )


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        'Buy ~"Customer service" tape',
        "Buy due:27.11.2026 now",
        "Ask @nobody ~nobody est:1.5h goal:none",
    ],
)
def test_no_key_of_a_line_is_a_problem(text: str) -> None:
    """Typed letter by letter, nothing is called wrong that may still become right."""
    for end in range(len(text) + 1):
        assert typed(text[:end])[1] == "", text[:end]


def test_the_preview_tells_what_cannot_become_right() -> None:
    """What no further letter can mend is told at once; an open one when the next word begins."""
    assert typed("Ask @xy") == ("", r"Nobody in the team is called “xy”; if it is text, write \@xy.")
    assert typed("Ask !high due:fr") == ("high", "")
    summary, problem = typed("Ask !high due:fr ")
    assert (summary, "“fr” is not a day" in problem) == ("high", True)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is typed, there is a title without control characters, or a sentence."""
    shown, problem = preview(shop(), text, "ana", TODAY)
    assert shown == clean_line(shown)
    assert problem == "" or problem.endswith(".")
    try:
        title = line(text).title
    except Refused as refusal:
        title = str(refusal)
    assert title
    assert title == clean_line(title)


PIECES = [
    "boots",
    "@ana",
    "@",
    "#1",
    "#tag",
    "\\@ana",
    "\\",
    "!",
    "!high",
    "~",
    '~"a',
    '"',
    "due:fri",
    "due:",
    ",",
]
LINES = st.lists(st.sampled_from([*PIECES, " ", "  ", "\t", "-", "@b.c", "https://x"]), max_size=8).map(
    "".join
)


@given(LINES | st.text())
def test_no_word_is_lost(text: str) -> None:
    """Every word is title or part of a marker, in order; only a backslash before a marker goes."""
    cleaned = clean_line(text)
    parts = [w.written if isinstance(w, Marker) else w for w in words(cleaned, with_off=False)]
    kept = " ".join(parts).split()

    assert len(kept) == len(cleaned.split())
    for word, had in zip(kept, cleaned.split(), strict=True):
        assert had in (word, f"\\{word}")


@given(LINES | st.text())
def test_any_title_can_be_written(title: str) -> None:
    """Escaped, every title reads back as it is and says nothing else."""
    if clean_line(title):
        quick = line(escaped(title))
        assert (quick.title, quick.fields, quick.role) == (clean_line(title), {}, KEEP)


def test_me_is_whoever_writes() -> None:
    """`@me` in Ben's line is Ben."""
    assert read(shop(), "x @me", "ben", TODAY).fields["assignees"] == ["ben"]
