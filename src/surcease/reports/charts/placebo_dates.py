from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from surcease.effects.placebo_dates import PlaceboDates
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports import check_sentences, words
from surcease.reports.charts.figure import Figure, Table
from surcease.reports.charts.theme import (
    ACCENT,
    LARGEST_RISE,
    Row,
    Spec,
    as_change,
    drawable_reduction,
    themed,
)

QUANTILES = {
    gettext_noop("Moved dates, least"): 0.0,
    gettext_noop("Moved dates, a quarter of them below"): 0.25,
    gettext_noop("Moved dates, half of them below"): 0.5,
    gettext_noop("Moved dates, three quarters of them below"): 0.75,
    gettext_noop("Moved dates, most"): 1.0,
}
BARS = 40
BAR = (1.0 - LARGEST_RISE) / BARS


def placebo_figure(found: PlaceboDates, name: str) -> Figure:
    """Draw the reduction with the real dates among those with all doses moved."""
    return Figure(
        name=name,
        title=_("{name}: the real dates among others").format(name=found.name),
        description=check_sentences.placebo(found),
        key=_(
            "Bars: how many patterns of moved dates give such a reduction. Line: the real dates. "
            "Dates were chosen and not drawn by lot, so this is a picture, not a test."
        ),
        spec=_spec(found),
        numbers=_numbers(found),
    )


def _numbers(found: PlaceboDates) -> Table:
    moved = np.quantile(found.moved_reduction, list(QUANTILES.values()))
    quantiles = [
        (_(name), words.change(float(each))) for name, each in zip(QUANTILES, moved, strict=True)
    ]
    return Table(
        headings=(
            _("Dates"),
            _("Attacks over {days}").format(days=words.count(found.over_days, "day")),
        ),
        rows=((_("Real dates"), words.change(found.reduction)), *quantiles),
    )


def _spec(found: PlaceboDates) -> Spec:
    layers = [_bars(found.moved_reduction), _real(found.reduction)]
    return themed({"width": 420, "height": 150, "layer": layers})


def _bars(moved: Sequence[float]) -> Spec:
    counts = np.bincount([_place(each) for each in moved])
    rows = [_bar(place, int(counts[place])) for place in np.flatnonzero(counts).tolist()]
    axis = {"title": _("patterns"), "tickCount": 4, "tickMinStep": 1, "format": "d"}
    return {
        "data": {"values": rows},
        "mark": {"type": "bar", "fillOpacity": 0.3, "stroke": "currentColor"},
        "encoding": {
            "x": {**_change("from"), "bin": "binned"},
            "x2": {"field": "to"},
            "y": {"field": "patterns", "type": "quantitative", "axis": axis},
        },
    }


def _place(reduction: float) -> int:
    """Return which bar a reduction belongs to; the lowest holds all that lies below."""
    return min(int((max(reduction, LARGEST_RISE) - LARGEST_RISE) / BAR), BARS - 1)


def _bar(place: int, patterns: int) -> Row:
    start = LARGEST_RISE + BAR * place
    return {"from": round(start, 2), "to": round(start + BAR, 2), "patterns": patterns}


def _real(reduction: float) -> Spec:
    return {
        "data": {"values": [{"real": drawable_reduction(reduction)}]},
        "mark": {"type": "rule", "color": ACCENT, "strokeWidth": 3},
        "encoding": {"x": _change("real")},
    }


def _change(field: str) -> Spec:
    axis = {"title": None, "labelExpr": as_change(), "values": [-1, -0.5, 0, 0.5, 1], "grid": False}
    scale = {"domain": [LARGEST_RISE, 1], "nice": False}
    return {"field": field, "type": "quantitative", "axis": axis, "scale": scale}
