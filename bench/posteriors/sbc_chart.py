"""How far the ECDF of ranks is from uniform, for the model and for a wrong prior."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from posteriors.ranks import HOPEFUL, MODEL
from posteriors.uniformity import ecdf_band, evaluation_points
from surcease.reports.charts.figure import Figure, Table
from surcease.reports.charts.theme import BAND, Spec, themed
from surcease.reports.svg import svg

LEVEL = 0.95

type Row = dict[str, Any]


def chart(table: Row) -> str:
    """Return the chart as SVG."""
    return svg(
        Figure(
            name="sbc",
            title="Ranks of the truth in simulation-based calibration",
            description=(
                "For each quantity a line: the empirical distribution function of its ranks minus "
                f"the uniform one. The band holds the whole line of a uniform quantity {LEVEL:.0%} "
                "of the time. Left the model, right a posterior with a wrong prior."
            ),
            key="",
            spec=themed({"hconcat": [panel(table, MODEL), panel(table, HOPEFUL)]}),
            numbers=Table((), ()),
        )
    )


def panel(table: Row, world: str) -> Spec:
    return {
        "title": {"text": world, "fontSize": 11, "fontWeight": "normal", "color": "currentColor"},
        "width": 270,
        "height": 170,
        "layer": [band(table, world), lines(table, world)],
    }


def band(table: Row, world: str) -> Spec:
    found = ecdf_band(table["simulations"][world], table["draws"], LEVEL)
    points = [
        {"at": round(at, 3), "low": round(low - at, 4), "high": round(high - at, 4)}
        for at, low, high in zip(*found, strict=True)
    ]
    axis = {"title": "ECDF minus uniform", "format": "+.2~f"}
    return {
        "data": {"values": points},
        "mark": {"type": "area", **BAND},
        "encoding": {
            "x": {"field": "at", "type": "quantitative", "axis": {"title": "rank, 0 to 1"}},
            "y": {"field": "low", "type": "quantitative", "axis": axis},
            "y2": {"field": "high"},
        },
    }


def lines(table: Row, world: str) -> Spec:
    return {
        "data": {"values": list(departures(table, world))},
        "mark": {"type": "line", "strokeWidth": 0.8},
        "encoding": {
            "x": {"field": "at", "type": "quantitative"},
            "y": {"field": "departure", "type": "quantitative"},
            "detail": {"field": "quantity"},
        },
    }


def departures(table: Row, world: str) -> Iterator[Row]:
    at = evaluation_points(table["draws"])
    for quantity, text in table["ranks"][world].items():
        place = (np.array(text.split(), dtype=np.int64) + 1) / (table["draws"] + 1)
        ecdf = np.searchsorted(np.sort(place), at + 1e-9) / place.size
        for x, y in zip(at, ecdf - at, strict=True):
            yield {"quantity": quantity, "at": round(float(x), 3), "departure": round(float(y), 4)}
