"""Entries as the history lists them: when, what, and what was said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from surcease.diary import DiaryError
from surcease.diary.moment import read_iso
from surcease.web.record.in_words import Cells, day_in_words, in_words, joined, shortened
from surcease.web.record.models import Entry

KIND_NAMES: Mapping[str, str | Promise] = {
    "attacks": gettext_lazy("Attacks"),
    "doses": gettext_lazy("Doses"),
    "regimens": gettext_lazy("Daily treatments"),
    "days": gettext_lazy("Whole days"),
    "labs": gettext_lazy("Laboratory values"),
    "symptoms": gettext_lazy("Side effects and signs"),
    "notes": gettext_lazy("Notes of their own"),
    "ecgs": gettext_lazy("ECGs"),
    "conditions": gettext_lazy("Health"),
    "medicines": gettext_lazy("Other medicines"),
    "coverage": gettext_lazy("Times when everything was written down"),
    "journeys": gettext_lazy("Journeys"),
}

_INSTANTS = ("started_at", "given_at", "taken_at", "noticed_at", "noted_at")
_DAYS = ("on", "from_on", "from")


@dataclass(frozen=True, slots=True)
class Line:
    """One entry in words; `when` on the clock that it was lived by."""

    id: UUID
    when: str
    kind: str | Promise
    text: str


def line_of(entry: Entry) -> Line:
    text = joined(in_words(entry.kind, entry.cells), *_noted_beside(entry.cells))
    return Line(entry.id, _when(entry.cells), KIND_NAMES[entry.kind], text)


def _noted_beside(cells: Cells) -> tuple[str, ...]:
    """Return what the first page, which others may see, does not show."""
    symptoms = cells.get("symptoms", "").replace(";", ", ")
    return symptoms, cells.get("reason_stopped", ""), shortened(cells.get("notes", ""))


def _when(cells: Cells) -> str:
    for name in _INSTANTS:
        if text := cells.get(name):
            return _instant_in_words(text)
    return next((day_in_words(cells[name]) for name in _DAYS if cells.get(name)), "")


def _instant_in_words(text: str) -> str:
    try:
        return date_format(read_iso(text), "j M Y, H:i")
    except DiaryError:
        return text
