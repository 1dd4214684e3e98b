"""The shapes of `--json`. They are stable: keys are added, never renamed, and every key is always there.

    task      {"number", "title", "column", "kind", "role", "assignees", "priority", "due", "start",
               "estimate", "tags", "blocked", "overdue", "steps", "steps_done", "comments", "created_at",
               "created_by", "started_at", "finished_at", "archived_at"}
    add       {"task": task, "hint": a sentence about what who does it could learn, or null}
    list      {"tasks": [task]}
    show      {"task": task and "description", "checklist", "depends_on", "links",
               "comments": [comment], "history": [{"number", "at", "by", "label"}]}
    move      {"task": task, "changed": whether anything did}, and so `done`
    edit      {"tasks": [task], "changed", "hint": as of `add`}, and so `assign`
    block     {"task": task, "changed"}, and so `unblock` and `hand-over`; `order` also "place": from 1, "of":
              how many stand in its column and role; `depend` also "depends_on": [number]
    duplicate {"task": the copy, "of": number, "hint"}
    check     {"number", "title", "steps": [step]}; of its verbs {"task": task, "steps": [step], "changed"},
              where a step is {"step": its place, from 1, "text", "done"}
    brief     {"person", "day", "overdue": [task], "due": [task], "blocked": [task], "in_work": [task],
              "mentions": [comment], "check_ins_owed": [goal], "goals_in_trouble": [goal],
              "away": [{"login", "until", "cover"}], "to_take_back": [handover], "update_owed",
              "levels_to_confirm": [level], "certificates": [level], "learning_due": [item],
              "incidents": [post], "acknowledgements_owed": [post], "unread_news": {"count", "newest":
              [post]}, "news_mentions": [{"post", "reply": its number, or null where the post itself names
              the person, "author", "text", "at"}], "readings_owed": [{"kpi": number, "name", "periods":
              [first days]}], "reviews_owed": [{"number", "title", "review_on"}], "kpis_to_adjust": [{"kpi":
              number, "name", "readings_in_a_row"}],
              "kudos": [kudos] that the person was not told of yet, "pulse_question": this week's as long as
              she has not answered it, or null, "today": [a sentence for each thing to celebrate]
              For who leads a role "findings": {"count", "gravest": finding}, else null
    findings  {"findings": [finding], "found": how many there are in all}, where it is {"kind", "gravity",
              "about": {"table", "number", "person"}, "sentence", "advice", "mend", "people", "roles":
              [name], "cards": [number]}
    kpi, adjustment  see `kpi_shapes` and `adjustment_shapes`
    report, export, chart  see `output`
    comment   {"comment": {"number", "task", "author", "text", "at", "edited_at", "mentions"}}
    filter    {"filters": [filter]}, `add` and `remove` {"filter": {"number", "name", "query", "key"}}
    member    {"member": {"login", "name", "initials", "roles", "time_zone", "hours": a week, or null for the
              team's, "working_days": none for the team's, "works_from", "works_until", "shares": [{"role",
              "percent"}], "joined_on", "left_at", "birthday": like 03-21, "pronouns", "spoken",
              "holidays": calendars, none for the team's}}, `list` {"members": [member]}
    member    of `edit`, `leave` and `back`: {"member": member, "changed": whether anything did}
    archive   {"task": task}, and so `restore`
    settings  {"settings": {"name", "time_zone", "stale_after", "working_days", "standup_seconds",
              "standup_order", "hours_per_week", "accountable_limit", "currency", "holidays"}, "changed"}
    standup   {"day", "since", "draft": {"done", "now", "blockers": [{"text", "task"}]}, "update": update or
              null, "questions": [question], "posted": whether this call did}, where an update is {"number",
              "day", "author", "done", "now", "blockers", "promised", "answers": [{"question", "text"}],
              "posted_at", "edited_at", "late"}; --show {"day", "updates": [update], "missing": [login]}
    standup   --participation {"since", "weeks", "rounds", "members": [{"login", "rounds", "turns", "updates",
              "unheard"}], "recurring": [{"task", "title", "people", "updates"}]}
    standup question  {"questions": [question]}; of its other verbs {"question": question, "changed"}, where
              it is {"number", "text", "weekdays", "archived_at"}
    standup round  {"round": round, or null where there was none today}; of its verbs {"round": round,
              "changed"}, of `card` also "task": task. A round is {"number", "day", "started_at",
              "started_by", "speaking", "since", "waiting": [login], "spoken": [login], "absent": [login],
              "notes": [{"number": its place, "id": which stays, "kind": "decision" or "parked", "text",
              "people", "author", "at", "task": number of its card}], "ended_at", "summary": number of the
              post}
    absence   {"absences": [absence]}; of its other verbs {"absence": absence, "changed"}, where it is
              {"number", "person", "start", "end", "kind", "cover", "note", "created_by", "archived_at"}
    workload  {"weeks": [the Monday of each], "people": [{"login", "weeks": [load]}], "roles": [{"number",
              "name", "weeks": [load]}], "cards", "guessed": those without an estimate, "unknown": those of
              them that count nothing}, where a load is {"hours", "capacity", "away": working days, "over",
              "cards": [{"number", "hours"}]}
    handover  {"handovers": [handover]}; `give` {"things": [thing and "receiver"], "handovers", "changed"};
              `back` {"handover", "back": [thing], "left": [thing and "why"], "changed"}, where a handover is
              {"number", "giver", "receiver", "absence", "things", "at", "by", "back_at"}, and a thing {"has":
              card, goal, accountable or responsible, "number", "name"}
    column    {"columns": [column]}; of its other verbs {"column": column, "changed"}, where it is {"number",
              "name", "kind", "cards", "limit", "policy", "archived_at"}
    role      {"roles": [role]}; of its other verbs {"role": role, "changed"}, where it is {"number", "name",
              "lead", "deputy", "people", "colour", "limit", "in_work", "mission", "responsibilities",
              "decisions", "kpis", "department", "above", "archived_at"}
    responsibility  {"responsibilities": [responsibility]}; of its other verbs {"responsibility":
              responsibility, "changed"}, where it is {"number", "name", "details", "role", "accountable":
              [login], "responsible", "consulted", "informed", "archived_at"}
    whois     {"question", "found": [thing], "nearest": [thing], which is empty where something was found},
              where a thing is {"kind": "responsibility", "decision", "kpi" or "role", "name", "number": of
              the responsibility, or null, "role", "fit": 0 to 1, "why", "accountable": [presence],
              "responsible": [presence], "otherwise": [presence] whom to ask where nobody is named}, and a
              presence {"login", "away_until": the last day, or null while there, "covered_by"}
    tag       {"tags": [tag]}; of its other verbs {"tag": tag, "changed"}, where it is {"name", "agreed",
              "colour", "description", "cards", "archived_at"}
    log       {"commits": [commit]}, where it is {"number", "at", "by", "login", "label", "changes":
              [change]}, and a change {"table", "number", "before", "after"}; before is null for what is
              new, after for what was removed
    as-of     {"number", "commit": the last commit by then, or null, "exported": the file, or null,
              "tasks": [task]}
    restore   with --from {"from", "done", "before": the newest commit before it was done, or null, "changes":
              [change], "newer": [{"table", "number"}] for what came since, "problems": [a sentence]}
    backup    {"folder", "backups": [{"file", "at", "daily", "size": in bytes}]}; `now` {"file", "number"}
    news      {"posts": [post], "found": how many there are, also beyond --limit}, where a post is {"number",
              "kind", "title", "author", "at", "edited_at", "roles", "people", "mentions", "pinned_until",
              "acknowledge_by", "owed", "unread", "unread_replies", "replies": how many, "open_incident",
              "outcome", "closed_at", "closed_by", "archived_at"}; owed and unread are the caller's.
              With --all-read {"marked": how many, "changed"}
    post      {"post": post and "body", "tasks", "goals", "reactions": [{"sign", "people"}], "replies":
              [reply], "acknowledged_at": the caller's, "acknowledged": [{"login", "at",
              "before_edit": whether the post was changed since}], "owing": [login]}; of its verbs that change
              one also "changed". The last two are null where nobody has to acknowledge it, or the caller
              neither wrote it nor leads a role
    reply     {"reply": {"number", "post", "author", "text", "at", "edited_at", "mentions", "reminder":
              whether it asks those it mentions to acknowledge the post, "unread", "reactions"}}; `edit-reply`
              also "changed"
    skill, level, learn, budget, training, whohelps: see `skill_shapes`
    error     {"error": a sentence, "kind": "Refused", "NotFound", …, "waiting": whether the change is kept}

Times are ISO 8601 in UTC, days are ISO dates, hours are numbers, columns and roles are names, people are
logins. What is not known is null.
"""

from __future__ import annotations

from datetime import date, datetime

from store.models import Activity, Comment, Member, SavedFilter, Task
from store.team import Team
from store.text import clean_line
from tui.commands.answer import Json
from tui.settings.looks import DAYS


def task_shape(team: Team, task: Task, today: date) -> Json:
    """A task as one of many."""
    places = Places(team)
    return places.task(task, today)


class Places:
    """Names of columns and roles by number, looked up once for many tasks."""

    def __init__(self, team: Team) -> None:
        self._team = team
        self._columns: dict[int, tuple[str, str | None]] = {
            c.id: (c.name, c.kind.value) for c in team.columns
        }
        self._roles: dict[int | None, str | None] = {role.id: role.name for role in team.roles}

    def column(self, task: Task) -> tuple[str, str | None]:
        """Name and kind of a task's column."""
        return self._columns.get(task.column, ("", None))

    def role(self, task: Task) -> str:
        """Name of a task's role; empty when it is nobody's."""
        return self._roles.get(task.role) or ""

    def task(self, task: Task, today: date) -> dict[str, object]:
        """A task as one of many."""
        column, kind = self.column(task)
        return {
            "number": task.id,
            "title": task.title,
            "column": column or None,
            "kind": kind,
            "role": self.role(task) or None,
            "assignees": list(task.assignees),
            "priority": task.priority.value,
            "due": _day(task.due),
            "start": _day(task.start),
            "estimate": task.estimate,
            "tags": list(task.tags),
            "blocked": task.blocked or None,
            "overdue": task.is_overdue(today),
            "steps": len(task.checklist),
            "steps_done": task.steps_done,
            "comments": len(self._team.index.comments.get(task.id, ())),
            "created_at": moment(task.created_at),
            "created_by": task.created_by or None,
            "started_at": moment(task.started_at),
            "finished_at": moment(task.finished_at),
            "archived_at": moment(task.archived_at),
        }


def whole_task_shape(team: Team, task: Task, history: tuple[Activity, ...], today: date) -> Json:
    """A task with everything in it."""
    return {
        **task_shape(team, task, today),
        "description": task.description,
        "checklist": [{"text": item.text, "done": item.done} for item in task.checklist],
        "depends_on": list(task.depends_on),
        "links": list(task.links),
        "comments": [comment_shape(comment) for comment in team.comments(task.id)],
        "history": [activity_shape(activity) for activity in history],
    }


def comment_shape(comment: Comment) -> Json:
    """What somebody said."""
    return {
        "number": comment.id,
        "task": comment.task,
        "author": comment.author,
        "text": comment.text,
        "at": moment(comment.at),
        "edited_at": moment(comment.edited_at),
        "mentions": list(comment.mentions),
    }


def activity_shape(activity: Activity) -> Json:
    """What somebody did."""
    by, label = clean_line(activity.by), clean_line(activity.label)
    return {"number": activity.number, "at": moment(activity.at), "by": by, "label": label}


def member_shape(team: Team, member: Member) -> Json:
    """Somebody in the team."""
    names = {role.id: role.name for role in team.roles}
    return {
        "login": member.login,
        "name": member.name,
        "initials": member.short,
        "roles": [names[id] for id in member.roles if id in names],
        "time_zone": member.time_zone,
        "hours": member.hours,
        "working_days": [DAYS[day] for day in sorted(set(member.working_days))],
        "works_from": member.works_from or None,
        "works_until": member.works_until or None,
        "shares": [{"role": names[s.role], "percent": s.percent} for s in member.shares if s.role in names],
        "joined_on": member.joined_on.isoformat() if member.joined_on else None,
        "left_at": moment(member.left_at),
        "birthday": member.birthday or None,
        "pronouns": member.pronouns or None,
        "spoken": member.spoken or None,
        "holidays": list(member.holidays),
    }


def filter_shape(kept: SavedFilter) -> Json:
    """A filter that the team keeps."""
    return {"number": kept.id, "name": kept.name, "query": kept.query, "key": kept.key or None}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def moment(when: datetime | None) -> str | None:
    """A time as JSON has it."""
    return when.isoformat(timespec="seconds").replace("+00:00", "Z") if when else None
