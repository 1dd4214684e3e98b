"""What the demo's people wrote for the stand-up: development, service, hall, purchasing and finance."""

from __future__ import annotations

from store.demo.standup_story import Said

BACK_SAID: dict[str, dict[int, Said]] = {
    "priya": {
        10: Said("Measured six pages on an old phone", "Product page: smaller pictures"),
        9: Said("Invoices: wrote to the provider, three pages", "Pay by invoice [invoice]"),
        8: Said("Provider has answered all questions", "Pay by invoice [invoice]"),
        7: Said("Pictures are half as large as they were", "Loading reviews later [speed]"),
        6: Said(
            "20 test orders by invoice are through",
            "Pay by invoice: switching it on [invoice]",
            "9:30 is when I fetch my daughter. Could we meet at 11 once a week?",
        ),
        5: Said("Night without an alarm", "Fonts [speed]"),
        4: Said("Pay by invoice is on: 14 on the first day", "How many old addresses are there? [redirects]"),
        3: Said("212 old addresses, it turns out", "Mapping those that are clear [redirects]"),
        2: Said(
            "140 of 212 addresses are mapped",
            "The unclear ones, by hand [redirects]",
            "One train ride to measure again [speed]",
        ),
        1: Said("All 212 are mapped", "Trying every one of them [redirects]"),
    },
    "tomasz": {
        10: Said("Nightly backups read through: all there", "Search logs of a week"),
        7: Said("Word lists for the search: three compared", "Search for German words"),
        5: Said("Repeated the voucher thing with two orders [voucher]", "Small bugs, the oldest first"),
        3: Said("Found an old Zebra printer in the server room", "Search: words written together"),
        2: Said("Read all that rounds something", "A test that fails as order 48119 did [voucher]"),
        1: Said("Found it: the share is rounded before the discount", "Repair and its test [voucher]"),
        0: Said(
            "Voucher repair is ready to be looked at [voucher]",
            "Recalculating the open cases [voucher]",
        ),
    },
    "ines": {
        10: Said("A customer got her third wrong parcel; I called her", "Finding out why"),
        8: Said(
            "The right parcel is on its way to her, with socks", "Comparing two carriers for labels [returns]"
        ),
        6: Said("Desk was full until six", "Interview questions with Svea [interviews]"),
        4: Said(now="Interviews [interviews]", blockers="61 people ask for their boots, see [fjell]"),
        2: Said("Second interview", "Reading Kofi’s answers for {the_sale} [answers]"),
        1: Said("Inbox is at 12, from 40", "Answers for {the_sale} [answers]", "Mondays: one desk short"),
    },
    "kofi": {
        9: Said("Returns address in French and Dutch", "Spanish and Italian"),
        7: Said("48119 was a birthday present; sent the difference by hand"),
        6: Said(now="Unanswered messages of the evening", blockers="No date for the Fjell boots [fjell]"),
        4: Said("Eleven calls about the recall", "A letter with Mehmet", "No date for the Fjell [fjell]"),
        2: Said("Recall: the letter is agreed with Mehmet", "First seven answers [recall]"),
        1: Said(
            "Answers for {the_sale} are written [answers]",
            "Recall: seven to go [recall]",
            "61 people wait for the Fjell, and I may not promise anything [fjell]",
        ),
        0: Said(
            "Recall: two more answered",
            "The last five [recall]\nCalling back the school [school]",
            "Still no date for the Fjell [fjell]",
        ),
    },
    "jonas": {
        10: Said("Opened the printer at bench 2: the head is worn", "Ordering a new head"),
        8: Said(
            "Dealer has a head, in two weeks",
            "Boots with Dario [stocktake]",
            "Bench 2 cannot print [printer]",
        ),
        6: Said(
            "Half of the boots are counted", "Other half [stocktake]", "Print head is in customs [printer]"
        ),
        4: Said(
            "31 tents to set aside for the recall", "Marking them", "Print head: still in customs [printer]"
        ),
        2: Said(
            "Carried Tomasz’s Zebra to bench 2",
            "Who wants extra shifts for {the_sale}? [shifts]",
            "The Zebra wants other labels; the print head is still in customs [printer]",
        ),
        1: Said("Six people want shifts", "A rota [shifts]", "Print head, next week they say [printer]"),
    },
    "dario": {
        9: Said("Forklift theory, 38 of 40 points", "Practice in the yard"),
        7: Said("Forklift practice: 40 pallets, none was harmed", "Counting Vidda boots [stocktake]"),
        5: Said("A place for the returns bench, with light", "Kids’ boots [stocktake]"),
        3: Said("Paper bags: three sizes are here", "Trying them with socks [bags]"),
        1: Said("94 parcels before noon", "Counting the gloves in aisle 4 again [gloves]"),
        0: Said("19 gloves were behind the pallet [gloves]", "The last six [gloves]"),
    },
    "mehmet": {
        10: Said("Freight: the second carrier’s contract is signed", "Fjell: when do they come?"),
        8: Said("Called about the Fjell, nobody knows", "Calling the harbour", "Fjell: no date"),
        7: Said(
            "Harbour says the boots never came", "Fjell [fjell]", "Fjell: no date from the supplier [fjell]"
        ),
        5: Said("Two calls and a letter", "Part delivery by van [fjell]", "Supplier does not answer [fjell]"),
        4: Said("Sewing shop for the sleeves is found", "Sleeves for the tents", "Fjell: no answer [fjell]"),
        3: Said(
            "Sleeves are sewn, 40 of them", "Prices of base layers", "Fjell: they call back, they say [fjell]"
        ),
        1: Said(
            "Sleeves are in aisle 2",
            "Merino base layers with Ruth [merino]",
            "Fjell: the part delivery is not confirmed [fjell]",
        ),
    },
    "ruth": {
        10: Said("Swiss VAT: read 30 pages", "The other 20"),
        8: Said("VAT for Switzerland is understood", "Costs of a return, first sum [cost]"),
        5: Said("8.40 a parcel, if ten minutes are right", "Asking Jonas about the ten minutes [cost]"),
        3: Said("23 deposits are ready to be paid back", "Bank statements of {last_month}"),
        2: Said(
            "Bank and cards add up [books]",
            "Vouchers of {last_month} [books]",
            "Vouchers are off by 38.50, see [voucher]",
        ),
    },
}
"""Login to words by how many stand-ups ago, 0 is today’s; what a card did is added."""
