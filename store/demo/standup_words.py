"""What the demo's people wrote for the stand-up: management, catalogue, photo and marketing."""

from __future__ import annotations

from store.demo.standup_story import Said

CARDS = {
    "saturdays": "Decide: do we open on Saturdays from {season}?",
    "holidays": "Write down who covers whom in the holidays",
    "interviews": "Interview two candidates for customer service",
    "fjell_sizes": "Write size advice for the Fjell trekking boots",
    "rain": "Merge the two “Rain jackets” categories",
    "labels": "Translate 36 care labels into Dutch and French",
    "weights": "Fill in the missing weights for all tents",
    "range": "Put the {season} range online: 64 products",
    "boots": "Photograph the winter boots on white",
    "film": "Film: how to pack a tent when it rains",
    "alt": "Alt texts for the 40 best-selling products",
    "portraits": "Portraits of our four repair partners",
    "banner": "Banner for {the_sale}",
    "malerweg": "Newsletter: three days on the Malerweg",
    "sale": "Plan {the_sale}: offers, dates, who does what",
    "gifts": "Landing page “Gifts under 30”",
    "voucher": "Voucher is counted twice when a pair goes back",
    "redirects": "Redirects for 212 old category addresses",
    "speed": "Product page in under two seconds on a slow phone",
    "invoice": "Pay by invoice is back for orders under 150",
    "recall": "Answer the 14 open questions about the tent recall",
    "answers": "Answers for {the_sale}: delivery, returns, vouchers",
    "returns": "Return label for customers without a printer",
    "school": "Call back the school that wants 28 rucksacks",
    "gloves": "Count the gloves in aisle 4 again",
    "printer": "Repair or replace the label printer at bench 2",
    "shifts": "Extra shifts for {the_sale}",
    "stocktake": "Stock-take of the boots",
    "bags": "Smaller boxes for single pairs of socks",
    "fjell": "Get the late Fjell delivery moving",
    "merino": "Reorder merino base layers before the price rises",
    "sleeves": "Sleeves for the recalled tents",
    "books": "Close the books for {last_month}",
    "cost": "What does a return really cost us?",
}
"""What stands for a card in these texts, and the title of its story."""

FRONT_SAID: dict[str, dict[int, Said]] = {
    "svea": {
        9: Said("Read eleven applications for customer service", "Two interviews to arrange [interviews]"),
        6: Said("Keys of the second loading bay are here", "Goals: telling everybody"),
        3: Said(
            now="Interviews [interviews]", blockers="Holiday dates of five people are missing [holidays]"
        ),
        2: Said(
            "Talked with Ines about the two candidates [interviews]", "Saturdays: adding up what we know"
        ),
        1: Said(now="Saturdays: one page, so that we can decide this week [saturdays]"),
    },
    "linh": {
        10: Said("Sorted 30 of the 48 rain jackets", "The other 18 [rain]"),
        8: Said("48 of 48 rain jackets are sorted [rain]", blockers="[rain] I need the redirects first"),
        5: Said("The new range on a phone: three prices were cut off [range]"),
        3: Said("Asked Priya how far the redirects are", blockers="[rain] rain jackets still wait for them"),
        1: Said("Read Elif’s Dutch care labels", "The French ones [labels]", "[rain] waits for [redirects]"),
    },
    "elif": {
        9: Said("Weighed two tents on a kitchen scale", "Weights of the small tents"),
        7: Said("Sizes of the new range, half of them", "The other half [range]"),
        4: Said("Looked up 20 care symbols that I did not know", "Care labels, Dutch part [labels]"),
        2: Said("Measured all three lasts of the Fjell", "Reading return notes [fjell_sizes]"),
        1: Said("40 of 60 return notes are read [fjell_sizes]", "The other 20, then a first draft"),
        0: Said(
            "All 60 return notes are read",
            "First draft of the size advice [fjell_sizes]",
            "I need somebody from service to read it today",
        ),
    },
    "amara": {
        10: Said("Studio plan for the month", "Portraits: calling all four partners [portraits]"),
        8: Said("Lent the big light to Sam, and got it back", "Portraits [portraits]"),
        5: Said("Cleaned the lens of camera two. It was jam.", "Banner, first sketches [banner]"),
        3: Said("Banner on a phone: the words were too small", "Second version [banner]"),
        2: Said("Soles of all twelve pairs are clean", "Winter boots, left and right [boots]"),
        1: Said(
            "Contrast of the banner is fine now [banner]",
            "Winter boots: soles [boots]",
            "[portraits] the release from Kiel is not signed",
        ),
    },
    "sam": {
        10: Said("A list of all that the tent film needs", "Storyboard [film]"),
        7: Said(
            "Jackets for the second-life shelf: the last two", blockers="[film] No rain, and none forecast"
        ),
        6: Said("Thirty trail photos sorted", "Twenty to go", "[film] Sunshine"),
        5: Said("Wrote 30 thank-you notes", "Alt texts [alt]", "[film] Still no rain"),
        2: Said("A list of sold-out sizes, 41 of them", "Alt texts 21 to 40 [alt]", "[film] Sunshine again"),
        1: Said("Tried Priya’s sprinkler: it looks like rain!", "Filming this afternoon [film]"),
    },
    "noa": {
        9: Said("Talked with the climbing hall, they like us", "Offers for {the_sale} with Mehmet"),
        7: Said("Asked service what broke in the last campaign", "Plan for {the_sale} [sale]"),
        4: Said("24 products for “Gifts under 30” are chosen", "Texts for them [gifts]"),
        3: Said(now="Shifts and offers with Jonas [sale]", blockers="Stock of the Fjell is unclear [fjell]"),
        1: Said("Took the Fjell out of all offers [sale]", "Map for the newsletter [malerweg]"),
    },
}
"""Login to words by how many stand-ups ago, 0 is today’s; what a card did is added."""
