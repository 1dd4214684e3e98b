"""The shapes of `--json` for values, kudos, the pulse and the days to come.

    value     {"values": [value]}; of its other verbs {"value": value, "changed"}, of `ready` {"values",
              "changed"}, where it is {"number", "name", "about", "practice": [text], "archived_at"}
    kudos     {"kudos": [kudos]}; of those that give or take back {"kudos": kudos, "changed"}, where they are
              {"number", "giver", "people": [login], "roles": [name], "value": its name, or null, "words",
              "at", "post": number of the post, or null, "archived_at"}; mine {"came_in": [kudos],
              "went_out": [kudos]}; quiet {"days", "people": [{"login", "days": since the last, or null}]}
    pulse     {"week": its Monday, "question": question or null, "answered": whether you have, "answers":
              how many have, null below five, "changed"}
    pulse results  {"results": [{"week", "question", "counts": how many answered 1, 2, 3, 4 and 5, "answers",
              "mean", "sentences": in the order of the alphabet, "too_few": answers that are not shown}]}
    pulse question  {"questions": [question]}; of its other verbs {"question": question, "changed"}, of
              `ready` {"questions", "changed"}, where it is {"number", "text", "low", "high", "archived_at"}
    days      {"days": [{"day", "what": birthday, anniversary, first day, new, holiday or away, "people":
              [login], "sentence"}]}

See `shapes` for the rest.
"""

from __future__ import annotations

from store.culture.asking import questions
from store.culture.pulse import Result
from store.culture.values import values
from store.models import Kudos, PulseQuestion, Role, Value
from store.team import Team
from tui.commands.answer import Json
from tui.commands.shapes import moment


def value_shape(value: Value) -> Json:
    """Something that the team holds dear."""
    return {
        "number": value.id,
        "name": value.name,
        "about": value.about,
        "practice": list(value.practice),
        "archived_at": moment(value.archived_at),
    }


def values_shape(team: Team) -> list[Json]:
    """All of them."""
    return [value_shape(value) for value in values(team)]


def kudos_shape(team: Team, kudos: Kudos) -> Json:
    """A thank-you."""
    roles = (team.find(Role, number) for number in kudos.roles)
    value = team.find(Value, kudos.value) if kudos.value is not None else None
    return {
        "number": kudos.id,
        "giver": kudos.giver,
        "people": list(kudos.people),
        "roles": [role.name for role in roles if role],
        "value": value.name if value else None,
        "words": kudos.words,
        "at": moment(kudos.at),
        "post": kudos.post,
        "archived_at": moment(kudos.archived_at),
    }


def question_shape(question: PulseQuestion) -> Json:
    """What the pulse asks."""
    return {
        "number": question.id,
        "text": question.text,
        "low": question.low or None,
        "high": question.high or None,
        "archived_at": moment(question.archived_at),
    }


def questions_shape(team: Team) -> list[Json]:
    """All that are asked."""
    return [question_shape(one) for one in questions(team)]


def result_shape(team: Team, result: Result) -> Json:
    """What a week's question brought."""
    question = team.find(PulseQuestion, result.question)
    return {
        "week": result.week.isoformat(),
        "question": question.text if question else None,
        "counts": list(result.counts),
        "answers": result.count,
        "mean": round(result.mean, 2) if result.mean is not None else None,
        "sentences": list(result.sentences),
        "too_few": result.too_few,
    }
