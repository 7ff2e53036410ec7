"""Entries as the history lists them: when, what, and what was said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surcease.diary import DiaryError
from surcease.diary.moment import read_iso
from surcease.formulary import treatment_named
from surcease.formulary.wording import unit_in_words
from surcease.web.record.models import Entry

type Cells = Mapping[str, str]

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
_LONGEST_NOTE = 80


@dataclass(frozen=True, slots=True)
class Line:
    """One entry in words; `when` on the clock that it was lived by."""

    id: UUID
    when: str
    kind: str | Promise
    text: str


def line_of(entry: Entry) -> Line:
    said = " · ".join(filter(None, _IN_WORDS[entry.kind](entry.cells)))
    note = _shortened(entry.cells.get("notes", ""))
    text = " · ".join(filter(None, (said, note)))
    return Line(entry.id, _when(entry.cells), KIND_NAMES[entry.kind], text)


def _when(cells: Cells) -> str:
    for name in (*_INSTANTS, *_DAYS):
        if text := cells.get(name):
            return _written(text, with_time=name in _INSTANTS)
    return ""


def _written(text: str, *, with_time: bool) -> str:
    try:
        when: datetime | date = read_iso(text) if with_time else date.fromisoformat(text)
    except (DiaryError, ValueError):
        return text
    return date_format(when, "j M Y, H:i" if with_time else "j M Y")


def _shortened(note: str) -> str:
    return note if len(note) <= _LONGEST_NOTE else f"{note[:_LONGEST_NOTE].rstrip()}…"


def _amount(cells: Cells, name: str = "amount") -> str:
    return " ".join(filter(None, (cells.get(name, ""), unit_in_words(cells.get("unit", "")))))


def _treatment(cells: Cells) -> str:
    written = cells.get("treatment", "")
    known = treatment_named(written)
    return known.name if known else written


def _attack(cells: Cells) -> Iterator[str]:
    yield _("Shadow") if cells.get("kind") == "shadow" else _("Attack")
    if pain := cells.get("intensity"):
        yield _("pain %(pain)s") % {"pain": pain}
    yield cells.get("side", "")
    yield _lasted(cells)
    yield cells.get("symptoms", "").replace(";", ", ")


def _lasted(cells: Cells) -> str:
    if not cells.get("ended_at"):
        return ""
    span = read_iso(cells["ended_at"]) - read_iso(cells["started_at"])
    return _("%(minutes)s min") % {"minutes": f"{span.total_seconds() / 60:.0f}"}


def _dose(cells: Cells) -> Iterator[str]:
    yield _treatment(cells)
    yield _amount(cells)
    yield cells.get("site", "")


def _regimen(cells: Cells) -> Iterator[str]:
    yield _treatment(cells)
    yield _("%(amount)s a day") % {"amount": _amount(cells, "amount_per_day")}
    yield _until(cells.get("to_on", ""))
    yield cells.get("reason_stopped", "")


def _until(day: str) -> str:
    return _("until %(day)s") % {"day": _written(day, with_time=False)} if day else ""


def _day(cells: Cells) -> Iterator[str]:
    attacks = cells.get("attacks", "")
    if attacks == "0":
        yield _("No attack")
    else:
        yield _("Attacks: %(number)s") % {"number": attacks} if attacks else _("Not known")


def _lab(cells: Cells) -> Iterator[str]:
    yield cells.get("test", "")
    yield cells.get("assay", "")
    yield _amount(cells, "value")


def _ecg(cells: Cells) -> Iterator[str]:
    yield _("ECG")
    yield cells.get("findings", "")


def _note(cells: Cells) -> Iterator[str]:
    yield _shortened(cells.get("note", ""))


def _stretch(name: str) -> Callable[[Cells], Iterator[str]]:
    def words(cells: Cells) -> Iterator[str]:
        yield cells.get(name, "")
        yield _until(cells.get("to_on", "") or cells.get("to", ""))

    return words


_IN_WORDS: Mapping[str, Callable[[Cells], Iterator[str]]] = {
    "attacks": _attack,
    "doses": _dose,
    "regimens": _regimen,
    "days": _day,
    "labs": _lab,
    "symptoms": _stretch("symptom"),
    "notes": _note,
    "ecgs": _ecg,
    "conditions": _stretch("condition"),
    "medicines": _stretch("medicine"),
    "coverage": _stretch(""),
    "journeys": _stretch("zone"),
}
