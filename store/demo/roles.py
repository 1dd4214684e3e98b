"""The nine roles of the demo's shop."""

from __future__ import annotations

from store.models import Role

ROLES = {
    "management": Role(
        id=1,
        name="Management",
        mission="Everybody knows what matters next, and has what they need for it.",
        lead="svea",
        deputy="ruth",
        colour="grey",
        wip_limit=3,
    ),
    "catalogue": Role(
        id=2,
        name="Catalogue",
        mission="Whoever looks for something finds it, and knows whether it fits.",
        lead="linh",
        deputy="elif",
        colour="green",
        wip_limit=4,
    ),
    "photo": Role(
        id=3,
        name="Photo and content",
        mission="People see what they will get, honestly and beautifully.",
        lead="amara",
        deputy="sam",
        colour="magenta",
        wip_limit=4,
    ),
    "marketing": Role(
        id=4,
        name="Marketing",
        mission="The right people hear of us, and like to hear from us again.",
        lead="noa",
        colour="orange",
        wip_limit=4,
    ),
    "development": Role(
        id=5,
        name="Shop development",
        mission="The shop is quick, works for everybody, and is boring to operate.",
        lead="priya",
        deputy="tomasz",
        colour="blue",
        wip_limit=4,
    ),
    "service": Role(
        id=6,
        name="Customer service",
        mission="Nobody who writes to us feels alone with a problem.",
        lead="ines",
        deputy="kofi",
        colour="cyan",
        wip_limit=5,
    ),
    "warehouse": Role(
        id=7,
        name="Warehouse",
        mission="Ordered before two, on its way the same day, and nobody hurts their back.",
        lead="jonas",
        deputy="dario",
        colour="yellow",
        wip_limit=4,
    ),
    "purchasing": Role(
        id=8,
        name="Purchasing",
        mission="The shelf holds what will be wanted, from people we can look in the eye.",
        lead="mehmet",
        deputy="linh",
        colour="red",
        wip_limit=3,
    ),
    "finance": Role(
        id=9,
        name="Finance",
        mission="Bills are paid, books are closed, and numbers are told so that all understand them.",
        lead="ruth",
        deputy="svea",
        colour="grey",
        wip_limit=3,
    ),
}
"""Key to role, from top to bottom."""
