"""News and the stand-up, as people on two terminals see them."""

from __future__ import annotations

from tests.e2e.conftest import Shop
from tests.e2e.test_two_people import WITHIN

SAVE = "\x1bOQ"
"""f2."""


def test_an_incident_stands_on_the_others_screen_within_two_seconds(shop: Shop) -> None:
    """On whatever screen he is, from when it is posted until she closes it."""
    ana, ben = shop.at("ana"), shop.at("ben")
    ana.type("3w")
    ana.sees("New post")
    ana.type("Payment fails\t\t\r")
    ana.sees("celebration")
    ana.type("\x1b[F\r" + SAVE)
    ben.sees("!! Payment fails", WITHIN)
    ana.sees("Payment fails  now")
    ana.type("dThe provider is back\r")
    ben.wait(lambda: "!! Payment" not in "\n".join(ben.lines), "the banner going")
    ben.type("3")
    ben.sees("How it ended")


def test_a_post_is_acknowledged_and_its_author_sees_it(shop: Shop) -> None:
    """Ben sees in the header what he owes; Ana sees on the roster who has said so."""
    ana, ben = shop.at("ana"), shop.at("ben")
    ana.type("3wReturns: 60 days\t\t\t\ttomorrow" + SAVE)
    ben.sees("1 to acknowledge")
    ana.sees("Not yet, since today")
    ben.type("3A")
    ben.wait(lambda: "1 to acknowledge" not in ben.lines[0], "nothing being owed")
    ana.wait(lambda: any("Ben" in line and "today" in line for line in ana.lines[12:]), "the roster")


def test_a_round_is_watched_from_another_terminal(shop: Shop) -> None:
    """Who has the word on one screen has it on the other."""
    ana, ben = shop.at("ana"), shop.at("ben")
    ben.type("4")
    ben.sees("have written")
    ana.type("4n")
    ana.sees("y/n")
    ana.type("y")
    ana.sees("speaks")
    first = ana.lines[1].split(" speaks")[0].strip()
    ben.sees(f"{first} speaks")
    ana.type("n")
    ana.wait(lambda: first not in ana.lines[1], "the next one")
    second = ana.lines[1].split(" speaks")[0].strip()
    ben.sees(f"{second} speaks" if second else "Everyone has spoken")


def test_what_is_ticked_off_in_the_inbox_is_seen_at_once(shop: Shop) -> None:
    """Also where the header of the screen below changes in the same moment."""
    ana, ben = shop.at("ana"), shop.at("ben")
    ana.type("3wHello\tLook, @ben" + SAVE)
    ben.sees("@1")
    ben.type("\x0e")
    ben.sees("● mention")
    ben.type("M")
    ben.wait(lambda: "● mention" not in "\n".join(ben.lines), "the mark going")
