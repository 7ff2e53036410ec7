from __future__ import annotations

import json
from math import isfinite
from typing import Any

from surcease.language import gettext as _
from surcease.reports import words

type Spec = dict[str, Any]
type Row = dict[str, Any]

VEGA_LITE = "5.21"
"""Pinned: another version may draw other bytes."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"

INK = "currentColor"
"""The page's own text colour, so that one drawing reads on light and on dark."""

ACCENT = "var(--accent, currentColor)"
"""The page's accent where it has one. Colour never carries a meaning that shape does not."""

FONT = "Liberation Sans"
"""Carried by the converter, so text is measured alike on every machine."""

BAND = {"opacity": 0.22, "color": ACCENT}

LARGEST_RISE = -1.0
"""Reductions below this (attacks doubled) are cut off: they would flatten all the rest."""


def themed(spec: Spec) -> Spec:
    """Complete a drawing with what all of them share."""
    return {"$schema": SCHEMA, "background": "transparent", "padding": 4, "config": CONFIG, **spec}


def as_change() -> str:
    """Return the label of a reduction on an axis: "no change", "50% fewer", "100% more"."""
    none, fewer, more = (json.dumps(_(each)) for each in (words.NO_CHANGE, words.FEWER, words.MORE))
    size = "format(abs(datum.value), '.0%')"
    form = f"datum.value > 0 ? {fewer} : {more}"
    return f"datum.value == 0 ? {none} : replace({form}, '{{size}}', {size})"


def drawable(value: float | None) -> float | None:
    """Leave a gap where there is no number to draw."""
    return round(value, 4) if value is not None and isfinite(value) else None


def drawable_reduction(reduction: float) -> float | None:
    return drawable(max(reduction, LARGEST_RISE))


def names_by_row(names: list[str]) -> str:
    """Return the axis label of each row: rows are numbered, so equal names stay apart."""
    return f"{json.dumps(names)}[datum.value]"


def no_change(axis: str) -> Spec:
    """Draw the line on which a treatment changes nothing."""
    return {
        "data": {"values": [{}]},
        "mark": {"type": "rule", "strokeDash": [4, 3]},
        "encoding": {axis: {"datum": 0}},
    }


CONFIG: Spec = {
    "aria": False,
    "font": FONT,
    "view": {"stroke": None},
    "mark": {"color": INK},
    "rule": {"color": INK},
    "text": {"color": INK, "fontSize": 11},
    "axis": {
        "labelColor": INK,
        "labelFontSize": 11,
        "titleColor": INK,
        "titleFontSize": 11,
        "titleFontWeight": "normal",
        "domainColor": INK,
        "tickColor": INK,
        "gridColor": INK,
        "gridOpacity": 0.12,
        "labelLimit": 170,
    },
}
