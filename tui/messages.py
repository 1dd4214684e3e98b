"""What travels through the app that is nobody's widget's."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from tui.delivery import Delivery


@dataclass
class Delivered(Message):
    """The folder's thread has something to tell."""

    delivery: Delivery
