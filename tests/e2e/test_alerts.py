"""Bell and notification in a real terminal."""

from __future__ import annotations

import json
from pathlib import Path

from store.repository import open_team
from store.rules import comments
from tests.builders import LATER
from tests.e2e.conftest import Shop


def test_a_mention_is_told_in_one_piece(shop: Shop, tmp_path: Path) -> None:
    """Once, whatever is drawn at the same time; the screen is none the worse for it."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "preferences.json").write_text(json.dumps({"format": 1, "bell": True, "notify": "osc777"}))
    ana = shop.at("ana", TAGWERK_CONFIG=str(own))
    ben = open_team(shop.folder, local=tmp_path / "bens", login="ben")
    ben.commit(comments.comment(ben.team, 4, "@ana; look", "ben", LATER))
    ben.commit(comments.comment(ben.team, 5, "@ana, and here", "ben", LATER))
    ben.close()
    ana.sees("@2")
    said = "Ben Okafor: mentioned you on #4 “Count the stock”"
    told = f"\a\x1b]777;notify;Tagwerk, Corner Shop;{said}"
    ana.wait(lambda: told.encode() in ana.sent, "the notification")

    assert ana.sent.count(b"\x1b]777") == 1
    assert "Ready" in ana.lines[1]
    ana.type("\x0e")
    ana.sees("mentioned you on #5")
