"""A figure as a browser draws it: compiled, with what can be read off it."""

from __future__ import annotations

from typing import Any

from surcease.reports.charts.figure import Figure
from surcease.reports.charts.reading import Reading
from surcease.reports.charts.theme import VEGA_LITE, Spec
from surcease.reports.extra import report_extra

with report_extra():
    import vl_convert


def in_browser(figure: Figure) -> dict[str, Any]:
    return {
        "vega": compiled(figure.spec),
        "narrow": figure.narrow and compiled(figure.narrow),
        "reading": figure.reading and _reading(figure.reading),
    }


def compiled(spec: Spec) -> Spec:
    """Return the Vega that a Vega-Lite drawing stands for, so that no page has to compile it."""
    vega: Spec = vl_convert.vegalite_to_vega(spec, vl_version=VEGA_LITE)
    return vega


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "field": reading.field,
        "along_x": reading.along_x,
        "points": [[point.at, point.says] for point in reading.points],
    }
