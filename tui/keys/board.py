"""What keys do on the board, and on every screen."""

from __future__ import annotations

from tui.keys.command import Command

CURSOR = (
    Command("left", ("h", "left"), "left", "Go to the column on the left"),
    Command("down", ("j", "down"), "down", "Go to the card below"),
    Command("up", ("k", "up"), "up", "Go to the card above"),
    Command("right", ("l", "right"), "right", "Go to the column on the right"),
    Command("first", ("home",), "first", "Go to the first card of the cell"),
    Command("last", ("end",), "last", "Go to the last card of the cell"),
    Command("page_up", ("pageup",), "page up", "Go up by a page"),
    Command("page_down", ("pagedown",), "page down", "Go down by a page"),
)

LANES_BY = Command(
    "lanes_by", ("o",), "lanes by", "Sort the cards into other lanes; the next key says which", opens=True
)

LANES = (
    Command("next_lane", ("tab", "]"), "role", "Show the next role alone", footer=True),
    Command("previous_lane", ("shift+tab", "["), "role before", "Show the role before alone"),
    Command("all_lanes", ("0",), "all roles", "Show all roles"),
    Command("fold", ("z",), "fold", "Fold the lane to one line, or open it again"),
    Command("fold_all", ("Z",), "fold all", "Fold all lanes, or open them again"),
    LANES_BY,
    Command(
        "goals_strip", ("G",), "goals", "Show above the board the goals that are most behind, or hide them"
    ),
    Command("density", ("v",), "density", "Give cards one line, three lines, or what there is room for"),
)

GROUPINGS = (
    Command("by_role", ("r",), "role", "One lane for each role", after=LANES_BY),
    Command("by_person", ("p",), "person", "One lane for each person", after=LANES_BY),
    Command("by_goal", ("g",), "goal", "One lane for each goal", after=LANES_BY),
    Command("by_priority", ("i",), "priority", "One lane for each priority", after=LANES_BY),
    Command("by_nothing", ("n",), "none", "No lanes: all cards of a column below each other", after=LANES_BY),
)

SELECTING = (
    Command("select", (" ",), "select", "Select the card: the next command is for all that are selected"),
    Command("select_cell", ("*",), "select cell", "Select all cards of the cell, or none of them"),
)

CARDS = (
    Command("move_left", ("H", "shift+left"), "move left", "Move the card one column back", changes=True),
    Command(
        "move_right",
        ("L", "shift+right"),
        "move right",
        "Move the card one column on",
        footer=True,
        changes=True,
    ),
    Command("move_down", ("J", "shift+down"), "lower", "Put the card under the next one", changes=True),
    Command("move_up", ("K", "shift+up"), "higher", "Put the card above the one before", changes=True),
    Command(
        "hand_on",
        (">",),
        "hand over",
        "Hand the card to the next role, with a note; > and < choose which",
        changes=True,
        opens=True,
    ),
    Command(
        "hand_back",
        ("<",),
        "hand back",
        "Hand the card to the role before, with a note",
        changes=True,
        opens=True,
    ),
    Command("add", ("a",), "add", "Add a card under this one", footer=True, changes=True, opens=True),
    Command(
        "open",
        ("enter",),
        "open",
        "Open the card: text, checklist, comments, history",
        footer=True,
        opens=True,
    ),
    Command("edit", ("e",), "edit", "Edit the card's fields", footer=True, changes=True, opens=True),
    Command(
        "comment", ("c",), "comment", "Write a comment on the card", footer=True, changes=True, opens=True
    ),
    Command(
        "change",
        ("s",),
        "set",
        "Change cards with one line, like @ana !high #tag due:fri ~Role",
        changes=True,
        opens=True,
    ),
    Command("take", ("m",), "take", "Take the card yourself, or give it back", changes=True),
    Command(
        "block",
        ("b",),
        "block",
        "Say why the card cannot go on, or that it can again",
        changes=True,
        opens=True,
    ),
    Command("archive", ("x",), "archive", "Put the card away; nothing is deleted", changes=True),
    Command("copy_number", ("y",), "copy", "Copy the card's number"),
    Command(
        "edit_outside", ("E",), "editor", "Write the description in your own editor", changes=True, opens=True
    ),
    Command("undo", ("u",), "undo", "Take back the last thing you did", footer=True, changes=True),
    Command("redo", ("ctrl+r",), "redo", "Do again what you took back", changes=True),
)

JUMP = Command("jump", ("g",), "go to", "Go to a card; the next key says which", footer=True, opens=True)

JUMPS = (
    Command("jump_top", ("g",), "top", "Go to the first card of the column", after=JUMP),
    Command("jump_end", ("e",), "end", "Go to the last card of the column", after=JUMP),
    Command("jump_card", ("t",), "card", "Go to a card by its number", after=JUMP, opens=True),
    Command("jump_mine", ("m",), "mine", "Go to the next card of mine that is not done", after=JUMP),
    Command("jump_overdue", ("o",), "late", "Go to the next card that is overdue", after=JUMP),
    Command("jump_blocked", ("b",), "blocked", "Go to the next card that is blocked", after=JUMP),
    Command("jump_stale", ("s",), "stale", "Go to the next card that has not moved for long", after=JUMP),
    Command(
        "jump_mention", ("u",), "@me", "Open the next card where somebody mentions me", after=JUMP, opens=True
    ),
    Command("jump_back", ("l",), "back", "Go back to where I was before the last jump", after=JUMP),
)

LOOKING = (
    Command(
        "filter",
        ("/",),
        "filter",
        "Show only some cards: words, @me, is:blocked, due:week, -not",
        footer=True,
        essential=True,
        opens=True,
    ),
    Command(
        "filters",
        ("f",),
        "filters",
        "Use, keep or forget one of the team's filters; the next key says which",
        opens=True,
    ),
    JUMP,
    Command("clear", ("escape", "ctrl+g"), "clear", "Take the selection away, then the filter"),
    Command("policy", ("p",), "policy", "Show the column's policy, count and limit", opens=True),
    Command("archived", ("X",), "archived", "Show the cards that were put away", opens=True),
)

SHELL = (
    Command(
        "palette",
        (":", "ctrl+p"),
        "find",
        "Find any command, card, person, role, goal or filter by typing a part of it",
        footer=True,
        essential=True,
        opens=True,
    ),
    Command(
        "preferences", (",",), "settings", "Your own settings: theme, density, keys and more", opens=True
    ),
    Command("next_theme", (), "next theme", "Take the next theme"),
    Command("thank", (), "thank", "Thank somebody, from wherever you are", changes=True, opens=True),
    Command(
        "team_settings",
        ("T",),
        "team",
        "Show the team's settings: columns, roles, people, tags, filters",
        opens=True,
    ),
    Command(
        "inbox",
        ("ctrl+n",),
        "inbox",
        "See all that concerns you: what you owe, and what others did since you last looked",
        opens=True,
    ),
    Command(
        "settle", ("C",), "settle", "Decide where you and somebody else changed the same thing", opens=True
    ),
    Command("help", ("?", "f1"), "help", "Show all keys", footer=True, essential=True, opens=True),
    Command("who", ("W",), "who", "See who has the app open, and who is editing which card", opens=True),
    Command(
        "quit", ("q", "ctrl+c"), "leave", "Leave; everything is saved already", footer=True, essential=True
    ),
)

SCREENS = (
    Command("board", ("1",), "board", "Show the board"),
    Command("goals", ("2",), "goals", "Show the goals"),
    Command("news", ("3",), "news", "Show the news"),
    Command("standup", ("4",), "stand-up", "Show the stand-up"),
    Command("team", ("5",), "team", "Show the team: people, roles, who answers for what"),
    Command("training", ("6",), "training", "Show skills and training"),
    Command("figures", ("7",), "figures", "Show the figures: KPIs, the flow of work, what was adjusted"),
    Command("culture", ("8",), "culture", "Show kudos, values, the pulse and the coming days"),
)
"""One for each screen that has been built; `tui.screens.registry` says which class it is."""

BOARD_GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Moving the cursor", CURSOR),
    ("Jumps", JUMPS),
    ("Lanes", LANES),
    ("Lanes by", GROUPINGS),
    ("Selecting", SELECTING),
    ("Changing cards", CARDS),
    ("Looking", LOOKING),
    ("Everywhere", SHELL),
)

BOARD = (*CURSOR, *LANES, *SELECTING, *CARDS, *LOOKING, *SHELL)
"""Everything that one key does on the board; jumps take two."""
