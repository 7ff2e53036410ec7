from __future__ import annotations

from math import isfinite

from surcease.effects.dose_window import DAYS_AFTER, DAYS_BEFORE, DoseWindow, PartOfDay, WindowDay
from surcease.language import gettext as _
from surcease.reports import check_sentences, words
from surcease.reports.charts.figure import Figure, Table
from surcease.reports.charts.reading import Reading, along_x, sentence
from surcease.reports.charts.theme import ACCENT, BAND, Row, Spec, drawable, themed
from surcease.reports.window_stretches import stretches

WIDTH = 560
ON_A_PHONE = 290
WEEKS = tuple(range(-DAYS_BEFORE, DAYS_AFTER + 1, 14))
PARTS = {PartOfDay.WHOLE: 0.0, PartOfDay.BEFORE: -0.25, PartOfDay.AFTER: 0.25}
"""Where a part of a day is drawn, in days from its middle."""


def dose_window_figure(window: DoseWindow, name: str) -> Figure | None:
    """Draw the days around a dose; None where nothing was fitted."""
    days = [each for each in window.by_day if isfinite(each.fitted.median)]
    if not days:
        return None
    return Figure(
        name=name,
        title=_("The days around a dose of {name}").format(name=window.name),
        description=check_sentences.window(window),
        key=_(
            "Dots: attacks a day as written down, all doses together. Line and band: fitted, with "
            "its {interval}. Dashes: fitted, had none of these doses been given. Attacks that are "
            "many before a dose are often why it was given."
        ).format(interval=words.interval(days[0].fitted.level)),
        spec=_spec(days, WIDTH),
        numbers=_numbers(window),
        reading=_reading(days),
        narrow=_spec(days, ON_A_PHONE),
    )


def _reading(days: list[WindowDay]) -> Reading:
    return along_x("day", ((day.day + PARTS[day.part], _said(day)) for day in days))


def _said(day: WindowDay) -> str:
    return sentence(
        [
            check_sentences.day_of_window(day),
            _("{rate} attacks a day written down").format(rate=words.rate(day.attacks_a_day)),
            _("fitted {rate}").format(rate=words.rate(day.fitted.median)),
            _("without these doses {rate}").format(rate=words.rate(day.without.median)),
        ]
    )


def _numbers(window: DoseWindow) -> Table:
    return Table(
        headings=(
            _("When"),
            _("Known days"),
            _("Attacks a day"),
            _("Fitted"),
            _("Without it"),
        ),
        rows=tuple(
            (
                each.name,
                words.whole(each.known_days),
                words.rate(each.attacks),
                words.rate(each.fitted),
                words.rate(each.without),
            )
            for each in stretches(window)
        ),
    )


def _spec(days: list[WindowDay], width: int) -> Spec:
    return themed(
        {
            "width": width,
            "height": 220,
            "data": {"values": [_row(each) for each in days]},
            "encoding": {"x": _days()},
            "layer": [_band(), _dose(), _without(), _fitted(), _written()],
        }
    )


def _row(day: WindowDay) -> Row:
    return {
        "day": day.day + PARTS[day.part],
        "attacks": drawable(day.attacks_a_day),
        "fitted": drawable(day.fitted.median),
        "low": drawable(day.fitted.low),
        "high": drawable(day.fitted.high),
        "without": drawable(day.without.median),
    }


def _days() -> Spec:
    axis = {"title": _("days from the dose"), "grid": False, "values": list(WEEKS)}
    scale = {"domain": [-DAYS_BEFORE, DAYS_AFTER], "nice": False}
    return {"field": "day", "type": "quantitative", "axis": axis, "scale": scale}


def _rate(field: str) -> Spec:
    axis = {"title": _("attacks a day"), "tickCount": 5}
    return {"field": field, "type": "quantitative", "axis": axis, "scale": {"zero": True}}


def _band() -> Spec:
    return {
        "mark": {"type": "area", **BAND},
        "encoding": {"y": _rate("low"), "y2": {"field": "high"}},
    }


def _dose() -> Spec:
    return {
        "data": {"values": [{}]},
        "mark": {"type": "rule", "strokeDash": [1, 3]},
        "encoding": {"x": {"datum": 0}},
    }


def _without() -> Spec:
    return {
        "mark": {"type": "line", "strokeDash": [5, 4], "strokeWidth": 1.5},
        "encoding": {"y": _rate("without")},
    }


def _fitted() -> Spec:
    return {
        "mark": {"type": "line", "color": ACCENT, "strokeWidth": 2},
        "encoding": {"y": _rate("fitted")},
    }


def _written() -> Spec:
    return {
        "mark": {"type": "point", "filled": True, "size": 22, "opacity": 0.75},
        "encoding": {"y": _rate("attacks")},
    }
