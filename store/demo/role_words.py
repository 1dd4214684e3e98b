"""What the demo's roles may decide alone, what they watch, and where they belong."""

from __future__ import annotations

from typing import NamedTuple


class RoleStory(NamedTuple):
    """What is known about a role beside its name, mission and people."""

    department: str
    decisions: tuple[str, ...]
    kpis: tuple[str, ...]
    above: str = ""
    """Key of the role that it answers to."""


ROLE_STORIES = {
    "management": RoleStory(
        "Management",
        ("Who is hired", "What we stop doing", "Spending over 2,000 EUR"),
        ("Revenue", "Goals reached"),
    ),
    "catalogue": RoleStory(
        "Shop",
        ("How products are described and named", "Which category a product stands in"),
        ("Products online within three days", "Return rate for size"),
        "management",
    ),
    "photo": RoleStory(
        "Shop",
        ("Which picture comes first", "Props and models up to 300 EUR"),
        ("Products with four pictures", "Clips watched to the end"),
        "marketing",
    ),
    "marketing": RoleStory(
        "Shop",
        ("What the newsletter is about", "Moving the ad budget between channels", "Vouchers up to 10 %"),
        ("Conversion", "Return on ads", "Newsletter readers"),
        "management",
    ),
    "development": RoleStory(
        "Shop",
        ("How something is built", "Taking the shop offline at night", "Tools up to 50 EUR a month"),
        ("Load time of the first page", "Checkout completed", "Hours the shop was down"),
        "management",
    ),
    "service": RoleStory(
        "Customers",
        ("Refunds up to 100 EUR", "Goodwill up to 20 EUR", "Sending something again without asking"),
        ("First response time", "Open messages", "Customer satisfaction"),
        "management",
    ),
    "warehouse": RoleStory(
        "Logistics",
        ("How the benches stand", "Stopping the work when it is not safe", "Packing material up to 500 EUR"),
        ("Parcels on the same day", "Cost per order", "Days without an accident"),
        "management",
    ),
    "purchasing": RoleStory(
        "Logistics",
        ("Reorders up to 5,000 EUR", "Stopping a sale when a product is dangerous"),
        ("Stock-outs", "Weeks of stock", "Margin"),
        "management",
    ),
    "finance": RoleStory(
        "Management",
        ("When bills are paid", "Refunds over 100 EUR"),
        ("Days until a bill is paid", "Cash at the end of the month"),
        "management",
    ),
}
"""By the key of the role."""
