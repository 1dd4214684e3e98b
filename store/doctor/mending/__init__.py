"""What can be mended without a person's decision. Nothing that people did is touched.

Every mend is safe to be killed at any step and to be done by two at once: it makes what is whole first, and
gives it its name in one step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from store.doctor.mending.access import access
from store.doctor.mending.mend import Mend
from store.doctor.mending.published import published
from store.doctor.mending.scraps import scraps
from store.doctor.mending.states import states
from store.doctor.patient import Patient
from store.errors import NotFound, StorageError
from store.log.disk import explain
from store.log.layout import Format, data_folder

__all__ = ["Mend", "Mended", "mend", "mends"]

_KINDS: tuple[Callable[[Patient], Iterator[Mend]], ...] = (access, scraps, states, published)
"""In the order in which they are done: who cannot get at the files can mend nothing in them."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of one mend."""

    about: str
    sentence: str
    is_done: bool


def mends(patient: Patient) -> tuple[Mend, ...]:
    """What can be mended; nothing is written. What cannot even be looked at is the examination's to tell."""
    patient = _with_form(patient)
    if patient.form is None:
        return ()
    found: list[Mend] = []
    for kind in _KINDS:
        try:
            found.extend(kind(patient))
        except (StorageError, OSError):
            continue
    return tuple(found)


def mend(patient: Patient) -> tuple[Mended, ...]:
    """Mend what can be mended, one kind after the other; a sentence for each, also for what went wrong."""
    patient = _with_form(patient)
    done: list[Mended] = []
    for kind in _KINDS if patient.form else ():
        try:
            done += [_done(found, patient) for found in kind(patient)]
        except StorageError as error:
            done.append(Mended("repair", str(error), is_done=False))
        except OSError as error:
            done.append(Mended("repair", str(explain(error, patient.folder)), is_done=False))
    return tuple(done)


def _done(found: Mend, patient: Patient) -> Mended:
    try:
        return Mended(found.about, found.act() or found.did, is_done=True)
    except StorageError as error:
        return Mended(found.about, f"Not mended: {found.would} {error}", is_done=False)
    except OSError as error:
        reason = explain(error, patient.folder)
        return Mended(found.about, f"Not mended: {found.would} {reason}", is_done=False)


def _with_form(patient: Patient) -> Patient:
    try:
        return replace(patient, form=Format.read(patient.disk, data_folder(patient.folder)))
    except (NotFound, StorageError, OSError):
        return patient
