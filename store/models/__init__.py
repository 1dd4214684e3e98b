"""The documents, one module per subject, and the tables they live in."""

from __future__ import annotations

from store.models.activity import Activity
from store.models.base import Document, is_empty
from store.models.board import ChecklistItem, Column, ColumnKind, Comment, Priority, Task
from store.models.duties import Absence, AbsenceKind, Duty, Handover, Responsibility
from store.models.filters import SavedFilter
from store.models.goals import (
    CLOSED,
    CheckIn,
    Direction,
    Goal,
    GoalState,
    KeyResult,
    Measured,
    Milestone,
    Remark,
    Source,
)
from store.models.news import Acknowledgement, Post, PostKind, Reaction, ReadState, Reply, Sign
from store.models.part import Fields, Part, Raw
from store.models.people import COLOURS, Member, Role, Share
from store.models.playbooks import Doer, Freeze, Playbook, PlaybookKind, PlaybookRun, Routine, Shift, Step
from store.models.settings import SETTINGS_ID, Settings
from store.models.standup import Answer, Note, NoteKind, Question, Round, StandupOrder, Update
from store.models.tags import Tag
from store.models.training import (
    LEVELS,
    Assessment,
    Budget,
    LearningItem,
    LearningKind,
    LearningState,
    Skill,
    Target,
)
from store.models.unfit import Problem, Unfit

TABLES: dict[str, type[Document]] = {
    "settings": Settings,
    "members": Member,
    "roles": Role,
    "columns": Column,
    "tasks": Task,
    "comments": Comment,
    "filters": SavedFilter,
    "tags": Tag,
    "goals": Goal,
    "key_results": KeyResult,
    "check_ins": CheckIn,
    "remarks": Remark,
    "posts": Post,
    "replies": Reply,
    "reactions": Reaction,
    "acknowledgements": Acknowledgement,
    "read_states": ReadState,
    "updates": Update,
    "rounds": Round,
    "questions": Question,
    "responsibilities": Responsibility,
    "absences": Absence,
    "handovers": Handover,
    "playbooks": Playbook,
    "playbook_runs": PlaybookRun,
    "freezes": Freeze,
    "routines": Routine,
    "skills": Skill,
    "assessments": Assessment,
    "learning_items": LearningItem,
    "budgets": Budget,
}
"""TinyDB table name to the documents in it."""

REFERENCES: dict[str, dict[str, str]] = {
    "members": {"roles": "roles"},
    "tasks": {"role": "roles", "column": "columns", "depends_on": "tasks", "goal": "goals"},
    "comments": {"task": "tasks"},
    "goals": {"parent": "goals", "roles": "roles"},
    "key_results": {"goal": "goals"},
    "check_ins": {"goal": "goals", "result": "key_results"},
    "remarks": {"goal": "goals"},
    "posts": {"roles": "roles", "tasks": "tasks", "goals": "goals"},
    "replies": {"post": "posts"},
    "reactions": {"post": "posts", "reply": "replies"},
    "acknowledgements": {"post": "posts"},
    "updates": {"promised": "tasks"},
    "rounds": {"summary": "posts"},
    "roles": {"above": "roles"},
    "responsibilities": {"role": "roles"},
    "handovers": {
        "absence": "absences",
        "tasks": "tasks",
        "goals": "goals",
        "accountable": "responsibilities",
        "responsible": "responsibilities",
        "joint_tasks": "tasks",
        "joint_duties": "responsibilities",
    },
    "playbooks": {"role": "roles"},
    "playbook_runs": {"playbook": "playbooks", "goal": "goals", "tasks": "tasks"},
    "freezes": {"run": "playbook_runs"},
    "routines": {"role": "roles", "last_task": "tasks"},
    "assessments": {"skill": "skills", "item": "learning_items"},
    "learning_items": {"skill": "skills", "task": "tasks", "post": "posts"},
}
"""Table to its fields that hold a number (or numbers) of documents in another table."""

PART_REFERENCES: dict[str, dict[str, dict[str, str]]] = {
    "rounds": {"notes": {"task": "tasks"}},
    "members": {"shares": {"role": "roles"}},
    "playbooks": {"steps": {"role": "roles"}},
    "skills": {"targets": {"role": "roles"}},
}
"""The same for fields that hold a list of parts: the field, and in each part the field with the number."""

__all__ = [
    "CLOSED",
    "COLOURS",
    "LEVELS",
    "PART_REFERENCES",
    "REFERENCES",
    "SETTINGS_ID",
    "TABLES",
    "Absence",
    "AbsenceKind",
    "Acknowledgement",
    "Activity",
    "Answer",
    "Assessment",
    "Budget",
    "CheckIn",
    "ChecklistItem",
    "Column",
    "ColumnKind",
    "Comment",
    "Direction",
    "Document",
    "Doer",
    "Duty",
    "Fields",
    "Freeze",
    "Goal",
    "GoalState",
    "Handover",
    "KeyResult",
    "LearningItem",
    "LearningKind",
    "LearningState",
    "Measured",
    "Member",
    "Milestone",
    "Note",
    "NoteKind",
    "Part",
    "Playbook",
    "PlaybookKind",
    "PlaybookRun",
    "Post",
    "PostKind",
    "Priority",
    "Problem",
    "Question",
    "Raw",
    "Reaction",
    "ReadState",
    "Remark",
    "Reply",
    "Responsibility",
    "Role",
    "Round",
    "Routine",
    "SavedFilter",
    "Settings",
    "Share",
    "Shift",
    "Sign",
    "Skill",
    "Source",
    "StandupOrder",
    "Step",
    "Tag",
    "Target",
    "Task",
    "Unfit",
    "Update",
    "is_empty",
]
