"""Ready-made KPIs for an online shop, with what shop systems call them in their exports.

None has a target: what a shop should reach, only its people know.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from store.models import Cadence, Combine, Direction, Fields


@dataclass(frozen=True, slots=True)
class Ready:
    """A KPI that only has to be taken."""

    name: str
    about: str
    department: str
    """Where it goes while no role fits."""
    roles: tuple[str, ...]
    """Words, in small letters, in the names of roles that it suits; the first that there is gets it."""
    unit: str = ""
    direction: Direction = Direction.MORE
    cadence: Cadence = Cadence.WEEK
    combine: Combine = Combine.MEAN
    decimals: int = 1
    columns: tuple[str, ...] = field(default=())
    """Names in exports: Shopify, WooCommerce, Shopware, JTL and help desks, in English and German."""

    @property
    def fields(self) -> Fields:
        """What a KPI of it is made of, besides its name and its place."""
        return {
            "about": self.about,
            "unit": self.unit,
            "direction": self.direction,
            "cadence": self.cadence,
            "combine": self.combine,
            "decimals": self.decimals,
            "columns": list(self.columns),
        }


_SALES = (
    Ready(
        "Revenue",
        "Sales of the day after discounts and returns, with tax as the shop system shows it. Take the same "
        "figure from the same report each time.",
        "Sales",
        ("sales", "management", "marketing", "shop"),
        "EUR",
        cadence=Cadence.DAY,
        combine=Combine.SUM,
        decimals=0,
        columns=("Total sales", "Gesamtumsatz", "Umsatz", "Umsatz brutto", "Bruttoumsatz"),
    ),
    Ready(
        "Orders",
        "Orders that came in on the day, without cancelled ones and tests.",
        "Sales",
        ("sales", "management", "marketing", "shop"),
        cadence=Cadence.DAY,
        combine=Combine.SUM,
        decimals=0,
        columns=("Number of orders", "Orders count", "Bestellungen", "Anzahl Bestellungen", "Aufträge"),
    ),
    Ready(
        "Average order value",
        "Revenue divided by orders, of the same orders. It hides a mix: look at it together with the number "
        "of orders.",
        "Sales",
        ("sales", "management", "marketing", "shop"),
        "EUR",
        decimals=2,
        columns=("AOV", "Durchschnittlicher Bestellwert", "Ø Bestellwert", "Durchschnittlicher Warenkorb"),
    ),
    Ready(
        "Conversion",
        "Visits with an order, of all visits, in per cent; without bots and one’s own people.",
        "Sales",
        ("development", "shop", "sales", "marketing"),
        "%",
        decimals=2,
        columns=(
            "Conversion rate",
            "Online store conversion rate",
            "Session conversion rate",
            "Konversionsrate",
            "Conversion-Rate",
        ),
    ),
)

_WAREHOUSE = (
    Ready(
        "Return rate",
        "Parcels that came back in the week, of those that were sent out four weeks before, in per cent. "
        "Those of last week have not had the time to come back yet.",
        "Warehouse",
        ("returns", "warehouse", "logistics", "lager"),
        "%",
        Direction.LESS,
        columns=("Returns rate", "Return rate (%)", "Retourenquote", "Rücksendequote"),
    ),
    Ready(
        "Delivery time",
        "Hours from the order until the parcel is at the customer’s, the median of the week. A median does "
        "not mind one lost parcel, a mean does.",
        "Warehouse",
        ("warehouse", "logistics", "shipping", "lager"),
        "h",
        Direction.LESS,
        columns=("Time to delivery", "Order to delivery", "Lieferzeit", "Zustelldauer"),
    ),
    Ready(
        "Stock-outs",
        "Articles on sale of which nothing is in stock, counted on the last day of the week.",
        "Warehouse",
        ("purchasing", "buying", "warehouse", "einkauf", "lager"),
        "articles",
        Direction.LESS,
        combine=Combine.LAST,
        decimals=0,
        columns=("Out of stock", "Products out of stock", "Nicht vorrätig", "Ausverkaufte Artikel"),
    ),
)

_SERVICE = (
    Ready(
        "First response time",
        "Hours from a customer’s message to the first answer of a person, the median of the week; automatic "
        "answers do not count.",
        "Customer service",
        ("service", "support", "kunden"),
        "h",
        Direction.LESS,
        columns=("First reply time", "Median first reply time", "Erste Antwortzeit", "Erstreaktionszeit"),
    ),
    Ready(
        "Ticket backlog",
        "Messages that wait for an answer of ours at the end of the week.",
        "Customer service",
        ("service", "support", "kunden"),
        "tickets",
        Direction.LESS,
        combine=Combine.LAST,
        decimals=0,
        columns=("Open tickets", "Unsolved tickets", "Backlog", "Offene Tickets", "Offene Anfragen"),
    ),
    Ready(
        "Customer satisfaction",
        "Good ratings of all ratings after an answer, in per cent (CSAT). Note how many there were: ten "
        "ratings tell little.",
        "Customer service",
        ("service", "support", "kunden"),
        "%",
        columns=("CSAT", "Satisfaction score", "Satisfaction rating", "Kundenzufriedenheit", "Zufriedenheit"),
    ),
)

_MARKETING = (
    Ready(
        "Cost per order",
        "What was spent on advertising, divided by the orders that came of it, after the same attribution "
        "each time.",
        "Marketing",
        ("marketing", "performance"),
        "EUR",
        Direction.LESS,
        decimals=2,
        columns=("CPO", "Cost per conversion", "Cost per acquisition", "CPA", "Kosten pro Bestellung"),
    ),
    Ready(
        "Ad return",
        "Revenue that came of advertising, divided by what it cost (ROAS): 4.0 is four for one. It says "
        "nothing of the margin.",
        "Marketing",
        ("marketing", "performance"),
        decimals=2,
        columns=(
            "ROAS",
            "Return on ad spend",
            "Conversion value / cost",
            "Conv. value / cost",
            "Werbeertrag",
        ),
    ),
)

SETS = {"sales": _SALES, "warehouse": _WAREHOUSE, "service": _SERVICE, "marketing": _MARKETING}
"""The KPIs of each set, by its name."""
EVERYTHING = tuple(one for those in SETS.values() for one in those)
"""Those of all sets."""
ALL = "shop"
"""The name of all sets together."""
