"""Amounts and times as findings say them."""

from __future__ import annotations

from datetime import date, timedelta

from surcease.formulary import Fact
from surcease.formulary.wording import unit_in_words
from surcease.language import gettext as _
from surcease.language import gettext_noop


def amount_in_words(amount: float, unit: str) -> str:
    return f"{amount:g} {unit_in_words(unit)}"


def fact_number(fact: Fact) -> float:
    """Return the number of a fact that is one."""
    if isinstance(fact.value, str):
        raise TypeError(f"{fact.value!r} is no number")
    return fact.value


MONTHS = (
    gettext_noop("Jan"),
    gettext_noop("Feb"),
    gettext_noop("Mar"),
    gettext_noop("Apr"),
    gettext_noop("May"),
    gettext_noop("Jun"),
    gettext_noop("Jul"),
    gettext_noop("Aug"),
    gettext_noop("Sep"),
    gettext_noop("Oct"),
    gettext_noop("Nov"),
    gettext_noop("Dec"),
)


def filled(text: str, **places: str | float | date) -> str:
    """Put words, numbers and days into the named places of a sentence."""
    return text.format(**{name: _as_written(each) for name, each in places.items()})


def _as_written(value: str | float | date) -> str:
    if isinstance(value, date):
        return dated(value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def dated(on: date) -> str:
    return f"{on.day} {_(MONTHS[on.month - 1])} {on.year}"


def gap_in_words(gap: timedelta) -> str:
    minutes, seconds = divmod(int(gap.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [
        (hours, unit_in_words("h")),
        (minutes, unit_in_words("min")),
        (seconds, unit_in_words("s")),
    ]
    return " ".join(f"{value} {unit}" for value, unit in parts if value) or _("no time")
