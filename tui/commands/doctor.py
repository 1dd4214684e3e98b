"""`tagwerk doctor`: whether a folder is fit, healthy, and not too open; `--repair` mends what it can."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from store.doctor import Finding, Mended, Sign, examine, mendable
from store.doctor import repair as mend
from store.rules.words import counted
from store.setup import suitable_claim
from tui.commands.answer import Json
from tui.commands.call import Call
from widgets.cells import paragraphs

_SIGNS = {Sign.OK: "ok      ", Sign.NOTE: "note    ", Sign.PROBLEM: "PROBLEM "}
_MENDED = "mended  "
_READABLE = 100
T = TypeVar("T")


def run(call: Call, *, folder: str | None, repair: bool) -> Diagnosis:
    """Examine a folder, with `repair` after mending it; exit status 1 when there is a problem."""
    world = call.world
    place = call.folder_or_here(folder).absolute()

    def asked(question: Callable[..., tuple[T, ...]]) -> tuple[T, ...]:
        return question(place, suitable=suitable_claim, disk=world.disk, local=world.local, now=world.now)

    mended = asked(mend) if repair else ()
    found = asked(examine)
    return Diagnosis(found, mended, () if repair else asked(mendable))


@dataclass(frozen=True)
class Diagnosis:
    """What was found."""

    findings: tuple[Finding, ...]
    mended: tuple[Mended, ...] = ()
    """What was mended, and what could not be."""
    mendable: tuple[str, ...] = ()
    """What could be mended."""

    @property
    def problems(self) -> int:
        """How many findings need somebody."""
        return sum(finding.sign is Sign.PROBLEM for finding in self.findings)

    @property
    def status(self) -> int:
        """0 when all is well, 1 when there is a problem."""
        return int(self.problems > 0)

    def lines(self, width: int | None) -> Iterator[str]:
        """A sign and a sentence each, with what to do below it."""
        for finding in self.findings:
            texts = [finding.sentence, finding.advice] if finding.advice else [finding.sentence]
            yield from _signed(_SIGNS[finding.sign], texts, width)
        if self.mended or self.mendable:
            yield ""
        for mended in self.mended:
            yield from _signed(_MENDED if mended.is_done else _SIGNS[Sign.PROBLEM], [mended.sentence], width)
        if self.mendable:
            yield "“tagwerk doctor --repair” would:"
            for sentence in self.mendable:
                yield from _signed("  ", [sentence], width)
        yield ""
        yield f"{counted(self.problems, 'problem')}." if self.problems else "All is well."

    def document(self) -> Json:
        """`{"ok", "findings": [{"sign", "about", "sentence", "advice"}], "mended": [{"about", "sentence",
        "done"}], "mendable": [a sentence]}`."""
        findings = [
            {"sign": f.sign.value, "about": f.about, "sentence": f.sentence, "advice": f.advice}
            for f in self.findings
        ]
        mended = [{"about": m.about, "sentence": m.sentence, "done": m.is_done} for m in self.mended]
        return {
            "ok": not self.problems,
            "findings": findings,
            "mended": mended,
            "mendable": list(self.mendable),
        }


def _signed(sign: str, texts: list[str], width: int | None) -> Iterator[str]:
    """Sentences behind a sign; in a pipe each of them stays on one line."""
    room = max(20, min(width or _READABLE, _READABLE) - len(sign))
    # Commands in advice stay on one line, to be copied.
    lines = [line for text in texts for line in ([text] if width is None else paragraphs(text, room))]
    for number, line in enumerate(lines):
        yield f"{sign if number == 0 else ' ' * len(sign)}{line}"
