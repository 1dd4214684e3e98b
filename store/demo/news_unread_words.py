"""What the demo's team posted last: the viewer has not read it yet."""

from __future__ import annotations

from store.demo.news_story import CELEBRATION, CHEERS, HEART, NEWS, QUESTION, THANKS, YES, Answer, PostStory

UNREAD: tuple[PostStory, ...] = (
    PostStory(
        1.15,
        "ines",
        QUESTION,
        "Who can help with the messages on Monday mornings?",
        """
        Until Marta is on her own we are one desk short on Mondays. It is about **two hours, from nine to
        eleven**, answering from the saved answers. Kofi sits next to you.

        Two people who take turns would be perfect. Jonas, I know that you cannot.
        """,
        goals=(3,),
    ),
    PostStory(
        0.9,
        "jonas",
        CELEBRATION,
        "431 parcels in one day: a record",
        """
        The old one was 388. All of them were in the van when it left, and nobody had to run.

        @dario packed 170 of them, and still found the missing left boot from last week.
        """,
        goals=(2,),
        signs={CHEERS: "ines noa", HEART: "kofi"},
        said=(
            Answer(
                0.75,
                "dario",
                "It was behind the pallet with the cookers. The second table makes the difference.",
            ),
            Answer(0.6, "svea", "Cake is in the kitchen, for those in the hall first."),
        ),
    ),
    PostStory(
        0.65,
        "noa",
        NEWS,
        "“Gifts under 30” wants two more pictures",
        """
        The page is nearly done. Two of the 24 gifts still have the maker’s picture:

        - the enamel cup, **in a hand**, so that one sees how small it is,
        - the head torch, switched on.

        @amara, can you put them between two boots? Needed by {+4}; the page works without them if not.
        """,
        roles="marketing photo",
        cards=("Landing page “Gifts under 30”", "Photograph the winter boots on white"),
        goals=(6,),
        said=(Answer(0.5, "sam", "I can hold the cup. My hand is average, I have been told."),),
    ),
    PostStory(
        0.4,
        "priya",
        NEWS,
        "From {freeze_day} on, the checkout stays as it is",
        """
        As before every campaign: from {freeze_day} until the end of {the_sale} nothing that touches the cart,
        the checkout or payment goes live.

        **Still possible:** texts, pictures, prices that Noa has agreed to, and repairs that two people have
        looked at. Wishes for the checkout are welcome on the board; they wait.
        """,
        cards=("{sale}: freeze of the checkout from {freeze_day}",),
        goals=(6,),
        signs={YES: "tomasz"},
    ),
    PostStory(
        0.15,
        "dario",
        NEWS,
        "Corner of aisle 3: please walk on the right",
        """
        My trolley and Mehmet met there this morning. Nothing happened, except to eleven pairs of socks.

        Mirrors are on the board. Until they hang:

        - walk on the **right**, also with empty hands,
        - no phone between aisles 2 and 4,
        - visitors go with one of us.
        """,
        cards=("Mirrors at the corner of aisle 3, before somebody gets hurt",),
        signs={THANKS: "jonas"},
    ),
)
"""Oldest first."""
