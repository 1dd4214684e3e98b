"""`tagwerk comment`: say something about a task."""

from __future__ import annotations

from store.models import Comment
from store.rules import comments
from tui.commands.answer import Said
from tui.commands.call import Call
from tui.commands.session import session
from tui.commands.shapes import comment_shape
from tui.commands.texts import text_or_input


def run(call: Call, *, number: int, text: list[str]) -> Said:
    """Comment on a task.

    Raises:
        Refused: the person is not in the team, there is no such task, or nothing is said.
        StorageError: the folder cannot be written.
    """
    with session(call) as opened:
        words = text_or_input(call, " ".join(text))
        change = comments.comment(opened.team, number, words, opened.member, opened.now)
        id = opened.commit(change)["comments", -1]
        said = opened.team.find(Comment, id)
        assert said is not None
        people = ", ".join(opened.team.name_of(login) for login in said.mentions)
        sentence = f"Commented on #{number}{f', mentioning {people}' if people else ''}."
        return Said((sentence,), {"comment": comment_shape(said)})
