"""One person, and what happens to terminals, programs and drives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import BACKLOG, READY, SHOP, titles
from tests.e2e.conftest import Shop
from tests.e2e.terminal import environment, tagwerk

LEAVES_WITHIN = 8.0
"""Seconds that leaving may take when the drive hangs: its limit of five, and a busy machine."""


def test_leaving_restores_the_terminal(shop: Shop) -> None:
    """q gives the screen, the cursor, the mouse and the keys back as they were, and ends with status 0."""
    ana = shop.at("ana")
    ana.type("mq")
    ana.ends()
    while ana.look(0.1):
        pass

    assert ana.status == 0
    assert ana.modes == ana.modes_before
    for mode in (b"1049", b"1000", b"1003", b"1006", b"2004", b"1004"):
        on, off = ana.sent.rfind(b"\x1b[?" + mode + b"h"), ana.sent.rfind(b"\x1b[?" + mode + b"l")
        assert off >= on, f"mode {mode!r} is still on"
    assert ana.sent.rfind(b"\x1b[?25h") > ana.sent.rfind(b"\x1b[?25l"), "the cursor is still hidden"
    assert shop.team.task(1).assignees == ["ana"]


@pytest.mark.parametrize("key", [b"\x03", b"/x\r\x03"])
def test_ctrl_c_leaves_too(shop: Shop, key: bytes) -> None:
    """ctrl+c on the board ends the program in order."""
    ana = shop.at("ana")
    ana.type(key)
    ana.ends()

    assert ana.status == 0
    assert ana.modes == ana.modes_before


def test_a_change_survives_a_kill_right_after_its_key(shop: Shop) -> None:
    """What is on the screen when the program is killed is in the folder after the next start."""
    ana = shop.at("ana")
    ana.type("aLast thing\r")
    ana.sees("Last thing")
    ana.kill()
    shop.at("ana").sees("Last thing")

    assert titles(shop.team, BACKLOG, SHOP).count("Last thing") == 1


def test_a_change_survives_a_kill_while_the_folder_is_away(shop: Shop) -> None:
    """Without the folder the change waits on this machine; the next start commits it, once."""
    ana = shop.at("ana")
    away = shop.folder.with_name("away")
    shop.folder.rename(away)
    ana.type("aLast thing\rcFor Ben\r")
    ana.sees("Last thing")
    ana.sees("2 waiting")
    ana.kill()
    away.rename(shop.folder)
    assert "Last thing" not in titles(shop.team, BACKLOG, SHOP)
    again = shop.at("ana")
    again.sees("Last thing")
    again.type("q")
    again.ends()

    assert titles(shop.team, BACKLOG, SHOP).count("Last thing") == 1
    assert [comment.text for comment in shop.team.comments(9)] == ["For Ben"]


def test_leaving_while_the_folder_is_away_says_that_changes_wait(shop: Shop) -> None:
    """After the screen is given back, a sentence says that the last changes wait on this machine."""
    ana = shop.at("ana")
    away = shop.folder.with_name("away")
    shop.folder.rename(away)
    ana.type("aLast thing\r")
    ana.sees("1 waiting")
    ana.type("q")
    ana.ends()
    while ana.look(0.1):
        pass

    assert b"wait" in ana.sent[ana.sent.rfind(b"\x1b[?1049l") :]


_ON_A_DEAD_MOUNT = """
import sys
from pathlib import Path
from pathlib import Path
from store.repository import open_team
from store.repository.reader import HistoryReader
from tests.tui.disks import Drive
from tui.app import TagwerkApp
folder, drive = Path(sys.argv[1]), Drive()
repository = open_team(folder, login="ana", disk=drive)
app = TagwerkApp(repository, "ana", history=HistoryReader(folder, drive))
drive.hang()
app.run()
app.finish()
"""


def test_a_dead_mount_does_not_keep_the_program(shop: Shop) -> None:
    """On a drive that hangs, with a card open and its history being read, leaving ends within its limit."""
    ana = shop.at("ana", program=[sys.executable, "-c", _ON_A_DEAD_MOUNT, str(shop.folder)])
    ana.type("L\r")
    ana.sees("Loading")
    ana.type("qq")
    ana.ends(LEAVES_WITHIN)

    assert ana.status == 0
    assert shop.team.task(1).column == BACKLOG
    again = shop.at("ana")
    again.wait(lambda: shop.team.task(1).column == READY, "the waiting move")


def test_resizing_keeps_the_cursor_on_its_card(shop: Shop) -> None:
    """Larger, smaller and back: the card's line still names the same card."""
    ana = shop.at("ana", (120, 40))
    ana.type("j")
    ana.sees("#2 Call the carrier")
    for size in ((80, 24), (40, 12), (200, 50)):
        ana.resize(*size)
        ana.wait(lambda size=size: "q leave" in ana.text or size[0] < 100, "the new size")
        ana.sees("#2 Call the carrier"[: size[0] - 2])
    ana.type("L")

    ana.wait(lambda: shop.team.task(2).column == READY, "the move")


def test_the_size_in_the_environment_does_not_count(shop: Shop) -> None:
    """With COLUMNS and LINES of another window the board still fills this one, also after resizing."""
    ana = shop.at("ana", COLUMNS="40", LINES="10")
    ana.wait(lambda: len(max(ana.lines, key=len)) > 70, "the whole width")
    ana.resize(120, 30)

    ana.wait(lambda: "leave" in ana.lines[-1] and len(max(ana.lines, key=len)) > 100, "the new size")


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"STY": "1.pts-0.host", "TERM": "screen-256color"}])
def test_no_true_colour_where_it_is_not_wanted(shop: Shop, variables: dict[str, str]) -> None:
    """With NO_COLOR, and in GNU screen, not one 24-bit colour is sent."""
    ana = shop.at("ana", **variables)
    ana.type("jl\r")
    ana.sees("History")

    assert b"8;2;" not in ana.sent


def test_a_terminal_without_utf8_is_sent_ascii(shop: Shop) -> None:
    """In a Latin-1 locale no sign beyond ASCII is sent, and none is written out as an escape."""
    ana = shop.at("ana", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="latin-1")
    ana.type("j\r")
    ana.sees("History")

    assert max(ana.sent) < 128
    assert "\\u" not in ana.text
    ana.type("e")
    ana.sees("Waits for")
    ana.type("\t\r")
    ana.sees("Photography")
    assert "\\u" not in ana.text


def test_a_dumb_terminal_is_refused(shop: Shop) -> None:
    """TERM=dumb is answered with a sentence that names what works, and with no escape sequence."""
    ana = shop.at("ana", ready="", TERM="dumb")
    ana.ends()
    while ana.look(0.1):
        pass

    assert ana.status != 0
    assert b"tagwerk list" in ana.sent
    assert b"\x1b" not in ana.sent


def test_a_pipe_is_refused(shop: Shop) -> None:
    """Without a terminal the program ends with a sentence on standard error."""
    home = shop.folder.parent
    done = subprocess.run(
        tagwerk(shop.folder, "ana"), env=environment(home), capture_output=True, text=True, timeout=30
    )

    assert done.returncode != 0
    assert "tagwerk list" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_terminal_without_unicode_gets_ascii_only(shop: Shop) -> None:
    """In a locale that has ASCII only, no sign is sent that the terminal would show as its number."""
    ana = shop.at("ana", LANG="C", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    ana.type("/a\r")
    ana.sees('Filter "a"')
    ana.type("?")
    ana.sees("h <")
    ana.type("q:#1")
    ana.sees("esc back")

    assert ana.sent.isascii()
    assert not any(escaped in ana.sent for escaped in (b"\\x", b"\\u"))


def test_escape_and_a_key_in_one_packet_are_two_keys(shop: Shop) -> None:
    """esc and m at once, in a line: the line is closed, and the card is taken."""
    ana = shop.at("ana")
    ana.type("cHalf")
    ana.sees("Half")
    ana.type("\x1bm")
    ana.wait(lambda: shop.team.task(1).assignees == ["ana"], "taking the card")
    ana.wait(lambda: "Half" not in ana.text, "closing the line")


def test_the_description_is_written_in_the_persons_own_editor(shop: Shop, tmp_path: Path) -> None:
    """E gives the terminal to $EDITOR; what it saves is on the card, and the board is there again."""
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import sys\nprint('what shall it be?')\nline = input()\nopen(sys.argv[1], 'w').write(line)\n"
    )
    ana = shop.at("ana", EDITOR=f"{sys.executable} {editor}")
    ana.type("E")
    ana.sees("what shall it be?")
    ana.type("Two rolls, *brown*\r")
    ana.sees("The description of #1 is changed.")
    ana.type("q")
    ana.ends()

    assert ana.modes == ana.modes_before
    assert shop.team.task(1).description == "Two rolls, *brown*"


def test_something_stands_there_before_the_team_is_opened(shop: Shop) -> None:
    """The first thing that is sent names the folder; the board follows, and leaving gives everything back."""
    ana = shop.at("ana")
    opening = ana.sent.index(b"Opening")
    assert opening < 200
    assert str(shop.folder)[:40].encode() in ana.sent[opening : opening + 200]
    ana.type("q")
    ana.ends()

    assert ana.modes == ana.modes_before


def test_a_folder_that_cannot_be_opened_is_told_on_the_usual_screen(shop: Shop) -> None:
    """A damaged team gives its sentence and the terminal back; what was typed meanwhile is not echoed."""
    for checkpoint in shop.folder.glob("team.json.d/*/checkpoint/*"):
        checkpoint.chmod(0o600)
        checkpoint.write_bytes(b"rubbish")
    ana = shop.at("ana", ready="")
    ana.type("xyz")
    ana.ends()
    while ana.look(0.1):
        pass

    assert ana.status == 3
    assert ana.sent.rfind(b"\x1b[?1049l") > ana.sent.rfind(b"\x1b[?1049h")
    assert ana.sent.rfind(b"\x1b[?25h") > ana.sent.rfind(b"\x1b[?25l")
    assert b"does not" in ana.sent or b"cannot be read" in ana.sent
    assert ana.modes == ana.modes_before


def test_an_editor_that_is_not_there_gives_the_board_back(shop: Shop) -> None:
    """The sentence stands on the board, and the next key is heard."""
    ana = shop.at("ana", EDITOR="nosuch-editor")
    ana.type("E")
    ana.sees("nosuch-editor cannot be started")
    ana.type("\r?")
    ana.sees("Moving the cursor")
