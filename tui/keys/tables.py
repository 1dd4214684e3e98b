"""All tables together: by the name that a person's own keys call them, and by their title in the help."""

from __future__ import annotations

from tui.keys.board import BOARD, BOARD_GROUPS, GROUPINGS, JUMPS, SCREENS, SHELL
from tui.keys.chart import CHART, CHART_GROUPS
from tui.keys.command import Command
from tui.keys.culture import CULTURE_GROUPS, DAYS, KUDOS, PULSE, VALUES
from tui.keys.dialogs import ARCHIVED, CARD, FORM, HELP, LINE, PALETTE, TEAM
from tui.keys.figures import ADJUSTMENTS, ATTAINMENT, FIGURES_GROUPS, FLOW, KPI_CHART, KPIS, OVERVIEW
from tui.keys.findings import FINDINGS, FINDINGS_GROUPS
from tui.keys.goal import GOAL, GOAL_CARDS
from tui.keys.goals import GOALS, GOALS_GROUPS
from tui.keys.inbox import INBOX
from tui.keys.learning import CERTIFICATES, EXPERTS, GAPS, LEARNING, TRAINING_GROUPS, TRENDS
from tui.keys.matrix import MATRIX, MATRIX_GROUPS
from tui.keys.news import NEWS, NEWS_GROUPS, WRITING
from tui.keys.people import HANDOVER, PEOPLE, PEOPLE_GROUPS
from tui.keys.playbooks import LEAVING, PLAYBOOKS, PLAYBOOKS_GROUPS, STARTING
from tui.keys.roles import ROLES, ROLES_GROUPS
from tui.keys.skills import ASSESSED, SKILLS, SKILLS_GROUPS
from tui.keys.standup import STANDUP, STANDUP_GROUPS
from tui.keys.tabs import TABS
from tui.keys.workload import LOAD_CARDS, WORKLOAD, WORKLOAD_GROUPS

CONTEXTS = {
    "board": BOARD,
    "jump": JUMPS,
    "lanes": GROUPINGS,
    "screen": SCREENS,
    "goals": tuple(command for command in GOALS if command not in SHELL),
    "goal": GOAL,
    "goal_cards": GOAL_CARDS,
    "news": tuple(command for command in NEWS if command not in SHELL),
    "standup": tuple(command for command in STANDUP if command not in SHELL),
    "tabs": TABS,
    "roles": ROLES,
    "chart": CHART,
    "findings": FINDINGS,
    "people": PEOPLE,
    "handover": HANDOVER,
    "playbooks": PLAYBOOKS,
    "starting": STARTING,
    "leaving": LEAVING,
    "workload": WORKLOAD,
    "load_cards": LOAD_CARDS,
    "matrix": MATRIX,
    "skills": SKILLS,
    "assessed": ASSESSED,
    "gaps": GAPS,
    "experts": EXPERTS,
    "certificates": CERTIFICATES,
    "learning": LEARNING,
    "trends": TRENDS,
    "kpis": KPIS,
    "kpi_chart": KPI_CHART,
    "flow": FLOW,
    "attainment": ATTAINMENT,
    "adjustments": ADJUSTMENTS,
    "overview": OVERVIEW,
    "kudos": KUDOS,
    "values": VALUES,
    "pulse": PULSE,
    "days": DAYS,
    "writing": WRITING,
    "inbox": INBOX,
    "card": CARD,
    "form": FORM,
    "find": PALETTE,
    "help": HELP,
    "team": TEAM,
    "archived": ARCHIVED,
    "line": LINE,
}
"""What a person's own keys call each group: `board.move_right`."""

GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    *BOARD_GROUPS,
    ("Screens", SCREENS),
    *GOALS_GROUPS,
    ("Opened goal", GOAL),
    ("Cards of a goal", GOAL_CARDS),
    *NEWS_GROUPS,
    ("Writing a post", WRITING),
    *STANDUP_GROUPS,
    ("Tabs", TABS),
    *ROLES_GROUPS,
    *CHART_GROUPS,
    *FINDINGS_GROUPS,
    *PEOPLE_GROUPS,
    ("Handing over", HANDOVER),
    *PLAYBOOKS_GROUPS,
    ("Before a run is made", STARTING),
    ("Somebody leaves", LEAVING),
    *WORKLOAD_GROUPS,
    ("Cards of a week", LOAD_CARDS),
    *MATRIX_GROUPS,
    *SKILLS_GROUPS,
    ("Levels of one person in one skill", ASSESSED),
    *TRAINING_GROUPS,
    *FIGURES_GROUPS,
    *CULTURE_GROUPS,
    ("Inbox", INBOX),
    ("Opened card", CARD),
    ("Team settings", TEAM),
    ("Archived cards", ARCHIVED),
    ("Forms", FORM),
    ("Finding", PALETTE),
    ("Help", HELP),
    ("Lines and questions", LINE),
)
