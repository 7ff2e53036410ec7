from __future__ import annotations

from math import isfinite

from surcease.analysis.result import TreatmentEffect, WearOffPoint
from surcease.reports import sentences, words
from surcease.reports.charts.figure import Figure, Table
from surcease.reports.charts.reading import Reading, along_x
from surcease.reports.charts.theme import (
    ACCENT,
    AS_CHANGE,
    BAND,
    Row,
    Spec,
    drawable,
    drawable_reduction,
    no_change,
    themed,
)


def wear_off_figure(effect: TreatmentEffect, name: str) -> Figure | None:
    """Draw how the reduction by one dose fades; None where the diary does not tell."""
    if not effect.by_day or not sentences.wear_off_is_told(effect):
        return None
    return Figure(
        name=name,
        title=f"How one dose of {effect.name} fades",
        description=_description(effect),
        key=f"Line: the median. Band: {words.interval(effect.by_day[0].reduction.level)}.",
        spec=_spec(effect),
        numbers=_numbers(effect),
        reading=_reading(effect),
    )


def _reading(effect: TreatmentEffect) -> Reading:
    return along_x(
        "day",
        (
            (point.day, f"{words.length(point.day)} after a dose: {_said(point)}.")
            for point in effect.by_day
        ),
    )


def _said(point: WearOffPoint) -> str:
    return sentences.reduction(point.reduction)


def _description(effect: TreatmentEffect) -> str:
    best = max(effect.by_day, key=lambda point: point.reduction.median)
    last = effect.by_day[-1]
    return (
        f"At its strongest, {words.length(best.day)} after a dose: "
        f"{sentences.attacks_changed(best.reduction.median)}. "
        f"After {words.length(last.day)}: {words.change(last.reduction.median)}."
    )


def _numbers(effect: TreatmentEffect) -> Table:
    step = max(1, len(effect.by_day) // 12)
    return Table(
        headings=("After", "Attacks", words.interval(effect.by_day[0].reduction.level)),
        rows=tuple(
            (
                words.length(point.day),
                words.change(point.reduction.median),
                words.change_range(point.reduction),
            )
            for point in effect.by_day[step - 1 :: step]
        ),
    )


def _spec(effect: TreatmentEffect) -> Spec:
    points = [
        {
            "day": drawable(point.day),
            "median": drawable_reduction(point.reduction.median),
            "low": drawable_reduction(point.reduction.low),
            "high": drawable_reduction(point.reduction.high),
        }
        for point in effect.by_day
    ]
    layers = [_band(points), no_change("y"), _curve(), *_half(effect)]
    return themed({"width": 290, "height": 150, "data": {"values": points}, "layer": layers})


def _band(points: list[Row]) -> Spec:
    lowest = min((point["low"] for point in points if point["low"] is not None), default=0)
    axis = {"title": None, "labelExpr": AS_CHANGE, "tickCount": 5}
    scale = {"domain": [min(lowest, 0), 1], "nice": False}
    return {
        "mark": {"type": "area", "interpolate": "monotone", **BAND},
        "encoding": {
            "x": _days(),
            "y": {"field": "low", "type": "quantitative", "axis": axis, "scale": scale},
            "y2": {"field": "high"},
        },
    }


def _curve() -> Spec:
    return {
        "mark": {"type": "line", "interpolate": "monotone", "color": ACCENT, "strokeWidth": 2},
        "encoding": {"x": _days(), "y": {"field": "median", "type": "quantitative"}},
    }


def _days() -> Spec:
    axis = {"title": "days since the dose", "grid": False, "tickCount": 7}
    return {
        "field": "day",
        "type": "quantitative",
        "axis": axis,
        "scale": {"nice": False, "zero": True},
    }


def _half(effect: TreatmentEffect) -> list[Spec]:
    """Mark the day on which half of the effect is gone, where the curve reaches that far."""
    half = effect.days_to_half
    if half is None or not isfinite(half.median) or half.median > effect.by_day[-1].day:
        return []
    text = f"half gone: {words.length(half.median)}"
    data: Spec = {"values": [{}]}
    x = {"x": {"datum": drawable(half.median)}}
    line = {"type": "rule", "strokeDash": [1, 3]}
    label = {"type": "text", "text": text, "y": 7, **_side(half.median, effect)}
    return [{"data": data, "mark": mark, "encoding": x} for mark in (line, label)]


def _side(day: float, effect: TreatmentEffect) -> Row:
    """Put a label where there is more room: left of a late day, right of an early one."""
    late = day > effect.by_day[-1].day / 2
    return {"dx": -4, "align": "right"} if late else {"dx": 4, "align": "left"}
