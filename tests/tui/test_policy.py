"""The policy of the column under the cursor."""

from __future__ import annotations

from textual.pilot import Pilot

from store.rules import setup, tasks
from tests.builders import BACKLOG, DOING, LATER, NOW
from tests.tui.conftest import Office, board, packet, said, screen_text, until
from tests.tui.disks import look_now
from tests.tui.marks import ahead, presses
from tui.dialogs.policy import PolicyDialog
from tui.screens.board import BoardScreen


def agree(office: Office, policy: str, column: int = DOING) -> None:
    """Ben writes a policy down."""
    ben = office.colleague("ben")
    ben.commit(setup.edit_column(ben.team, column, "ben", NOW, policy=policy))


async def ask(pilot: Pilot[None], card: int) -> None:
    """Press p on a card."""
    board(pilot).select_task(card)
    await pilot.press("p")


@presses("board.policy")
async def test_a_short_policy_stands_in_the_line(office: Office) -> None:
    """With kind, count and limit of the column; the next key takes it away."""
    agree(office, "Finish first.")
    async with office.app() as pilot:
        await ask(pilot, 6)
        assert said(pilot) == "Doing: being worked on · 2 cards, limit 3 · Finish first."
        await pilot.press("j")
        assert "Finish first." not in said(pilot)


async def test_a_column_without_a_policy_says_so(office: Office) -> None:
    """And that it has no limit."""
    async with office.app(size=(90, 24)) as pilot:
        await ask(pilot, 1)

        assert said(pilot) == (
            "Backlog: waiting, not begun · 3 cards, no limit · no policy is written down yet"
        )


async def test_over_the_limit_is_said(office: Office) -> None:
    """The count is over it."""
    ben = office.colleague("ben")
    for number in (1, 2):
        ben.commit(tasks.create(ben.team, f"{number}", "ben", LATER, column=DOING, override=True))
    async with office.app(size=(120, 24)) as pilot:
        await ask(pilot, 6)

        assert "4 cards, limit 3, over it" in said(pilot)


@presses("policy.close")
async def test_a_long_policy_opens_in_full(office: Office) -> None:
    """Several lines, or more than there is room for; a colleague's new one is shown at once; p closes it."""
    agree(office, "First line.\nSecond [b]line[/b].")
    async with office.app() as pilot:
        await ask(pilot, 6)
        await until(pilot, lambda: isinstance(pilot.app.screen, PolicyDialog))
        assert "First line." in screen_text(pilot)
        assert "Second [b]line[/b]." in screen_text(pilot)
        agree(office, "Another one.")
        look_now(pilot)
        await until(pilot, lambda: "Another one." in screen_text(pilot), "Ben's policy")
        await pilot.press("p")
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen))


@ahead("PolicyDialog")
async def test_opening_and_closing_in_one_packet(office: Office) -> None:
    """The keys behind it are the board's again."""
    agree(office, "word " * 200, BACKLOG)
    async with office.app() as pilot:
        board(pilot).select_task(1)
        await packet(pilot, "p", "j", "escape", "j")
        await until(pilot, lambda: isinstance(pilot.app.screen, BoardScreen))

        assert board(pilot).cursor_task == 2
