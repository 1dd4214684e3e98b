"""A clash from its beginning on a drive that was away to its end after a restart, on two terminals."""

from __future__ import annotations

from tests.e2e.conftest import Shop
from tests.e2e.terminal import Terminal


def marked(terminal: Terminal) -> bool:
    """Whether the header tells of a clash."""
    return "C: 1 clash" in terminal.lines[0]


def test_a_clash_made_offline_is_put_off_and_settled_after_a_restart(shop: Shop) -> None:
    """Both rename one card while the drive is away; who comes second leaves it, is killed, and decides."""
    there = {"ana": shop.at("ana"), "ben": shop.at("ben")}
    there["ben"].type("gt1\r")
    away = shop.folder.with_name("away")
    shop.folder.rename(away)
    for name, terminal in there.items():
        terminal.sees("offline")
        terminal.type(f"e of {name}\r")
        terminal.sees("1 waiting")
    away.rename(shop.folder)
    ana, ben = there["ana"], there["ben"]
    ana.wait(lambda: ben.look(0.01) is not None and (marked(ana) or marked(ben)), "the mark")
    me, other = ("ana", "ben") if marked(ana) else ("ben", "ana")
    mine, theirs = (f"Order wrapping paper of {name}" for name in (me, other))
    assert shop.team.task(1).title == theirs

    board = there[me]
    board.type("C2")
    board.sees("What was typed before this could be read is left out")
    assert mine in board.text
    assert theirs in board.text
    board.type("\x1b")
    board.wait(lambda: "Two people changed" not in board.text, "the board")
    assert marked(board)
    board.kill()

    board = shop.at(me)
    board.wait(lambda: marked(board), "the mark")
    board.type("C")
    board.sees(mine)
    board.reads()
    board.type("2")
    board.wait(lambda: shop.team.task(1).title == mine, "the decision")
    board.wait(lambda: not marked(board), "the end of the mark")
