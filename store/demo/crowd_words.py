"""What the generated cards of a large demo are about: work by role, and the goods it is done with."""

from __future__ import annotations

GOODS = (
    "Fjell boots", "Vidda trousers", "Lett 38 rucksack", "Lett 45 rucksack", "Kveld two-person tent",
    "Kveld family tent", "Merino base layer", "Dugg rain jacket", "Dugg rain trousers", "Glimt head torch",
    "Sno gloves", "Varm sleeping bag", "Kopp enamel mug", "Flamme gas cooker", "Stav walking poles",
    "Spor gaiters", "Ull wool hat", "Bris wind shirt", "Sti trail shoes", "Tau climbing rope",
    "Kart map case", "Vann water filter", "Bekk bottle", "Myk fleece", "Steg crampons",
    "Leir hammock", "Rask running vest", "Barn kids’ boots", "Vott mittens", "Topp sun cap",
)  # fmt: skip
"""Products of the shop."""

VARIANTS = (
    "", "in dark green", "in blue", "in black", "in rust red", "size S", "size M", "size L", "size XL",
    "size 38", "size 39", "size 40", "size 41", "size 42", "size 43", "size 44", "last season", "new model",
    "set of two", "for children", "wide fit", "long", "sample", "refurbished", "gift set",
)  # fmt: skip
"""What sets one of them apart; most do without."""

WORK = {
    "management": (
        "Decide on the price of {}", "Review complaints about {}", "Talk to the maker of {}",
        "Drop or keep: {}", "Sign the contract for {}",
    ),
    "catalogue": (
        "Write the text for {}", "Check the sizes of {}", "Translate the care label of {}",
        "Add the weight of {}", "Merge the double entry of {}", "Sort {} into the right category",
        "Correct the material of {}",
    ),
    "photo": (
        "Photograph {} on white", "Photograph {} outdoors", "Retouch the soles and seams of {}",
        "Alt texts for {}", "Film a short clip of {}", "Replace the blurred picture of {}",
    ),
    "marketing": (
        "Newsletter item about {}", "Pause the ads for {}", "Test two headlines for {}",
        "Plan a raffle with {}", "Ask for reviews of {}", "Landing page for {}",
    ),
    "development": (
        "Wrong price shown for {}", "Slow product page: {}", "Redirect the old address of {}",
        "Filter does not find {}", "Structured data for {}", "Stock of {} jumps below zero",
    ),
    "service": (
        "Answer the question about {}", "Refund for {}", "Find the lost parcel with {}", "Goodwill case: {}",
        "Send a spare part for {}", "Return without a slip: {}",
    ),
    "warehouse": (
        "Count {}", "Move {} to the lower shelf", "Label the boxes of {}", "Pack samples of {}",
        "Check the delivery of {}", "Repair the torn bag of {}",
    ),
    "purchasing": (
        "Reorder {}", "Ask for a delivery date of {}", "Compare two offers for {}", "Sample check: {}",
        "Claim the faulty batch of {}",
    ),
    "finance": (
        "Check the invoice for {}", "Release the payment for {}", "Write off {}", "Margin of {}",
        "Customs papers for {}",
    ),
}  # fmt: skip
"""Key of the role to its work; `{}` is where the product goes."""

TAGS = (
    "boots",
    "tents",
    "photo",
    "texts",
    "returns",
    "campaign",
    "bug",
    "seo",
    "supplier",
    "sizes",
    "clean-up",
)

REASONS = (
    "Waiting for the maker’s answer.",
    "The sample has not come yet.",
    "Needs a decision about the price first.",
    "Two numbers contradict each other; asked the warehouse.",
)
"""Why a card cannot go on."""

REMARKS = (
    "Asked again this morning.",
    "Half of it is done, the rest waits for the delivery.",
    "Looks good to me.",
    "Can somebody from the warehouse have a look?",
    "The customer was happy with this.",
    "Let us do the bigger sizes first.",
    "Written down on the wiki page.",
    "Same as last season, only cheaper.",
)
STEPS = ("Look at it", "Ask for what is missing", "Do it", "Second pair of eyes", "Tell service")
