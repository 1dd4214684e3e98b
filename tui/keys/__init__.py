"""The one key table: footer, help screen and `docs/keys.md` come from it."""

from tui.keys.board import (
    BOARD,
    BOARD_GROUPS,
    CARDS,
    CURSOR,
    GROUPINGS,
    JUMP,
    JUMPS,
    LANES,
    LANES_BY,
    LOOKING,
    SCREENS,
    SELECTING,
    SHELL,
)
from tui.keys.chart import CHART, CHART_GROUPS
from tui.keys.command import Command, called, for_leads, rebind
from tui.keys.culture import DAYS, KUDOS, PULSE, VALUES
from tui.keys.dialogs import ARCHIVED, CARD, FORM, HELP, LINE, PALETTE, TEAM
from tui.keys.figures import ADJUSTMENTS, ATTAINMENT, FLOW, KPI_CHART, KPIS, OVERVIEW
from tui.keys.findings import FINDINGS, FINDINGS_GROUPS
from tui.keys.goal import GOAL, GOAL_CARDS
from tui.keys.goals import GOALS, GOALS_GROUPS
from tui.keys.inbox import INBOX
from tui.keys.learning import CERTIFICATES, EXPERTS, GAPS, LEARNING, TRENDS
from tui.keys.matrix import MATRIX, MATRIX_GROUPS
from tui.keys.news import NEWS, NEWS_GROUPS, WRITING
from tui.keys.people import HANDOVER, PEOPLE, PEOPLE_GROUPS
from tui.keys.playbooks import LEAVING, PLAYBOOKS, PLAYBOOKS_GROUPS, STARTING
from tui.keys.reading import as_typed, find, name_of
from tui.keys.roles import ROLES, ROLES_GROUPS
from tui.keys.showing import as_markdown, essential, footer, key_for, keys_of, shown
from tui.keys.skills import ASSESSED, SKILLS, SKILLS_GROUPS
from tui.keys.standup import STANDUP, STANDUP_GROUPS
from tui.keys.tables import CONTEXTS, GROUPS
from tui.keys.tabs import TABS
from tui.keys.workload import LOAD_CARDS, WORKLOAD, WORKLOAD_GROUPS

__all__ = [
    "ADJUSTMENTS",
    "ARCHIVED",
    "ASSESSED",
    "ATTAINMENT",
    "BOARD",
    "BOARD_GROUPS",
    "CARD",
    "CARDS",
    "CERTIFICATES",
    "CHART",
    "CHART_GROUPS",
    "CONTEXTS",
    "CURSOR",
    "DAYS",
    "EXPERTS",
    "FINDINGS",
    "FINDINGS_GROUPS",
    "FLOW",
    "FORM",
    "GAPS",
    "GOAL",
    "GOALS",
    "GOALS_GROUPS",
    "GOAL_CARDS",
    "GROUPINGS",
    "GROUPS",
    "HANDOVER",
    "HELP",
    "INBOX",
    "JUMP",
    "JUMPS",
    "KPIS",
    "KPI_CHART",
    "KUDOS",
    "LANES",
    "LANES_BY",
    "LEARNING",
    "LEAVING",
    "LINE",
    "LOAD_CARDS",
    "LOOKING",
    "MATRIX",
    "MATRIX_GROUPS",
    "NEWS",
    "NEWS_GROUPS",
    "OVERVIEW",
    "PALETTE",
    "PEOPLE",
    "PEOPLE_GROUPS",
    "PLAYBOOKS",
    "PLAYBOOKS_GROUPS",
    "PULSE",
    "ROLES",
    "ROLES_GROUPS",
    "SCREENS",
    "SELECTING",
    "SHELL",
    "SKILLS",
    "SKILLS_GROUPS",
    "STANDUP",
    "STANDUP_GROUPS",
    "STARTING",
    "TABS",
    "TEAM",
    "TRENDS",
    "VALUES",
    "WORKLOAD",
    "WORKLOAD_GROUPS",
    "WRITING",
    "Command",
    "as_markdown",
    "as_typed",
    "called",
    "essential",
    "find",
    "footer",
    "for_leads",
    "key_for",
    "keys_of",
    "name_of",
    "rebind",
    "shown",
]
