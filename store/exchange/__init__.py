"""Data from other programs, in and out."""

from __future__ import annotations

from store.exchange.csv_reader import read_csv
from store.exchange.imported import Card, CardList, Imported, Person, Remark
from store.exchange.plan import Plan, plan
from store.exchange.summary import Note, Summary
from store.exchange.trello import read_trello

__all__ = [
    "Card",
    "CardList",
    "Imported",
    "Note",
    "Person",
    "Plan",
    "Remark",
    "Summary",
    "plan",
    "read_csv",
    "read_trello",
]
