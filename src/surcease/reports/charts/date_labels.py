"""Dates along an axis of time, in the reader's language."""

from __future__ import annotations

import json

from surcease.language import gettext as _
from surcease.reports import words

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WHOLE_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def date_labels() -> str:
    """Return the label of a date on an axis.

    Vega writes one in English, by how far apart two are: "2024", "March", "Mar 09", "Sat 09" or
    "06 AM". Each is looked up by the word in it.
    """
    whole = dict(zip(_WHOLE_MONTHS, words.whole_months(), strict=True))
    days = _months_with_day() | _weekdays_with_day()
    hours = {"AM": _("{hour} AM"), "PM": _("{hour} PM")}
    first, second = ("split(datum.label, ' ')[0]", "split(datum.label, ' ')[1]")
    return (
        f"{json.dumps(whole)}[datum.label]"
        f" || replace({json.dumps(days)}[{first}] || '', '{{day}}', {second})"
        f" || replace({json.dumps(hours)}[{second}] || '', '{{hour}}', {first})"
        " || datum.label"
    )


def _months_with_day() -> dict[str, str]:
    shown = (_("{month} {day}").format(month=each, day="{day}") for each in words.months())
    return dict(zip(_MONTHS, shown, strict=True))


def _weekdays_with_day() -> dict[str, str]:
    names = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    shown = (_("{weekday} {day}").format(weekday=each, day="{day}") for each in names)
    return dict(zip(_WEEKDAYS, shown, strict=True))
