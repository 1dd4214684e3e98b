"""What the demo's roles have to be able to do, and how well its people can."""

from __future__ import annotations

from typing import NamedTuple


class SkillStory(NamedTuple):
    """One skill."""

    category: str
    name: str
    tag: str
    """Cards with this tag need it."""
    needs: tuple[tuple[str, int], ...]
    """Key of a role and the level that it needs."""
    can: str
    """Logins with their levels: as they are now, with `<` how they rose, like `ana:1<2<3`.

    Behind the last level `!` says that a lead has confirmed it.
    """
    meanings: tuple[str, ...] = ()
    about: str = ""


class Certificate(NamedTuple):
    """A certificate that ends on a day."""

    person: str
    skill: str
    level: int
    got: int
    """Days ago."""
    ends: int
    """Days from today."""
    evidence: str


SKILLS = (
    SkillStory(
        "Catalogue",
        "Writing for shops",
        "texts",
        (("catalogue", 3), ("marketing", 3), ("photo", 2)),
        "linh:3<4! elif:1<2<3! noa:2<3<4! sam:2<3! amara:1 ines:2! kofi:1",
        ("never done", "has read the guide", "writes, somebody edits", "writes alone", "edits others’ texts"),
        "Short, true, and in the words that customers use.",
    ),
    SkillStory(
        "Catalogue",
        "Sizes and fit",
        "sizes",
        (("catalogue", 3), ("service", 2)),
        "linh:3! elif:2<3<4! ines:2! kofi:1<2 mehmet:2",
    ),
    SkillStory(
        "Catalogue",
        "Product data and attributes",
        "filters",
        (("catalogue", 3), ("purchasing", 2), ("development", 2)),
        "linh:4! elif:2<3! mehmet:1 tomasz:2! priya:2!",
    ),
    SkillStory(
        "Catalogue", "Translating into French", "translation", (("catalogue", 3),), "elif:2<3! ines:2 sam:1"
    ),
    SkillStory("Photo", "Product photography", "photo", (("photo", 4),), "amara:3<4! sam:2<3! elif:1"),
    SkillStory(
        "Photo",
        "Filming and cutting",
        "video",
        (("photo", 3),),
        "sam:1<2<3! amara:1<2",
        ("never done", "knows the camera", "films with somebody", "films and cuts alone", "teaches it"),
    ),
    SkillStory(
        "Photo",
        "Accessibility of pictures",
        "accessibility",
        (("photo", 3), ("catalogue", 2)),
        "amara:1<2 sam:2! elif:1",
    ),
    SkillStory("Marketing", "Newsletter", "newsletter", (("marketing", 3),), "noa:3<4! sam:2<3! linh:1"),
    SkillStory("Marketing", "Search ads", "ads", (("marketing", 3),), "noa:2<3! sam:1<2"),
    SkillStory(
        "Marketing",
        "Being found in search",
        "seo",
        (("marketing", 3), ("catalogue", 2), ("development", 2)),
        "noa:2! sam:1 linh:2<3! tomasz:2 elif:1",
    ),
    SkillStory("Marketing", "Events", "event", (("marketing", 2),), "sam:3! noa:2! jonas:1"),
    SkillStory(
        "Marketing",
        "Reading figures",
        "figures",
        (("marketing", 2), ("management", 3), ("finance", 3)),
        "ruth:4! svea:2<3! noa:2! mehmet:2 priya:3!",
    ),
    SkillStory("Shop", "Checkout and payment", "checkout", (("development", 3),), "priya:3<4! tomasz:0<1<2"),
    SkillStory("Shop", "Search engine", "search", (("development", 3),), "tomasz:2<3! priya:2!"),
    SkillStory("Shop", "Accessibility", "accessibility", (("development", 3),), "priya:2<3! tomasz:1<2"),
    SkillStory(
        "Shop",
        "Restoring a backup",
        "operations",
        (("development", 3),),
        "priya:4! tomasz:1",
        (
            "never done",
            "has read how",
            "has done it with somebody",
            "does it at night alone",
            "has written how",
        ),
    ),
    SkillStory("Shop", "Speed of pages", "speed", (("development", 3),), "tomasz:2<3! priya:3!"),
    SkillStory(
        "Customers",
        "Difficult conversations",
        "",
        (("service", 4), ("management", 3)),
        "ines:3<4! kofi:1<2<3! svea:3! ruth:2 jonas:2<3!",
        ("avoids them", "with somebody beside", "the usual ones", "nearly all", "the others ask for help"),
    ),
    SkillStory(
        "Customers",
        "Returns and refunds",
        "returns",
        (("service", 3), ("warehouse", 2), ("finance", 2)),
        "kofi:2<3<4! ines:3! dario:2! jonas:2! ruth:3!",
    ),
    SkillStory("Customers", "Portuguese and Spanish", "", (("service", 1),), "ines:4! dario:1"),
    SkillStory(
        "Warehouse",
        "Picking and packing",
        "packaging",
        (("warehouse", 3),),
        "jonas:4! dario:2<3! kofi:1 amara:1 sam:1",
    ),
    SkillStory(
        "Warehouse", "Forklift", "", (("warehouse", 3),), "dario:3!", (), "Only with a valid licence."
    ),
    SkillStory(
        "Warehouse", "First aid", "", (("warehouse", 3), ("management", 1)), "jonas:3! ines:3! elif:1"
    ),
    SkillStory(
        "Warehouse",
        "Stock-taking",
        "stock-take",
        (("warehouse", 3), ("finance", 2)),
        "jonas:3! dario:2<3! ruth:2!",
    ),
    SkillStory(
        "Warehouse", "Dangerous goods", "recall", (("warehouse", 3), ("purchasing", 2)), "jonas:2<3! mehmet:1"
    ),
    SkillStory(
        "Purchasing and money",
        "Negotiating",
        "supplier",
        (("purchasing", 3),),
        "mehmet:4! linh:1<2 ruth:3! svea:3!",
    ),
    SkillStory("Purchasing and money", "Customs papers", "", (("purchasing", 3),), "mehmet:3! linh:0<1"),
    SkillStory(
        "Purchasing and money", "VAT in other countries", "tax", (("finance", 3),), "ruth:2<3! svea:1"
    ),
    SkillStory("Purchasing and money", "Month end", "month end", (("finance", 3),), "ruth:4! svea:1<2"),
    SkillStory(
        "Purchasing and money",
        "Product safety",
        "recall",
        (("purchasing", 3), ("catalogue", 2)),
        "mehmet:2<3! linh:2! elif:0",
    ),
)
"""By category."""

CERTIFICATES = (
    Certificate("dario", "Forklift", 3, 1060, 34, "Licence of the trade association"),
    Certificate("jonas", "First aid", 3, 690, 41, "Red Cross, two days"),
    Certificate("ines", "First aid", 3, 420, 310, "Red Cross, two days"),
    Certificate("jonas", "Dangerous goods", 3, 1120, -24, "Course of the chamber of commerce"),
    Certificate("priya", "Accessibility", 3, 650, 77, "Certified professional in accessibility"),
    Certificate("ruth", "VAT in other countries", 3, 300, 65, "Seminar with test, tax academy"),
)
"""What is written on paper; one has ended."""
