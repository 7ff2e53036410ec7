from __future__ import annotations

from collections.abc import Sequence

from surcease.reports import words
from surcease.reports.charts.lanes import Kind, Lane, Mark
from surcease.reports.charts.theme import ACCENT, Row, Spec, names_by_row
from surcease.reports.charts.time_axis import DAY, TimeAxis

ROW = 22
"""How high a lane is, px."""

LETTER = 6.5
"""About how wide a letter is, px."""


def lane_panel(lanes: Sequence[Lane], time: TimeAxis, y_axis: Spec, letters: int) -> Spec:
    """Draw lanes below each other: bars, outlined amounts, strokes and triangles.

    Names are cut to so many `letters`.
    """
    names = names_by_row([words.shortened(lane.name, letters) for lane in lanes])
    rows = [
        _row(index, mark, time.px_a_day) for index, lane in enumerate(lanes) for mark in lane.marks
    ]
    return {
        "width": time.width,
        "height": ROW * len(lanes),
        "data": {"values": rows},
        "encoding": {"x": time.encoding(), "y": _lane(len(lanes), names, y_axis)},
        "layer": [_spans(), _amounts(), _amount_texts(), _strokes(), _doses()],
    }


def _row(lane: int, mark: Mark, px_a_day: float) -> Row:
    room = (mark.to_on - mark.from_on).days * px_a_day
    return {
        "lane": lane,
        "kind": mark.kind,
        "from": mark.from_on.isoformat(),
        "to": (mark.to_on + DAY).isoformat(),
        "text": mark.text if room > len(mark.text) * LETTER else "",
    }


def _lane(number: int, names: str, y_axis: Spec) -> Spec:
    bare = {"title": None, "ticks": False, "domain": False, "grid": True, "labelPadding": 8}
    return {
        "field": "lane",
        "type": "ordinal",
        "axis": {**bare, **y_axis, "labelExpr": names},
        "scale": {"domain": list(range(number))},
    }


def _only(kind: Kind) -> list[Spec]:
    return [{"filter": {"field": "kind", "equal": kind}}]


def _spans() -> Spec:
    return {
        "transform": _only("span"),
        "mark": {"type": "rule", "strokeWidth": 9, "opacity": 0.45},
        "encoding": {"x2": {"field": "to"}},
    }


def _amounts() -> Spec:
    return {
        "transform": _only("amount"),
        "mark": {"type": "bar", "height": 16, "fillOpacity": 0.12, "stroke": "currentColor"},
        "encoding": {"x2": {"field": "to"}},
    }


def _amount_texts() -> Spec:
    return {
        "transform": _only("amount"),
        "mark": {"type": "text", "align": "left", "dx": 4, "fontSize": 10},
        "encoding": {"text": {"field": "text", "type": "nominal"}},
    }


def _strokes() -> Spec:
    return {
        "transform": _only("doses"),
        "mark": {"type": "rule", "strokeWidth": 12, "opacity": 0.75},
        "encoding": {"x2": {"field": "to"}},
    }


def _doses() -> Spec:
    return {
        "transform": _only("dose"),
        "mark": {
            "type": "point",
            "shape": "triangle-down",
            "size": 55,
            "filled": True,
            "opacity": 1,
            "color": ACCENT,
        },
    }
