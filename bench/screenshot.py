"""Makes the picture in the README: the demo team's board, as SVG.

Run with `python -m bench.screenshot docs/board.svg [WIDTH HEIGHT [KEYS ...]]`.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from store.demo import demo_team
from store.repository import open_team
from store.repository.reader import HistoryReader
from store.setup import create_team
from tui.app import TagwerkApp


async def picture(target: Path, width: int, height: int, keys: list[str]) -> None:
    """Open the demo team, press some keys, and keep what is on the screen."""
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory(prefix="tagwerk-") as name:
        folder = Path(name) / "team"
        demo = demo_team(now)
        create_team(folder, demo.genesis, demo.history)
        repository = open_team(folder, local=Path(name) / "local", login=demo.viewer)
        app = TagwerkApp(repository, demo.viewer, history=HistoryReader(folder), now=lambda: now)
        async with app.run_test(size=(width, height)) as pilot:
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await pilot.pause(0.3)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_at_home(app.export_screenshot(title="Tagwerk")), encoding="utf-8")
        app.finish()


def _at_home(svg: str) -> str:
    """The picture without fonts from elsewhere: who looks at it calls nobody."""
    return re.sub(r"@font-face\s*{[^}]*}", "", svg)


def main(arguments: list[str]) -> None:
    """See the module."""
    for name in ("COLUMNS", "LINES", "NO_COLOR"):
        os.environ.pop(name, None)
    target = Path(arguments[0]) if arguments else Path("docs/board.svg")
    width, height = (int(arguments[1]), int(arguments[2])) if len(arguments) > 2 else (132, 40)
    asyncio.run(picture(target, width, height, arguments[3:]))


if __name__ == "__main__":
    main(sys.argv[1:])
