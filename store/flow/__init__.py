"""How work flows: how much is finished, how long it takes, how old it is, and when the rest will be done."""
