"""All sections of the settings, in the order in which they are shown."""

from __future__ import annotations

from tui.settings.columns import Columns
from tui.settings.filters import Filters
from tui.settings.general import General
from tui.settings.people import People
from tui.settings.questions import Questions
from tui.settings.roles import Roles
from tui.settings.section import Section
from tui.settings.tags import Tags

SECTIONS: tuple[Section, ...] = (General(), Columns(), Roles(), People(), Tags(), Filters(), Questions())
"""In the order in which they are shown."""
