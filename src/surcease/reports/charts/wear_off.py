from __future__ import annotations

from math import isfinite

from surcease.analysis.result import TreatmentEffect, WearOffPoint
from surcease.language import gettext as _
from surcease.reports import sentences, words
from surcease.reports.charts.figure import Figure, Table
from surcease.reports.charts.reading import Reading, along_x
from surcease.reports.charts.theme import (
    ACCENT,
    BAND,
    Row,
    Spec,
    as_change,
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
        title=_("How one dose of {name} fades").format(name=effect.name),
        description=_description(effect),
        key=_("Line: the median. Band: {interval}.").format(
            interval=words.interval(effect.by_day[0].reduction.level)
        ),
        spec=_spec(effect),
        numbers=_numbers(effect),
        reading=_reading(effect),
    )


def _reading(effect: TreatmentEffect) -> Reading:
    return along_x(
        "day",
        ((point.day, _said(point)) for point in effect.by_day),
    )


def _said(point: WearOffPoint) -> str:
    return _("{days} after a dose: {change}.").format(
        days=words.length(point.day), change=sentences.reduction(point.reduction)
    )


def _description(effect: TreatmentEffect) -> str:
    best = max(effect.by_day, key=lambda point: point.reduction.median)
    last = effect.by_day[-1]
    return _("At its strongest, {best} after a dose: {most}. After {last}: {left}.").format(
        best=words.length(best.day),
        most=sentences.attacks_changed(best.reduction.median),
        last=words.length(last.day),
        left=words.change(last.reduction.median),
    )


def _numbers(effect: TreatmentEffect) -> Table:
    step = max(1, len(effect.by_day) // 12)
    return Table(
        headings=(_("After"), _("Attacks"), words.interval(effect.by_day[0].reduction.level)),
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
    axis = {"title": None, "labelExpr": as_change(), "tickCount": 5}
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
    axis = {"title": _("days since the dose"), "grid": False, "tickCount": 7}
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
    text = _("half gone: {days}").format(days=words.length(half.median))
    data: Spec = {"values": [{}]}
    x = {"x": {"datum": drawable(half.median)}}
    line = {"type": "rule", "strokeDash": [1, 3]}
    label = {"type": "text", "text": text, "y": 7, **_side(half.median, effect)}
    return [{"data": data, "mark": mark, "encoding": x} for mark in (line, label)]


def _side(day: float, effect: TreatmentEffect) -> Row:
    """Put a label where there is more room: left of a late day, right of an early one."""
    late = day > effect.by_day[-1].day / 2
    return {"dx": -4, "align": "right"} if late else {"dx": 4, "align": "left"}
