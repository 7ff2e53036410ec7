from __future__ import annotations

from math import isfinite

from surcease.effects.schedule import AtInterval, Schedule
from surcease.language import gettext as _
from surcease.reports import schedule_sentences, words
from surcease.reports.charts.figure import Figure, Table
from surcease.reports.charts.reading import Reading, along_x
from surcease.reports.charts.theme import ACCENT, BAND, Row, Spec, drawable, themed

WIDTH = 560
ON_A_PHONE = 290
HEIGHT = 280
MOST_ROWS = 15
FEW_POINTS = 12
"""Up to so many intervals each is marked by a dot of its own."""


def schedule_figure(schedule: Schedule, name: str = "schedule") -> Figure | None:
    """Draw attacks in a month of a bout against the interval; None where the diary cannot tell."""
    points = [each for each in schedule.by_interval if isfinite(each.attacks.median)]
    if not points:
        return None
    return Figure(
        name=name,
        title=_("Attacks in a month of a bout by the days between doses of {name}").format(
            name=schedule.name
        ),
        description=_description(points),
        key=_key(schedule),
        spec=_spec(schedule, points, WIDTH),
        numbers=_numbers(points),
        reading=_reading(points),
        narrow=_spec(schedule, points, ON_A_PHONE),
    )


def _description(points: list[AtInterval]) -> str:
    first, last = points[0], points[-1]
    ends = [first] if first is last else [first, last]
    return " ".join(map(_month, ends))


def _month(point: AtInterval) -> str:
    return _("Every {days}: {month}.").format(
        days=words.count(point.every_days, "day"), month=schedule_sentences.month(point.attacks)
    )


def _key(schedule: Schedule) -> str:
    level = words.interval(schedule.by_interval[0].attacks.level)
    key = _("Line: the median. Band: {interval} of the mean, not of a single month.").format(
        interval=level
    )
    if all(each.seen for each in schedule.by_interval):
        return key
    dashes = _("Dashes: intervals that the diary has not seen, from the shape assumed.")
    return f"{key} {dashes}"


def _numbers(points: list[AtInterval]) -> Table:
    level = words.interval(points[0].attacks.level)
    return Table(
        headings=(
            _("Every"),
            _("Attacks in a month of a bout"),
            level,
            _("Compared with none"),
            level,
        ),
        rows=tuple(
            (
                schedule_sentences.interval(each),
                words.rate(each.attacks.median),
                words.rate_range(each.attacks),
                words.change(each.reduction.median),
                words.change_range(each.reduction),
            )
            for each in schedule_sentences.spread(points, MOST_ROWS)
        ),
    )


def _reading(points: list[AtInterval]) -> Reading:
    return along_x("every", ((each.every_days, _said(each)) for each in points))


def _said(point: AtInterval) -> str:
    said = (
        _("Every {days}: {month}; compared with none, {change}.")
        if point.seen
        else _("Every {days}, which the diary has not seen: {month}; compared with none, {change}.")
    )
    return said.format(
        days=words.count(point.every_days, "day"),
        month=schedule_sentences.month(point.attacks),
        change=words.change(point.reduction.median),
    )


def _spec(schedule: Schedule, points: list[AtInterval], width: int) -> Spec:
    rows = [_row(each) for each in points]
    layers = [_band(), _line(dashed=True), _line(dashed=False), *_marks(points), *_none(schedule)]
    return themed(
        {
            "width": width,
            "height": HEIGHT,
            "data": {"values": rows},
            "encoding": {"x": _days(points)},
            "layer": layers,
        }
    )


def _row(point: AtInterval) -> Row:
    median = drawable(point.attacks.median)
    return {
        "every": point.every_days,
        "median": median,
        "seen": median if point.seen else None,
        "low": drawable(point.attacks.low),
        "high": drawable(point.attacks.high),
    }


def _days(points: list[AtInterval]) -> Spec:
    first, last = points[0].every_days, points[-1].every_days
    axis: Spec = {"title": _("days between doses"), "grid": False, "tickMinStep": 1}
    if first == last:
        axis["values"] = [first]
    return {
        "field": "every",
        "type": "quantitative",
        "axis": axis,
        "scale": {"domain": [first, last], "nice": False, "zero": False},
    }


def _attacks(field: str) -> Spec:
    axis = {"title": _("attacks in 30 days of a bout"), "tickCount": 6}
    return {"field": field, "type": "quantitative", "axis": axis, "scale": {"zero": True}}


def _band() -> Spec:
    return {
        "mark": {"type": "area", **BAND},
        "encoding": {"y": _attacks("low"), "y2": {"field": "high"}},
    }


def _line(*, dashed: bool) -> Spec:
    shape = {"strokeDash": [5, 4], "strokeWidth": 1.5} if dashed else {"strokeWidth": 2.5}
    return {
        "mark": {"type": "line", "color": ACCENT, **shape},
        "encoding": {"y": _attacks("median" if dashed else "seen")},
    }


def _marks(points: list[AtInterval]) -> list[Spec]:
    if len(points) > FEW_POINTS:
        return []
    dot = {"type": "point", "filled": True, "size": 50, "opacity": 1, "color": ACCENT}
    ends = {"y": _attacks("low"), "y2": {"field": "high"}}
    return [
        {"mark": {"type": "rule", "opacity": 0.5}, "encoding": ends},
        {"mark": dot, "encoding": {"y": _attacks("median")}},
    ]


def _none(schedule: Schedule) -> list[Spec]:
    """Mark the level without any dose."""
    without = schedule.without
    if without is None or not isfinite(without.median):
        return []
    y = {"y": {"datum": drawable(without.median)}, "x": None}
    text = _("none given: {rate} ({span})").format(
        rate=words.rate(without.median), span=words.rate_range(without)
    )
    label = {"type": "text", "text": text, "x": 6, "align": "left", "dy": -7}
    rule = {"type": "rule", "strokeDash": [1, 3], "x": 0, "x2": "width"}
    data: Spec = {"values": [{}]}
    return [{"data": data, "mark": mark, "encoding": y} for mark in (rule, label)]
