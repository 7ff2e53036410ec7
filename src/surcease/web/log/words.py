"""An entry in words, as the log page lists it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from surcease.diary.moment import read_iso
from surcease.formulary.wording import unit_in_words
from surcease.web.log.choices import name_of

type Cells = Mapping[str, str]

_LONGEST_NOTE = 80


def in_words(kind: str, cells: Cells) -> str:
    return _IN_WORDS[kind](cells)


def has_words(kind: str) -> bool:
    return kind in _IN_WORDS


def amount_in_words(amount: str, unit: str) -> str:
    return " ".join(filter(None, (amount, unit_in_words(unit))))


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _attack(cells: Cells) -> str:
    kinds = {"shadow": _("Shadow")}
    sides = {"left": _("left"), "right": _("right"), "both": _("both sides")}
    pain = cells.get("intensity", "")
    return _joined(
        kinds.get(cells.get("kind", ""), _("Attack")),
        _("pain %(pain)s") % {"pain": pain} if pain else "",
        sides.get(cells.get("side", ""), ""),
        _lasted(cells),
    )


def _lasted(cells: Cells) -> str:
    if not cells.get("ended_at"):
        return _("no end yet")
    span = read_iso(cells["ended_at"]) - read_iso(cells["started_at"])
    return _("%(minutes)s min") % {"minutes": round(span.total_seconds() / 60)}


def _dose(cells: Cells) -> str:
    amount = amount_in_words(cells.get("amount", ""), cells.get("unit", ""))
    return _joined(name_of(cells["treatment"]), amount, cells.get("site", ""))


def _regimen(cells: Cells) -> str:
    amount = amount_in_words(cells["amount_per_day"], cells.get("unit", ""))
    until = cells.get("to_on", "")
    return _joined(
        name_of(cells["treatment"]),
        _("%(what)s a day") % {"what": amount},
        _("until %(day)s") % {"day": until} if until else "",
    )


def _day(cells: Cells) -> str:
    count = cells.get("attacks", "")
    if count == "0":
        return _("No attack")
    return _("%(attacks)s attacks") % {"attacks": count} if count else _("Day not known")


def _lab(cells: Cells) -> str:
    value = " ".join(filter(None, (cells["value"], cells.get("unit", ""))))
    return _joined(cells["test"], cells.get("assay", ""), value)


def _symptom(cells: Cells) -> str:
    return _("Noticed: %(what)s") % {"what": cells["symptom"]}


def _note(cells: Cells) -> str:
    text = cells["note"]
    short = text if len(text) <= _LONGEST_NOTE else f"{text[:_LONGEST_NOTE].rstrip()}…"
    return _("Note: %(what)s") % {"what": short}


_IN_WORDS: Mapping[str, Callable[[Cells], str]] = {
    "attacks": _attack,
    "doses": _dose,
    "regimens": _regimen,
    "days": _day,
    "labs": _lab,
    "symptoms": _symptom,
    "notes": _note,
}
