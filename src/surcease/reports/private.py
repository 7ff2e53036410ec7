"""What is in a report only where the patient puts it in: notes, and thoughts of not living on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from surcease.diary import Diary
from surcease.formulary.ideation import speaks_so
from surcease.formulary.wording import treatment_in_words
from surcease.language import gettext as _


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the patient, the day they are of, and the kind of entry they stand in."""

    on: date
    place: str
    text: str


def notes(diary: Diary) -> tuple[Said, ...]:
    """Return every note by date, without those that speak of not wanting to live."""
    return tuple(each for each in _in_order(_notes(diary)) if not speaks_so(each.text))


def ideation(diary: Diary) -> tuple[Said, ...]:
    """Return what speaks of not wanting to live, in notes and symptoms, by date."""
    said = (*_notes(diary), *_symptoms(diary))
    return tuple(each for each in _in_order(said) if speaks_so(each.text))


def _in_order(said: Iterator[Said] | tuple[Said, ...]) -> list[Said]:
    return sorted((each for each in said if each.text.strip()), key=lambda each: each.on)


def _notes(diary: Diary) -> Iterator[Said]:
    for attack in diary.attacks:
        yield Said(attack.started_at.on, _("attack"), attack.notes)
    for dose in diary.doses:
        if dose.notes.strip():  # a name takes a while to recognise
            yield Said(dose.given_at.on, treatment_in_words(dose.treatment), dose.notes)
    for sign in diary.symptoms:
        yield Said(sign.noticed_at.on, _("symptom"), sign.notes)
    for ecg in diary.ecgs:
        yield Said(ecg.on, _("ECG"), ecg.notes)
    for note in diary.notes:
        yield Said(note.noted_at.on, _("note"), note.note)


def _symptoms(diary: Diary) -> Iterator[Said]:
    for attack in diary.attacks:
        for symptom in attack.symptoms:
            yield Said(attack.started_at.on, _("attack"), symptom)
    for sign in diary.symptoms:
        yield Said(sign.noticed_at.on, _("symptom"), sign.symptom)
