"""An entry in words, as every page lists it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from surcease.diary import DiaryError
from surcease.diary.moment import read_iso
from surcease.formulary.wording import treatment_in_words, unit_in_words

type Cells = Mapping[str, str]

STILL_RUNNING = timedelta(days=1)
"""For so long after its start an attack without an end may be one that goes on."""

_LONGEST_NOTE = 80


def in_words(kind: str, cells: Cells) -> str:
    """Say what an entry is in one line: what was asked for, not what was noted beside it."""
    return joined(*_IN_WORDS[kind](cells))


def joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def shortened(note: str) -> str:
    return note if len(note) <= _LONGEST_NOTE else f"{note[:_LONGEST_NOTE].rstrip()}…"


def day_in_words(text: str) -> str:
    """Write a civil day for people; one that cannot be read stays as it is."""
    try:
        return date_format(date.fromisoformat(text), "j M Y")
    except ValueError:
        return text


def _attack(cells: Cells) -> Iterator[str]:
    sides = {"left": _("left"), "right": _("right"), "both": _("both sides")}
    side, pain = cells.get("side", ""), cells.get("intensity", "")
    yield _("Shadow") if cells.get("kind") == "shadow" else _("Attack")
    yield _("pain %(pain)s") % {"pain": pain} if pain else ""
    yield sides.get(side, side)
    yield _lasted(cells)


def _lasted(cells: Cells) -> str:
    began, ended = _instant(cells, "started_at"), _instant(cells, "ended_at")
    if began and ended:
        return _("%(minutes)s min") % {"minutes": round((ended - began).total_seconds() / 60)}
    return _("no end yet") if began and timezone.now() - began < STILL_RUNNING else ""


def _instant(cells: Cells, name: str) -> datetime | None:
    """Read an instant; of a deleted entry nobody asked whether a diary could hold it."""
    try:
        read = read_iso(cells.get(name, ""))
    except DiaryError:
        return None
    return read if read.tzinfo else None


def _dose(cells: Cells) -> Iterator[str]:
    yield _treatment(cells)
    yield _amount(cells)
    yield cells.get("site", "")


def _treatment(cells: Cells) -> str:
    return treatment_in_words(cells.get("treatment", ""))


def _amount(cells: Cells, name: str = "amount") -> str:
    return " ".join(filter(None, (cells.get(name, ""), unit_in_words(cells.get("unit", "")))))


def _regimen(cells: Cells) -> Iterator[str]:
    yield _treatment(cells)
    yield _("%(what)s a day") % {"what": _amount(cells, "amount_per_day")}
    yield _until(cells.get("to_on", ""))


def _until(day: str) -> str:
    return _("until %(day)s") % {"day": day_in_words(day)} if day else ""


def _day(cells: Cells) -> Iterator[str]:
    attacks = cells.get("attacks", "")
    if attacks == "0":
        yield _("No attack")
    else:
        yield _("Attacks: %(number)s") % {"number": attacks} if attacks else _("Day not known")


def _lab(cells: Cells) -> Iterator[str]:
    yield cells.get("test", "")
    yield cells.get("assay", "")
    yield _amount(cells, "value")


def _symptom(cells: Cells) -> Iterator[str]:
    yield _("Noticed: %(what)s") % {"what": cells.get("symptom", "")}


def _note(cells: Cells) -> Iterator[str]:
    yield _("Note: %(what)s") % {"what": shortened(cells.get("note", ""))}


def _ecg(cells: Cells) -> Iterator[str]:
    yield _("ECG")
    yield cells.get("findings", "")


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
    "symptoms": _symptom,
    "notes": _note,
    "ecgs": _ecg,
    "conditions": _stretch("condition"),
    "medicines": _stretch("medicine"),
    "coverage": _stretch(""),
    "journeys": _stretch("zone"),
}
