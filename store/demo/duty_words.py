"""What the demo's roles answer for, and who has which part in it."""

from __future__ import annotations

from typing import NamedTuple


class DutyStory(NamedTuple):
    """One responsibility; people are logins with blanks between."""

    role: str
    """Key of the role."""
    name: str
    details: str
    """The words by which people look for it."""
    answers: str
    does: str
    asked: str = ""
    told: str = ""


DUTIES = (
    DutyStory("management", "Goals of the quarter", "OKR, plan, priorities", "svea", "svea ruth", "linh noa"),
    DutyStory(
        "management", "Hiring and holidays", "leave, vacation, applications", "svea", "svea", "", "ruth"
    ),
    DutyStory("management", "Budget of each department", "money, spending, costs", "svea", "ruth", "mehmet"),
    DutyStory("management", "Decisions that nobody else owns", "escalation, who decides", "svea", "svea"),
    DutyStory(
        "catalogue", "Product texts are true and complete", "description, copy, material", "linh", "elif linh"
    ),
    DutyStory(
        "catalogue", "Sizes, weights and filters", "size chart, attributes, search filter", "linh", "elif"
    ),
    DutyStory(
        "catalogue", "Categories and navigation", "menu, category tree, where a product stands", "linh", ""
    ),
    DutyStory("catalogue", "Translations", "English, French, Dutch, languages", "elif", "elif", "sam"),
    DutyStory(
        "catalogue",
        "New products are online within three days",
        "onboarding of items",
        "linh",
        "elif linh",
        "",
        "amara",
    ),
    DutyStory("photo", "Product photos", "pictures, images, retouching", "amara", "amara sam", "linh"),
    DutyStory("photo", "Videos and guides", "clips, film, how-to", "amara", "sam"),
    DutyStory("photo", "Alt texts", "accessibility, blind, screen reader", "", "sam"),
    DutyStory("photo", "The studio and its equipment", "camera, lights, backdrop, props", "amara", "amara"),
    DutyStory(
        "marketing", "Newsletter every Thursday", "mailing, subscribers, e-mail", "noa", "noa sam", "linh"
    ),
    DutyStory(
        "marketing", "Campaigns", "sale, Black Friday, discount, offers", "noa", "noa sam", "mehmet", "ines"
    ),
    DutyStory(
        "marketing", "Ads and their budget", "ad spend, search ads, return on ads", "noa", "noa", "ruth"
    ),
    DutyStory("marketing", "Events in the shop and outside", "flea market, fair, city run", "sam", "sam noa"),
    DutyStory(
        "marketing",
        "Prices in the shop",
        "price change, margin, discount rules",
        "noa mehmet",
        "mehmet",
        "ruth",
    ),
    DutyStory(
        "development",
        "Checkout and payment",
        "cart, PayPal, credit card, order cannot be paid",
        "priya",
        "priya tomasz",
        "ruth",
    ),
    DutyStory("development", "Search", "search results, synonyms, nothing found", "priya", "tomasz"),
    DutyStory(
        "development", "Speed and accessibility", "slow page, load time, contrast", "priya", "tomasz priya"
    ),
    DutyStory("development", "Backups can be restored", "data loss, restore, disaster", "priya", "priya"),
    DutyStory(
        "development", "Back office and its accounts", "password, login, access rights", "priya", "tomasz"
    ),
    DutyStory(
        "development", "Interfaces to carriers and makers", "API, stock feed, tracking", "priya", "tomasz"
    ),
    DutyStory(
        "development",
        "Privacy on the pages",
        "cookies, GDPR, consent, customer data",
        "priya",
        "priya",
        "svea",
    ),
    DutyStory(
        "development",
        "Faults outside of office hours",
        "on call, night, weekend, shop is down",
        "priya",
        "priya tomasz",
    ),
    DutyStory(
        "development", "Statistics are right", "tracking, numbers, reports", "priya", "tomasz", "", "ruth noa"
    ),
    DutyStory(
        "service", "Every message is answered within a day", "mail, chat, phone, tickets", "ines", "ines kofi"
    ),
    DutyStory(
        "service",
        "Returns handled within 48 h",
        "send back, withdrawal, exchange, wrong size",
        "ines",
        "kofi",
        "jonas",
    ),
    DutyStory(
        "service",
        "Refunds",
        "money back, refund, credit note, over 100 EUR goes to finance",
        "kofi",
        "kofi ines",
        "ruth",
    ),
    DutyStory("service", "Goodwill", "voucher, apology, being generous", "ines", "ines kofi"),
    DutyStory(
        "service",
        "What customers tell us reaches the others",
        "reviews, complaints, praise",
        "ines",
        "ines",
        "",
        "linh priya mehmet",
    ),
    DutyStory(
        "warehouse",
        "Ordered before two, on its way the same day",
        "picking, packing, shipping, delivery",
        "jonas",
        "jonas dario",
    ),
    DutyStory("warehouse", "Goods in within one day", "delivery, unloading, putting away", "jonas", "dario"),
    DutyStory(
        "warehouse",
        "Stock figures in the shop are right",
        "stock-taking, inventory, differences",
        "jonas",
        "dario jonas",
        "ruth",
    ),
    DutyStory("warehouse", "Safety in the hall", "accident, first aid, forklift", "jonas", "jonas", "svea"),
    DutyStory("warehouse", "Packing material", "cartons, tape, filling, label printer", "", "dario"),
    DutyStory(
        "purchasing", "Suppliers and prices", "makers, conditions, negotiation", "mehmet", "mehmet linh"
    ),
    DutyStory(
        "purchasing", "Orders and delivery dates", "reorder, delay, out of stock", "mehmet", "mehmet", "dario"
    ),
    DutyStory("purchasing", "Samples", "test items, trying before buying", "linh", "linh", "amara"),
    DutyStory(
        "purchasing",
        "Recalls",
        "dangerous product, product safety",
        "mehmet",
        "mehmet",
        "ines priya",
        "svea noa",
    ),
    DutyStory(
        "purchasing", "Customs papers", "import, tariff number, origin, Switzerland", "mehmet", "mehmet"
    ),
    DutyStory(
        "finance",
        "Payments and refunds over 100 EUR",
        "transfer, invoice, money back",
        "ruth",
        "ruth",
        "ines",
    ),
    DutyStory("finance", "Month end", "closing, booking, accounts", "ruth", "ruth", "", "svea"),
    DutyStory("finance", "Taxes", "VAT, tax office, OSS", "ruth", "ruth"),
    DutyStory("finance", "Figures for the team", "turnover, margin, report", "ruth", "ruth", "svea"),
)
"""By role. Some of it is not well divided, as it is in every team."""
