from __future__ import annotations

from collections.abc import Iterable, Sequence

from surcease.analysis.result import Bout
from surcease.language import gettext as _
from surcease.reports.charts.theme import ACCENT, BAND, Row, Spec, drawable
from surcease.reports.charts.time_axis import DAY, TimeAxis
from surcease.reports.periods import Period

HEIGHT = 190
SHADE = 0.07

LEAST_TOP = 0.5
"""Attacks a day up to which the axis goes at least: below, it would draw noise as a course."""


def rate_panel(cut: Sequence[Period], bouts: Iterable[Bout], time: TimeAxis, y_axis: Spec) -> Spec:
    """Draw recorded attacks a day as upright lines under the fitted rate and its band."""
    return {
        "width": time.width,
        "height": HEIGHT,
        "data": {"values": [_row(period) for period in cut]},
        "encoding": {"x": time.encoding(labels=False, ticks=False)},
        "layer": [
            _bouts(bouts),
            _attacks(_scale(cut), thickness=0.7 * time.width / len(cut), y_axis=y_axis),
            _band(),
            _fitted(),
        ],
    }


def _row(period: Period) -> Row:
    return {
        "from": period.from_on.isoformat(),
        "attacks": drawable(period.attacks_per_day),
        "rate": drawable(period.rate),
        "low": drawable(period.rate_low),
        "high": drawable(period.rate_high),
    }


def _bouts(bouts: Iterable[Bout]) -> Spec:
    rows = [
        {"from": bout.from_on.isoformat(), "to": (bout.to_on + DAY).isoformat()} for bout in bouts
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "rect", "opacity": SHADE, "clip": True},
        "encoding": {"x2": {"field": "to"}},
    }


def _scale(cut: Sequence[Period]) -> Spec:
    numbers = (drawable(each) for one in cut for each in (one.attacks_per_day, one.rate_high))
    top = max((each for each in numbers if each is not None), default=0.0)
    return {"domain": [0, LEAST_TOP]} if top < LEAST_TOP else {}


def _attacks(scale: Spec, thickness: float, y_axis: Spec) -> Spec:
    axis = {"title": _("attacks a day"), "titleX": -26, "tickCount": 5, **y_axis}
    return {
        "mark": {"type": "rule", "strokeWidth": min(max(thickness, 0.5), 8), "opacity": 0.5},
        "encoding": {
            "y": {"field": "attacks", "type": "quantitative", "axis": axis, "scale": scale},
            "y2": {"datum": 0},
        },
    }


def _band() -> Spec:
    return {
        "mark": {"type": "area", **BAND},
        "encoding": {"y": {"field": "low", "type": "quantitative"}, "y2": {"field": "high"}},
    }


def _fitted() -> Spec:
    return {
        "mark": {"type": "line", "color": ACCENT, "strokeWidth": 1.4},
        "encoding": {"y": {"field": "rate", "type": "quantitative"}},
    }
