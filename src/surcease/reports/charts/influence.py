from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from math import isfinite

from surcease.effects.influence import Influence, WithoutDose
from surcease.language import gettext as _
from surcease.reports import check_sentences, sentences, words
from surcease.reports.charts.figure import Figure, Table
from surcease.reports.charts.reading import Reading, along_time
from surcease.reports.charts.theme import (
    ACCENT,
    Row,
    Spec,
    as_change,
    drawable_reduction,
    no_change,
    themed,
)
from surcease.reports.charts.time_axis import TimeAxis

WIDTH = 560
ON_A_PHONE = 270
MOST_ROWS = 12
MARGIN = timedelta(days=14)


def influence_figure(found: Influence, name: str) -> Figure | None:
    """Draw the estimate without each dose in turn; None where there is no number to draw."""
    drawn = [each for each in found.without if isfinite(each.reduction.median)]
    if not drawn:
        return None
    return Figure(
        name=name,
        title=_("{name}: the estimate without each dose in turn").format(name=found.name),
        description=check_sentences.influence(found),
        key=_(
            "Dots, by the date of the dose: the estimate over {days} without that dose and the "
            "days up to the next one, with its {interval}. Line: with all doses."
        ).format(
            days=words.count(found.over_days, "day"), interval=words.interval(found.reduction.level)
        ),
        spec=_spec(found, drawn, WIDTH),
        numbers=_numbers(found),
        reading=_reading(drawn),
        narrow=_spec(found, drawn, ON_A_PHONE),
    )


def _reading(drawn: Sequence[WithoutDose]) -> Reading:
    return along_time((each.given_on, _said(each)) for each in drawn)


def _said(without: WithoutDose) -> str:
    return _("Without the dose of {day}: {change}.").format(
        day=words.day(without.given_on), change=sentences.reduction(without.reduction)
    )


def _numbers(found: Influence) -> Table:
    farthest = sorted(found.without, key=lambda each: -abs(each.change))[:MOST_ROWS]
    return Table(
        headings=(_("Without the dose of"), _("Attacks"), words.interval(found.reduction.level)),
        rows=(
            (
                _("none left out"),
                words.change(found.reduction.median),
                words.change_range(found.reduction),
            ),
            *(
                (
                    words.day(each.given_on),
                    words.change(each.reduction.median),
                    words.change_range(each.reduction),
                )
                for each in farthest
            ),
        ),
    )


def _spec(found: Influence, drawn: Sequence[WithoutDose], width: int) -> Spec:
    time = TimeAxis(drawn[0].given_on - MARGIN, drawn[-1].given_on + MARGIN, width)
    x = time.encoding()
    return themed(
        {
            "width": width,
            "height": 170,
            "data": {"values": [_row(each) for each in drawn]},
            "layer": [_intervals(x, found), no_change("y"), _whole(found), _medians(x)],
        }
    )


def _row(without: WithoutDose) -> Row:
    return {
        "from": without.given_on.isoformat(),
        "median": drawable_reduction(without.reduction.median),
        "low": drawable_reduction(without.reduction.low),
        "high": drawable_reduction(without.reduction.high),
    }


def _intervals(x: Spec, found: Influence) -> Spec:
    lowest = min(drawable_reduction(each.reduction.low) or 0.0 for each in found.without)
    axis = {"title": None, "labelExpr": as_change(), "tickCount": 5}
    scale = {"domain": [min(lowest, 0.0), 1], "nice": False}
    return {
        "mark": {"type": "rule", "strokeWidth": 2, "opacity": 0.35},
        "encoding": {
            "x": x,
            "y": {"field": "low", "type": "quantitative", "axis": axis, "scale": scale},
            "y2": {"field": "high"},
        },
    }


def _whole(found: Influence) -> Spec:
    return {
        "data": {"values": [{}]},
        "mark": {"type": "rule", "color": ACCENT, "strokeWidth": 2},
        "encoding": {"y": {"datum": drawable_reduction(found.reduction.median)}},
    }


def _medians(x: Spec) -> Spec:
    return {
        "mark": {"type": "point", "filled": True, "size": 50, "opacity": 1},
        "encoding": {"x": x, "y": {"field": "median", "type": "quantitative"}},
    }
