"""Who held the rounds of the demo, who was not there, what was kept of them, and the team's own question."""

from __future__ import annotations

from store.demo.standup_story import PARKED, NoteStory, RoundStory

UNHEARD = "priya"
"""Login of who is never there: half past nine in Berlin is when she fetches her daughter from school."""

ROUNDS: tuple[RoundStory, ...] = (
    RoundStory(
        "ines",
        "ruth",
        (
            NoteStory("ines", "Whoever is asked about the Fjell says: no date yet, we write on our own."),
            NoteStory(
                "jonas",
                "Three extra people on the first two days of {the_sale}, then one.",
                people="jonas noa",
            ),
            NoteStory("elif", "Is one in five Fjell pairs too small, or only size 41?", PARKED, "elif kofi"),
        ),
    ),
    RoundStory(
        "tomasz",
        "",
        (
            NoteStory("tomasz", "Vouchers come first today; search waits.", people="tomasz"),
            NoteStory("kofi", "Who writes to those whose voucher was counted twice?", PARKED, "kofi ruth"),
        ),
    ),
    RoundStory(
        "linh",
        "sam kofi",
        (
            NoteStory("linh", "The Fjell goes into no offer until the delivery has a date in writing."),
            NoteStory(
                "mehmet", "Do the new sleeves go out with the letter, or before it?", PARKED, "mehmet ines"
            ),
        ),
    ),
    RoundStory("dario"),
    RoundStory(
        "jonas",
        "noa",
        (
            NoteStory("jonas", "Visitors go into the hall with one of us only."),
            NoteStory(
                "dario",
                "Corner of aisle 3: mirrors before somebody gets hurt",
                PARKED,
                "jonas dario",
                card="Mirrors at the corner of aisle 3, before somebody gets hurt",
            ),
            NoteStory("ruth", "Equipment under 350 needs no question to Ruth."),
        ),
    ),
    RoundStory("kofi", "mehmet"),
    RoundStory(
        "svea",
        "",
        (
            NoteStory("svea", "Four goals for the next quarter, not six."),
            NoteStory(
                "sam", "Who has a garden hose, if it does not rain this week either?", PARKED, "sam jonas"
            ),
        ),
    ),
    RoundStory("elif", "tomasz"),
    RoundStory(
        "noa",
        "ruth",
        (
            NoteStory("noa", "No countdown clocks in {the_sale}.", people="noa sam"),
            NoteStory("ines", "A returns label without a printer: which carrier?", PARKED, "ines jonas"),
            NoteStory("linh", "A picture shows the colour that arrives, even if the other one is nicer."),
        ),
    ),
    RoundStory("amara", "dario"),
)
"""The last one first."""

QUESTION = "What did you learn this week?"
"""Asked on Fridays."""

LEARNED: tuple[dict[str, str], ...] = (
    {
        "elif": "That thick socks cost half a size. I have measured it, on three lasts.",
        "kofi": "People forgive a late parcel, but not a wrong promise.",
        "sam": "Waiting for rain gives one a sunburn.",
        "priya": "Half of our two seconds were fonts that nobody sees.",
        "dario": "Who stacks from the left packs from the right.",
        "tomasz": "Old printers never die. They move to the server room.",
    },
    {
        "ines": "“I do not know yet” is an answer, if it comes within the hour.",
        "linh": "Nobody searches for “deep lichen”.",
        "mehmet": "A harbour has a phone number of its own, and they are very friendly.",
        "amara": "Clean the soles first.",
        "ruth": "An average Saturday has 41 orders. I would have said 20.",
    },
    {
        "elif": "Weights with pegs and without are two numbers, and customers want both.",
        "kofi": "Who calls back on the same day hardly has to apologise.",
    },
)
"""Login to answer on each Friday, the last one first."""
