"""What keys do on the news screen."""

from __future__ import annotations

from tui.keys.board import SHELL
from tui.keys.command import Command

NEWS_CURSOR = (
    Command("down", ("j", "down"), "down", "Go to the post below"),
    Command("up", ("k", "up"), "up", "Go to the post above"),
    Command("first", ("home",), "first", "Go to the first post"),
    Command("last", ("end",), "last", "Go to the last post"),
    Command("next_unread", ("n",), "next unread", "Go to the next post that you have not read", footer=True),
    Command("read_on", (" ", "pagedown"), "read on", "Scroll the post down; at its end, the next unread one"),
    Command("read_back", ("b", "pageup"), "read back", "Scroll the post up"),
)

NEWS_CHANGES = (
    Command(
        "acknowledge",
        ("A",),
        "acknowledge",
        "Say that you know what the post says, where it asks for that",
        footer=True,
        changes=True,
    ),
    Command("reply", ("r",), "reply", "Reply in a line", footer=True, changes=True, opens=True),
    Command(
        "quote",
        ("R",),
        "quote",
        "Reply at length, with the post or a reply quoted; the next key says which",
        changes=True,
        opens=True,
    ),
    Command("edit_reply", ("E",), "edit reply", "Change your last reply to it", changes=True, opens=True),
    Command(
        "react", ("+",), "react", "React with a sign, or take it back", footer=True, changes=True, opens=True
    ),
    Command(
        "react_reply",
        ("*",),
        "react to reply",
        "React to a reply below it; the next keys say to which, and how",
        changes=True,
        opens=True,
    ),
    Command("write", ("w", "a"), "write", "Write a post", footer=True, changes=True, opens=True),
    Command("edit", ("e",), "edit", "Change a post of yours", changes=True, opens=True),
    Command(
        "pin", ("p",), "pin", "Let the post stand above the others, or no longer", changes=True, opens=True
    ),
    Command(
        "close",
        ("d",),
        "close",
        "An incident is over: say how it ended. One that is over is opened again",
        changes=True,
        opens=True,
    ),
    Command(
        "remind",
        ("m",),
        "remind",
        "Mention everyone who has not acknowledged the post yet, once a day",
        changes=True,
        opens=True,
    ),
    Command("archive", ("x",), "archive", "Put the post away, or bring it back", changes=True),
    Command("mark_all", ("M",), "all read", "Mark everything as read", changes=True),
    Command("undo", ("u",), "undo", "Take back the last thing you did", changes=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
)

NEWS_VIEWS = (
    Command("open", ("enter",), "open", "Give the post the whole screen, or the list its place", footer=True),
    Command("next_view", ("tab",), "view", "Show all, the unread, those to acknowledge, or mentions of you"),
    Command("previous_view", ("shift+tab",), "view before", "Show the view before"),
    Command(
        "narrow",
        ("f",),
        "filter",
        "Show only posts of a kind, an author or a role, or those put away; the next key says which",
        footer=True,
        opens=True,
    ),
    Command("filter", ("/",), "search", "Show only posts with these words", footer=True, opens=True),
    Command("go_to", ("o",), "go to", "Open a card or a goal that the post is about", opens=True),
    Command("clear", ("escape", "ctrl+g"), "clear", "Back to the list; then show all posts again"),
)

WRITING = (
    Command("preview", ("f4",), "preview", "See the text as it will be read, or write on", footer=True),
    Command("editor", ("f5",), "editor", "Write the text in your own editor", footer=True, opens=True),
)
"""What more than in other forms keys do where a post or a long reply is written."""

_FIRST = ("next_unread", "open", "acknowledge", "reply", "react", "write", "narrow")
"""What the line of keys shows first, where there is not room for all."""
_SHOWN = (*NEWS_VIEWS, *NEWS_CHANGES, *NEWS_CURSOR)
NEWS = (
    *sorted(_SHOWN, key=lambda c: _FIRST.index(c.name) if c.name in _FIRST else len(_FIRST)),
    *SHELL,
)
"""Everything that one key does on the news screen."""

NEWS_GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("News", NEWS_VIEWS),
    ("Writing and answering", NEWS_CHANGES),
    ("From post to post", NEWS_CURSOR),
)
"""How the help shows them; `SHELL` stands under the board's."""
