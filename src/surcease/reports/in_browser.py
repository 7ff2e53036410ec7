"""A figure as a browser draws it: compiled, with what can be read off it."""

from __future__ import annotations

import re
from typing import Any

from surcease.reports.charts.figure import Figure
from surcease.reports.charts.reading import Reading
from surcease.reports.charts.theme import VEGA_LITE, Spec
from surcease.reports.extra import report_extra

with report_extra():
    import vl_convert


INSTANT = re.compile(r"\{data: datetime\((-?\d+)\)\}")
"""How Vega is told an end of an axis of time."""


def in_browser(figure: Figure) -> dict[str, Any]:
    return {
        "vega": compiled(figure.spec),
        "narrow": figure.narrow and compiled(figure.narrow),
        "reading": figure.reading and _reading(figure.reading),
    }


def compiled(spec: Spec) -> Spec:
    """Return the Vega that a Vega-Lite drawing stands for, so that no page has to compile it."""
    vega: Spec = vl_convert.vegalite_to_vega(spec, vl_version=VEGA_LITE)
    for scale in vega.get("scales", ()):
        if isinstance(scale.get("domain"), dict) and "fields" in scale["domain"]:
            scale["domain"]["fields"] = _without_signals(scale["domain"]["fields"])
    return vega


def _without_signals(fields: list[Any]) -> list[Any]:
    """Write the ends of an axis of time as numbers: the interpreter draws it without them else.

    A page whose policy forbids to evaluate texts needs the interpreter.
    """
    ends = [INSTANT.fullmatch(str(each["signal"])) for each in fields if "signal" in each]
    found = [int(each[1]) for each in ends if each]
    others = [each for each in fields if "signal" not in each]
    return [found, *others] if ends and len(found) == len(ends) else fields


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "field": reading.field,
        "along_x": reading.along_x,
        "points": [[point.at, point.says] for point in reading.points],
    }
