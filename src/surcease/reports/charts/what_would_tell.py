from __future__ import annotations

from surcease.effects.what_would_tell import Outlook, WhatWouldTell
from surcease.language import gettext as _
from surcease.reports import check_sentences, words
from surcease.reports.charts.figure import Figure, Table
from surcease.reports.charts.reading import by_mark
from surcease.reports.charts.theme import ACCENT, Row, Spec, drawable, names_by_row, themed

ROW = 30
WIDEST = 1.25
"""A simulated interval that came out wider than now is drawn no wider than this."""


def what_would_tell_figure(found: WhatWouldTell, name: str) -> Figure | None:
    """Draw how wide the interval would be after each continuation; None where there is none."""
    if not found.outlooks:
        return None
    return Figure(
        name=name,
        title=_("What would tell more of {name}").format(name=found.name),
        description=" ".join(check_sentences.would_tell(each) for each in found.outlooks),
        key=_(
            "Bars: how wide the interval would be, compared with now. On the right: the chance "
            "that the verdict would be suggestive or strong. From simulated continuations of "
            "this diary; it says what would be informative, not what to do."
        ),
        spec=_spec(found),
        numbers=_numbers(found),
        reading=by_mark("row", enumerate(map(check_sentences.would_tell, found.outlooks))),
    )


def _numbers(found: WhatWouldTell) -> Table:
    return Table(
        headings=(
            _("If the diary had"),
            _("Width of the interval"),
            _("Suggestive or strong"),
        ),
        rows=tuple(
            (
                check_sentences.continuation(each.continuation),
                _("{share} of now").format(share=words.percent(each.width)),
                words.percent(each.chance),
            )
            for each in found.outlooks
        ),
    )


def _spec(found: WhatWouldTell) -> Spec:
    rows = [_row(index, each) for index, each in enumerate(found.outlooks)]
    names = [check_sentences.brief_continuation(each.continuation) for each in found.outlooks]
    return themed(
        {
            "width": 300,
            "height": ROW * len(rows),
            "data": {"values": rows},
            "encoding": {"y": _rows(names)},
            "layer": [_now(), _widths(), _chances()],
        }
    )


def _row(index: int, outlook: Outlook) -> Row:
    return {
        "row": index,
        "width": drawable(min(outlook.width, WIDEST)),
        "chance": words.percent(outlook.chance),
    }


def _rows(names: list[str]) -> Spec:
    axis = {
        "labelExpr": names_by_row(names),
        "title": None,
        "ticks": False,
        "domain": False,
        "labelLimit": 300,
        "offset": 6,
    }
    return {"field": "row", "type": "ordinal", "axis": axis}


def _width(encoded: Row) -> Spec:
    axis = {"title": _("width of the interval"), "format": ".0%", "tickCount": 5, "grid": False}
    scale = {"domain": [0, WIDEST], "nice": False}
    return {"type": "quantitative", "axis": axis, "scale": scale, **encoded}


def _widths() -> Spec:
    return {
        "mark": {"type": "bar", "height": 14, "color": ACCENT, "fillOpacity": 0.5},
        "encoding": {"x": _width({"field": "width"})},
    }


def _now() -> Spec:
    return {
        "data": {"values": [{}]},
        "mark": {"type": "rule", "strokeDash": [4, 3]},
        "encoding": {"x": _width({"datum": 1}), "y": None},
    }


def _chances() -> Spec:
    return {
        "mark": {"type": "text", "align": "left", "x": "width", "dx": 10},
        "encoding": {"text": {"field": "chance", "type": "nominal"}},
    }
