from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isfinite
from typing import NamedTuple

from surcease.analysis.result import Estimate, TreatmentEffect
from surcease.language import gettext as _
from surcease.reports import sentences, words
from surcease.reports.charts.figure import Figure, Table
from surcease.reports.charts.reading import Reading, by_mark
from surcease.reports.charts.theme import (
    ACCENT,
    LARGEST_RISE,
    Row,
    Spec,
    as_change,
    drawable_reduction,
    names_by_row,
    no_change,
    themed,
)

ROW = 26
"""How high the row of a treatment is, px."""


class Room(NamedTuple):
    """How wide the scale is in px, how long a name, and what the scale names."""

    width: int
    letters: int
    ticks: tuple[float, ...]


ON_PAPER = Room(330, 28, (-1, -0.5, 0, 0.5, 1))
ON_A_PHONE = Room(145, 17, (-1, 0, 1))


class Drawn(NamedTuple):
    """A treatment that has a reduction to draw."""

    effect: TreatmentEffect
    reduction: Estimate


def effects_figure(effects: Iterable[TreatmentEffect]) -> Figure | None:
    """Draw every reduction that the diary tells with its interval; None where there is none."""
    drawn = _drawable(effects)
    if not drawn:
        return None
    return Figure(
        name="effects",
        title=_("Attacks with each treatment, compared with none of it"),
        description=_description(drawn),
        key=_key(drawn),
        spec=_overview(drawn, ON_PAPER),
        numbers=_numbers(drawn),
        reading=_reading(drawn),
        narrow=_overview(drawn, ON_A_PHONE),
    )


def effect_figure(effect: TreatmentEffect, name: str) -> Figure | None:
    """Draw one treatment's reduction, on the scale that all of them share."""
    drawn = _drawable([effect])
    if not drawn:
        return None
    return Figure(
        name=name,
        title=_("Attacks with {name}, compared with none of it").format(name=effect.name),
        description=_sentence(drawn[0].reduction),
        key="",
        spec=_spec(_marks(None, ON_PAPER.ticks), drawn, width=290),
        numbers=_numbers(drawn),
    )


def _drawable(effects: Iterable[TreatmentEffect]) -> list[Drawn]:
    told = ((each, sentences.told_reduction(each)) for each in effects)
    estimated = [Drawn(each, reduction) for each, reduction in told if reduction is not None]
    return [
        each
        for each in estimated
        if all(map(isfinite, (each.reduction.median, each.reduction.low, each.reduction.high)))
    ]


def _description(drawn: Sequence[Drawn]) -> str:
    effect, found = drawn[0]
    number = words.count(len(drawn), "treatment")
    first = _("{number}, the clearest first.").format(number=number)
    return f"{first} {effect.name}: {_sentence(found)}"


def _sentence(reduction: Estimate) -> str:
    return f"{sentences.reduction(reduction)}."


def _key(drawn: Sequence[Drawn]) -> str:
    level = words.interval(drawn[0].reduction.level)
    text = _("Dot: the median. Line: {interval}.").format(interval=level)
    if not any(each.reduction.low < LARGEST_RISE for each in drawn):
        return text
    arrow = _("Arrow: it goes on beyond twice as many attacks.")
    return f"{text} {arrow}"


def _overview(drawn: Sequence[Drawn], room: Room) -> Spec:
    names = names_by_row([words.shortened(each.effect.name, room.letters) for each in drawn])
    return _spec([*_marks(names, room.ticks), _verdicts()], drawn, room.width)


def _reading(drawn: Sequence[Drawn]) -> Reading:
    said = (
        f"{each.effect.name}, {words.verdict(each.effect.verdict)}: {_sentence(each.reduction)}"
        for each in drawn
    )
    return by_mark("row", enumerate(said))


def _numbers(drawn: Sequence[Drawn]) -> Table:
    return Table(
        headings=(
            _("Treatment"),
            _("Attacks"),
            words.interval(drawn[0].reduction.level),
            _("Verdict"),
        ),
        rows=tuple(
            (
                effect.name,
                words.change(found.median),
                words.change_range(found),
                words.verdict(effect.verdict),
            )
            for effect, found in drawn
        ),
    )


def _spec(layers: list[Spec], drawn: Sequence[Drawn], width: int) -> Spec:
    rows = [_row(index, *each) for index, each in enumerate(drawn)]
    data = {"values": rows}
    return themed({"width": width, "height": ROW * len(rows), "data": data, "layer": layers})


def _row(index: int, effect: TreatmentEffect, reduction: Estimate) -> Row:
    return {
        "row": index,
        "median": drawable_reduction(reduction.median),
        "low": drawable_reduction(reduction.low),
        "high": drawable_reduction(reduction.high),
        "beyond": reduction.low < LARGEST_RISE,
        "verdict": words.verdict(effect.verdict),
    }


def _marks(names: str | None, ticks: Sequence[float]) -> list[Spec]:
    return [_intervals(names, ticks), no_change("x"), _medians(ticks), _arrows()]


def _intervals(names: str | None, ticks: Sequence[float]) -> Spec:
    axis = {"labelExpr": names, "title": None, "ticks": False, "domain": False, "offset": 6}
    return {
        "mark": {"type": "rule", "strokeWidth": 3, "opacity": 0.55, "color": ACCENT},
        "encoding": {
            "x": _change("low", ticks),
            "x2": {"field": "high"},
            "y": {"field": "row", "type": "ordinal", "axis": axis if names else None},
        },
    }


def _change(field: str, ticks: Sequence[float]) -> Spec:
    axis = {"title": None, "labelExpr": as_change(), "values": list(ticks), "labelFlush": False}
    scale = {"domain": [LARGEST_RISE, 1], "nice": False}
    return {"field": field, "type": "quantitative", "axis": axis, "scale": scale}


def _medians(ticks: Sequence[float]) -> Spec:
    return {
        "mark": {"type": "point", "filled": True, "size": 90, "opacity": 1, "color": ACCENT},
        "encoding": {"x": _change("median", ticks), "y": {"field": "row", "type": "ordinal"}},
    }


def _arrows() -> Spec:
    return {
        "transform": [{"filter": "datum.beyond"}],
        "mark": {"type": "point", "shape": "triangle-left", "filled": True, "opacity": 1},
        "encoding": {"x": {"datum": LARGEST_RISE}, "y": {"field": "row", "type": "ordinal"}},
    }


def _verdicts() -> Spec:
    return {
        "mark": {"type": "text", "align": "left", "x": "width", "dx": 10},
        "encoding": {
            "y": {"field": "row", "type": "ordinal"},
            "text": {"field": "verdict", "type": "nominal"},
        },
    }
