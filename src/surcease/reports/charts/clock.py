from __future__ import annotations

from surcease.analysis.result import Clock
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports import sentences, words
from surcease.reports.charts.figure import Figure, Table
from surcease.reports.charts.reading import Reading, by_mark, sentence
from surcease.reports.charts.theme import ACCENT, Row, Spec, themed

SIZE = 250
RIM = 100
"""Radius of the busiest hour, px."""

CARDINAL = ((0, gettext_noop("midnight")), (6, "06:00"), (12, gettext_noop("noon")), (18, "18:00"))


def clock_figure(clock: Clock) -> Figure | None:
    """Draw attack onsets round a 24-hour dial; None where no onset has a time."""
    if not any(clock.by_hour):
        return None
    numbers = _numbers(clock)
    return Figure(
        name="clock",
        title=_("When attacks start: hours of the day"),
        description=sentences.clock(clock),
        key=_("Each wedge is an hour, midnight at the top. Its area is the number of attacks."),
        spec=_spec(clock),
        numbers=numbers,
        reading=_reading(numbers),
    )


def _reading(numbers: Table) -> Reading:
    said = _("{number} attacks")
    return by_mark(
        "from",
        (
            (hour, sentence([span, said.format(number=number), part]))
            for hour, (span, number, part) in enumerate(numbers.rows)
        ),
    )


def _numbers(clock: Clock) -> Table:
    total = sum(clock.by_hour)
    return Table(
        headings=(_("Hour"), _("Attacks"), _("Share")),
        rows=tuple(
            (words.span(words.hour(hour), words.hour(hour + 1)), f"{n:,}", words.percent(n / total))
            for hour, n in enumerate(clock.by_hour)
        ),
    )


def _spec(clock: Clock) -> Spec:
    top = max(clock.by_hour)
    rows = [
        {"from": hour, "to": hour + 1, "attacks": number}
        for hour, number in enumerate(clock.by_hour)
    ]
    layers = [_rim(), _wedges(rows, top), _hours()]
    return themed({"width": SIZE, "height": SIZE, "layer": layers})


def _angle(field: str) -> Spec:
    scale = {"domain": [0, 24], "range": [0, 6.283185307]}
    return {"field": field, "type": "quantitative", "scale": scale}


def _rim() -> Spec:
    return {
        "data": {"values": [{}]},
        "mark": {
            "type": "arc",
            "innerRadius": RIM,
            "outerRadius": RIM,
            "theta": 0,
            "theta2": 6.283185307,
            "filled": False,
            "strokeOpacity": 0.3,
        },
    }


def _wedges(rows: list[Row], top: int) -> Spec:
    """Radius by square root: the eye compares the areas of wedges."""
    scale = {"type": "sqrt", "domain": [0, top], "range": [0, RIM]}
    return {
        "data": {"values": rows},
        "mark": {"type": "arc", "color": ACCENT, "fillOpacity": 0.55, "stroke": "currentColor"},
        "encoding": {
            "theta": _angle("from"),
            "theta2": {"field": "to"},
            "radius": {"field": "attacks", "type": "quantitative", "scale": scale},
        },
    }


def _hours() -> Spec:
    return {
        "data": {"values": [{"hour": hour, "label": _(label)} for hour, label in CARDINAL]},
        "mark": {"type": "text", "radius": RIM + 16},
        "encoding": {"theta": _angle("hour"), "text": {"field": "label", "type": "nominal"}},
    }
