"""What the demo's team posted in the older half of its message board."""

from __future__ import annotations

from store.demo.news_story import (
    ANNOUNCEMENT,
    CELEBRATION,
    CHEERS,
    HEART,
    INCIDENT,
    LOOKING,
    NEWS,
    QUESTION,
    THANKS,
    YES,
    Answer,
    PostStory,
)

OLDER: tuple[PostStory, ...] = (
    PostStory(
        38.2,
        "ruth",
        ANNOUNCEMENT,
        "What we do with customers’ data, and what we do not",
        """
        Nothing here is new law. It is what we already do, on one page.

        ## Always

        - Look up only the orders that you work on.
        - Send an address to the carrier and to nobody else.
        - When somebody asks what we know about them, pass it to me **on the same day**. We have a month to
          answer, and it takes a week to gather.

        ## Never

        - Copy lists of customers to your own computer, not even for an hour.
        - Put names or addresses into a card. The order number is enough.
        - Throw delivery notes into the paper bin; the shredder is next to bench 1.

        A lost phone, a mail to the wrong person: tell me at once. Nobody gets into trouble for telling me.
        """,
        acknowledge_by=-42,
        known="svea ines priya linh kofi amara jonas noa elif dario tomasz sam mehmet",
        said=(
            Answer(37.6, "dario", "Are the names on the repair tags all right? They hang in the hall."),
            Answer(
                37.3, "ruth", "> names on the repair tags\n\nOrder number only, please. Thank you for asking."
            ),
        ),
        signs={THANKS: "kofi ines"},
    ),
    PostStory(
        33.6,
        "kofi",
        QUESTION,
        "Up to which amount may I be generous without asking?",
        """
        A tent pole broke on the second night. The customer wants no new tent, only a pole (24 EUR) and a
        word. I sent both. Was that mine to decide?
        """,
        roles="service finance",
        said=(
            Answer(
                33.1,
                "ines",
                "> Was that mine to decide?\n\n"
                "Yes. Up to **50 EUR** each of us decides alone and writes one line into the order. "
                "Above that, ask me or Ruth; we answer within the hour.",
                {THANKS: "kofi", YES: "ruth"},
            ),
        ),
    ),
    PostStory(
        27.4,
        "linh",
        NEWS,
        "How we write weights and sizes from now on",
        """
        Three of us wrote weights in three ways, and the filter found a third of them.

        | what | write | not |
        |---|---|---|
        | weight under a kilo | `640 g` | `0.64 kg` |
        | weight of a tent | `2.1 kg`, with pegs and bag | `2.1 kg (net)` |
        | waist | `82 cm` | `32"` |
        | shoe | `42 2/3` | `42.66` |

        Old texts are changed whenever we touch them anyway. Please do not start a search for them.
        """,
        roles="catalogue photo service purchasing",
        cards=("Name colours the way people search for them",),
        signs={THANKS: "elif ines", YES: "amara mehmet"},
        said=(Answer(26.8, "mehmet", "I have asked our suppliers to send grams."),),
    ),
    PostStory(
        22.7,
        "svea",
        NEWS,
        "What the team round agreed on",
        """
        1. The second packing table comes before the second photo lamp.
        2. Everybody writes down who covers for them **before** they book a holiday.
        3. We talk about Saturdays again when the warehouse and customer service have counted.

        If I have something wrong, say so below.
        """,
        goals=(1,),
        signs={YES: "jonas ines ruth"},
        said=(
            Answer(22.3, "amara", "Second place for the lamp is fine. I would like a date for it, though."),
        ),
    ),
    PostStory(
        17.95,
        "noa",
        NEWS,
        "{last_sale}: what went well, and what we change",
        """
        The returns are counted, so these numbers will stay.

        | | this time | the time before |
        |---|---|---|
        | orders | 3,180 | 2,640 |
        | shipped on the same day | 77 % | 71 % |
        | came back | 12.6 % | 13.9 % |
        | cost of ads for each order | 6.40 EUR | 7.10 EUR |

        **Went well:** offers were fixed ten days before, and nobody changed a price in the night.

        **Went badly:** size 42 of the boots was sold out at noon on the first day, and its ads ran until the
        evening. Customer service had no answers for vouchers.

        **We change:** ads stop by themselves when a size is gone, and the answers are written a week before.
        """,
        goals=(6,),
        cards=("Plan {the_sale}: offers, dates, who does what",),
        signs={CHEERS: "svea", THANKS: "ruth"},
        said=(
            Answer(17.8, "jonas", "77 % with one table. With the second one we can promise 85 next time."),
            Answer(
                17.6,
                "kofi",
                "> Customer service had no answers for vouchers.\n\nI begin with those, then delivery.",
            ),
        ),
    ),
    PostStory(
        17.4,
        "priya",
        INCIDENT,
        "Checkout fails at the last step",
        """
        Since a quarter to two, “Buy now” ends in an error for **card payments**. Invoice and bank
        transfer work. @tomasz and I are on it.

        > Something went wrong. Your card was not charged.

        Please tell customers who write that nothing was charged, and that their cart is kept.
        """,
        signs={LOOKING: "tomasz"},
        said=(
            Answer(
                17.38, "kofi", "Eleven people have written so far. All of them know that nothing was charged."
            ),
            Answer(
                17.34,
                "tomasz",
                "Found: the payment provider changed a certificate and we still knew the old.",
            ),
        ),
        closed=(
            17.326,
            "Card payments failed for 40 minutes, 23 carts were affected, nobody was charged twice. The "
            "payment provider had changed a certificate; ours is renewed. From now on a test order is paid "
            "every five minutes, and both of us get a message when it fails.",
        ),
    ),
    PostStory(
        16.7,
        "dario",
        QUESTION,
        "Where do returned cookers with gas in them go?",
        """
        Two came back with a half-full cartridge screwed on. They stand outside now, behind the loading bay.
        I do not want them next to the cardboard overnight.
        """,
        roles="warehouse service purchasing",
        said=(
            Answer(
                16.6,
                "mehmet",
                "> I do not want them next to the cardboard overnight.\n\n"
                "Right. They go into the **red steel cabinet** by gate 2, cartridge unscrewed, lid closed. "
                "The supplier fetches them every other week, free of charge.",
                {THANKS: "dario"},
            ),
            Answer(16.2, "ines", "The returns slip says from today that cartridges stay at home."),
        ),
        signs={LOOKING: "jonas"},
    ),
    PostStory(
        15.8,
        "priya",
        ANNOUNCEMENT,
        "Signing in to the back office takes a second step",
        """
        From {-7} on, a password alone is not enough to see orders and customers.

        1. Open *My account → Sign-in*.
        2. Scan the square with the app on your phone.
        3. Print the **ten spare codes** and keep them where your phone is not.

        It takes four minutes. If you have no phone for work, I have small keys for the key ring.
        """,
        roles="catalogue photo marketing service finance",
        acknowledge_by=-8,
        known="ines ruth linh amara kofi noa elif",
        reminded=3.6,
        said=(
            Answer(15.3, "ruth", "I take a key for the key ring, please."),
            Answer(15.1, "priya", "It lies on your desk.", {THANKS: "ruth"}),
        ),
    ),
    PostStory(
        14.2,
        "mehmet",
        NEWS,
        "Merino gets 8 % dearer next quarter",
        """
        The mill has told us early, which is kind. What is ordered this month has the old price.

        - Base layers: I order for five months instead of three.
        - Socks: no change; they come from another mill.
        - **Our prices stay as they are** until the old stock is sold.

        Ruth, this is 11,000 EUR earlier than planned. We have talked about it; it fits.
        """,
        roles="purchasing catalogue finance management",
        signs={YES: "linh"},
    ),
    PostStory(
        13.6,
        "noa",
        CELEBRATION,
        "15,000 people read our newsletter",
        """
        We passed it last night, three weeks earlier than I had hoped. Most of the new ones found us with the
        flyer at the city run.

        What they write back is the best part:

        > I ran, I froze, and now I know which gloves I want. When is the next mail?
        """,
        goals=(6,),
        signs={CHEERS: "sam amara", HEART: "elif"},
        said=(Answer(13.2, "sam", "She gets the second one today, with the gloves in it."),),
    ),
    PostStory(
        13.0,
        "jonas",
        INCIDENT,
        "The label printer at bench 2 prints blank labels",
        """
        About every fifth label is white. **Parcels without a readable label must not leave.** Pack at bench 1
        and 3 until this is over; Dario carries over.

        I have ordered a new print head. Until it is here we walk.
        """,
        roles="warehouse service",
        goals=(2,),
        signs={LOOKING: "dario"},
        said=(
            Answer(12.7, "dario", "47 parcels are waiting. I stay until six."),
            Answer(12.5, "ines", "Good to know. Orders from noon on get a line that they leave tomorrow."),
        ),
        closed=(
            12.1,
            "The print head is worn out. It stood still for a day: 47 parcels left one day late, and each "
            "of these customers got a mail. Labels of bench 2 come from bench 1 until the new head is here; "
            "the repair is on the board.",
        ),
    ),
    PostStory(
        12.7,
        "noa",
        ANNOUNCEMENT,
        "Rules for prices: {sale}",
        """
        These hold for every page, mail and ad. If you are not sure, ask before it is public.

        - The struck-through price is the **lowest of the last 30 days**, not the recommended one. This is the
          law, and it is fair.
        - No offer is changed after it has begun.
        - “While stocks last” only if we have fewer than 20.
        - No countdown clocks.

        | goods | at most |
        |---|---|
        | jackets, trousers | 30 % |
        | boots | 20 % |
        | tents | 15 % |
        | repaired things, books | no discount |

        Begins on {sale_day}. Prices are fixed on {freeze_day}.
        """,
        roles="marketing catalogue photo service purchasing",
        goals=(6,),
        cards=("Plan {the_sale}: offers, dates, who does what",),
        signs={YES: "linh"},
        said=(
            Answer(
                12.3, "mehmet", "Tents at 15 % are below cost for the two from Fjell. May we leave them out?"
            ),
            Answer(
                11.9,
                "noa",
                "> May we leave them out?\n\nYes: “tents except Fjell”. The table stays, the page says it.",
                {YES: "mehmet"},
            ),
        ),
        edited=(
            11.6,
            """
            These hold for every page, mail and ad. If you are not sure, ask before it is public.

            - The struck-through price is the lowest of the last 30 days.
            - No offer is changed after it has begun.

            Begins on {sale_day}. Prices are fixed on {freeze_day}.
            """,
        ),
    ),
)
"""Oldest first; the first four are older than the history."""
