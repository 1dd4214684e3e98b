"""What the demo's team posted in the newer half of its message board."""

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

NEWER: tuple[PostStory, ...] = (
    PostStory(
        11.7,
        "sam",
        CELEBRATION,
        "The first clip that we filmed ourselves is in the shop",
        """
        @amara has filmed, cut and spoken it, alone, in one afternoon: how to lace a boot so that the heel
        stays. A minute and forty seconds, and it is on the page of the boots.
        """,
        goals=(8,),
        signs={CHEERS: "elif", HEART: "ines"},
        said=(
            Answer(11.4, "amara", "It is dark at the left, I know. The next one gets the lamp."),
            Answer(11.1, "svea", "I have watched it twice, and laced my boots wrongly for twenty years."),
        ),
    ),
    PostStory(
        10.3,
        "kofi",
        NEWS,
        "What customers asked most this week",
        """
        1. **Where is my parcel?** 61 times, nearly all of them on Mondays.
        2. **Which size?** 38 times; 21 were about the Fjell boots.
        3. **Is my tent one of the recalled ones?** 14 times. The number is on the label at the inner tent.

        One that I liked: *Can my dog sleep in the vestibule?* Yes, up to the size of a beagle.
        """,
        goals=(3,),
        signs={THANKS: "linh", HEART: "noa"},
        said=(
            Answer(9.9, "elif", "21 on the boots: I write the size advice for them first."),
            Answer(9.6, "kofi", "That helps a lot. I send you the exact words that they use."),
        ),
    ),
    PostStory(
        8.8,
        "jonas",
        NEWS,
        "No cargo bikes of our own",
        """
        The insurance costs more than the carrier takes for all parcels in the city together. I have asked
        three companies. We were at three parcels a day; it would pay from about forty on.

        The borrowed bike goes back on {-8}. Whoever liked it: the rental shop is in the second yard.
        """,
        goals=(12,),
        said=(Answer(8.4, "svea", "Well tried, and stopped in time. Thank you for the sums."),),
    ),
    PostStory(
        8.2,
        "jonas",
        ANNOUNCEMENT,
        "Carrier on strike: no pick-up for two days",
        """
        The drivers of our parcel carrier stop work tomorrow and the day after.

        - Parcels are packed as always and wait in the hall, sorted by day.
        - **Express goes with the second carrier**, until two o’clock. Ask me first; it costs 9 EUR more.
        - Cookers do not leave at all; the second carrier takes none.

        For customers:

        > Your order is packed. Because of a strike it leaves up to two days later. You do not need to do
        > anything.
        """,
        signs={LOOKING: "dario"},
        said=(
            Answer(
                8.0, "ines", "The sentence is in the saved answers, and above the chat.", {THANKS: "jonas"}
            ),
            Answer(7.8, "noa", "I move the newsletter by two days; it would only make more parcels."),
            Answer(5.9, "jonas", "It is over. 212 parcels left this morning, the oldest ones first."),
        ),
    ),
    PostStory(
        6.8,
        "svea",
        NEWS,
        "Your lamp: 350 EUR are yours",
        """
        You waited long enough for it. Order the one that you think is right; Ruth knows about it.
        Two wishes only: no fan that hums in the films, and please put the old one on the second-life shelf.
        """,
        people="amara",
        cards=("New light for the flat-lay table",),
        said=(Answer(6.5, "amara", "Thank you! I take the one with two panels and look for a quiet one."),),
    ),
    PostStory(
        5.95,
        "tomasz",
        NEWS,
        "How to report a fault so that we find it at once",
        """
        With these five lines we usually find it within the hour; without them we ask back, and a day is gone.

        ```
        What I did:      put two boots into the cart, then a voucher
        What happened:   the sum was 0.00
        What I expected: 189.00 less 20.00
        When:            today, 10:42
        Where:           phone, Firefox, order 48190
        ```

        A photo of the screen is welcome, with names and addresses covered.
        """,
        roles="service catalogue photo marketing",
        cards=("Voucher is counted twice when a pair goes back",),
        signs={THANKS: "kofi", YES: "elif"},
    ),
    PostStory(
        5.7,
        "ines",
        NEWS,
        "Reviews: an answer within two days",
        """
        We wanted to answer every review within one day and reached 48 %. Most are written on Saturday and
        Sunday, when nobody is here. So we say what we can keep:

        - Kofi answers on **Tuesdays and Fridays**.
        - Complaints go first, thanks go last, and both get an answer.
        """,
        roles="service marketing management",
        goals=(11,),
        signs={YES: "svea"},
    ),
    PostStory(
        5.2,
        "amara",
        QUESTION,
        "Which jackets should be photographed on people first?",
        """
        The studio is free for one more day this week. I manage **six** jackets on two people of different
        build. Which six? Those that come back most, or those that are looked at most?
        """,
        roles="catalogue photo service",
        goals=(4, 5),
        said=(
            Answer(
                5.0,
                "elif",
                "> Those that come back most, or those that are looked at most?\n\n"
                "Those that come back: Vidda, Tind and Skar, each for women and men. That makes six, @amara.",
                {THANKS: "amara"},
            ),
            Answer(4.8, "kofi", "And the Vidda in blue, please. It looks black, four people have written."),
            Answer(4.5, "amara", "Agreed: Vidda, Tind and Skar, and the blue one gets a card of its own."),
        ),
    ),
    PostStory(
        4.6,
        "tomasz",
        INCIDENT,
        "Customers get no confirmation of their order",
        """
        Orders arrive and are packed. Only the **mail with the confirmation** is not sent, since about
        eleven. Nothing is lost: they wait in the queue and leave as soon as it moves.
        """,
        signs={LOOKING: "priya"},
        said=(Answer(4.54, "kofi", "I put a line above the chat, so that nobody orders twice."),),
        closed=(
            4.4,
            "The disk of the mail server was full of old logs. 134 confirmations left up to three hours "
            "late, and four people had ordered twice; Ines has called them. Logs are kept for 30 days only, "
            "and we are warned at 80 %.",
        ),
    ),
    PostStory(
        4.1,
        "ines",
        ANNOUNCEMENT,
        "Returns: 60 days instead of 30 from {+7} on",
        """
        Gifts are bought early and tried on late. From {+7} on everybody has **60 days** to send things back.

        ## What stays

        - Unworn, with the label on it. Trying on at home is not wearing.
        - We pay for the way back within the EU and Switzerland.

        ## What is new

        | | until now | from {+7} |
        |---|---|---|
        | days | 30 | 60 |
        | money is back within | 14 days | 7 days |
        | without the slip | by mail only | order number is enough |

        Please tell nobody “30 days” from that day on, neither in a text nor on the phone nor on a picture.
        """,
        acknowledge_by=3,
        known="kofi jonas ruth elif priya svea dario",
        cards=("Answers for {the_sale}: delivery, returns, vouchers", "What does a return really cost us?"),
        said=(
            Answer(3.9, "ruth", "Does it hold for what is ordered before {+7} as well?"),
            Answer(
                3.7,
                "ines",
                "> for what is ordered before\n\nYes, if the old 30 days are not over by then.",
                {THANKS: "ruth"},
            ),
            Answer(
                3.2, "elif", "I found “30 days” in nine product texts. @linh and I change them on the day."
            ),
        ),
        signs={YES: "svea"},
    ),
    PostStory(
        3.3,
        "jonas",
        NEWS,
        "Last posting days before {holiday}",
        """
        What is ordered by **two o’clock** on these days arrives in time:

        | to | standard | express |
        |---|---|---|
        | Germany | {post_home} | {post_express} |
        | Austria, Benelux, Denmark, Poland | {post_near} | {post_home} |
        | rest of the EU | {post_far} | {post_near} |
        | Switzerland, United Kingdom | {post_customs} | {post_far} |

        Please promise no day that is not in the table, not even to very nice people.
        """,
        cards=("Answers for {the_sale}: delivery, returns, vouchers",),
        pinned=(3.25, 9),
        signs={THANKS: "ines", YES: "sam"},
        said=(
            Answer(3.0, "noa", "It stands in the foot of every newsletter from now on."),
            Answer(2.6, "kofi", "And in the saved answers, in five languages."),
        ),
    ),
    PostStory(
        2.8,
        "mehmet",
        CELEBRATION,
        "Our stock lasts 5.8 weeks: goal reached",
        """
        We began at more than nine weeks. Nothing that sells was missing on the way, and 38,000 EUR that lay
        on shelves are boots and base layers now.

        It took no trick, only ordering **twice a month instead of once**. Jonas and Dario counted every
        Friday.
        """,
        goals=(10,),
        signs={CHEERS: "svea jonas linh", HEART: "ines"},
        said=(
            Answer(2.5, "ruth", "The nicest line in the books this quarter. Thank you, @mehmet and @jonas."),
        ),
    ),
    PostStory(
        2.2,
        "svea",
        NEWS,
        "Marta starts in customer service on {+14}",
        """
        Both people we met were lovely. **Marta Oliveira** asked in the first five minutes why the returns
        bench stands so far from the window, so she fits.

        - First week: next to Kofi, no phone.
        - Second week: a day in the hall with Dario, a day in the studio with Amara.
        - From the third week on she has the Mondays.

        Priya sets up her account, Ruth has the contract.
        """,
        cards=("Interview two candidates for customer service",),
        goals=(3,),
        signs={HEART: "ines kofi"},
        said=(
            Answer(2.0, "dario", "She gets the good forklift waistcoat."),
            Answer(1.8, "amara", "Gladly. I show her how we photograph what comes back."),
        ),
    ),
    PostStory(
        1.7,
        "ruth",
        NEWS,
        "Bills of {last_month}: please by {+2}",
        """
        I close the books for {last_month}. Still missing are

        - the receipt for the flat-lay table (studio),
        - two bills for freight (purchasing),
        - what was taken from petty cash in the hall.

        A photo of the bill is enough. Better a blurred one today than a fine one next week.
        """,
        roles="management purchasing warehouse photo",
        cards=("Close the books for {last_month}",),
        said=(Answer(1.5, "amara", "The receipt is in your tray.", {THANKS: "ruth"}),),
    ),
)
"""Oldest first."""
