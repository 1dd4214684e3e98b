"""`tagwerk doctor`: whether a folder is fit, healthy, and not too open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from store.doctor import Finding, Sign, examine
from store.rules.words import counted
from store.setup import suitable_claim
from tui.commands.answer import Json
from tui.commands.call import Call
from widgets.cells import paragraphs

_SIGNS = {Sign.OK: "ok      ", Sign.NOTE: "note    ", Sign.PROBLEM: "PROBLEM "}
_READABLE = 100


def run(call: Call, *, folder: str | None) -> Diagnosis:
    """Examine a folder; exit status 1 when there is a problem."""
    world = call.world
    found = examine(
        call.folder_or_here(folder).absolute(),
        suitable=suitable_claim,
        disk=world.disk,
        local=world.local,
        now=world.now,
    )
    return Diagnosis(found)


@dataclass(frozen=True)
class Diagnosis:
    """What was found."""

    findings: tuple[Finding, ...]

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
            sign = _SIGNS[finding.sign]
            room = max(20, min(width or _READABLE, _READABLE) - len(sign))
            texts = [finding.sentence, finding.advice] if finding.advice else [finding.sentence]
            # Commands in advice stay on one line, to be copied.
            lines = [line for text in texts for line in ([text] if width is None else paragraphs(text, room))]
            for number, line in enumerate(lines):
                yield f"{sign if number == 0 else ' ' * len(sign)}{line}"
        yield ""
        yield f"{counted(self.problems, 'problem')}." if self.problems else "All is well."

    def document(self) -> Json:
        """`{"ok": …, "findings": [{"sign", "about", "sentence", "advice"}]}`."""
        findings = [
            {"sign": f.sign.value, "about": f.about, "sentence": f.sentence, "advice": f.advice}
            for f in self.findings
        ]
        return {"ok": not self.problems, "findings": findings}
