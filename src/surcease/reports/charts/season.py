from __future__ import annotations

from surcease.analysis.result import Season
from surcease.language import gettext as _
from surcease.reports import sentences, words
from surcease.reports.charts.figure import Figure, Table
from surcease.reports.charts.reading import Reading, by_mark, sentence
from surcease.reports.charts.theme import ACCENT, Row, Spec, drawable, themed


def season_figure(season: Season) -> Figure | None:
    """Draw attacks per observed day by calendar month; None where there was no attack."""
    if not any(season.attacks_by_month):
        return None
    numbers = _numbers(season)
    return Figure(
        name="season",
        title=_("Attacks a day in each month of the year"),
        description=sentences.season(season),
        key=_("Attacks for each day that is known, all years together. A dash: no day is known."),
        spec=_spec(season),
        numbers=numbers,
        reading=_reading(numbers),
    )


def _reading(numbers: Table) -> Reading:
    return by_mark("month", zip(words.months(), map(_said, numbers.rows), strict=True))


def _said(row: tuple[str, ...]) -> str:
    month, days, attacks, rate = row
    counted = _("{attacks} attacks on {days} known days").format(attacks=attacks, days=days)
    return sentence([month, counted, _("{rate} a day").format(rate=rate)])


def _numbers(season: Season) -> Table:
    columns = zip(
        words.whole_months(),
        season.observed_by_month,
        season.attacks_by_month,
        season.rate_by_month,
        strict=True,
    )
    return Table(
        headings=(_("Month"), _("Known days"), _("Attacks"), _("Attacks a day")),
        rows=tuple(
            (month, f"{days:,}", f"{attacks:,}", words.rate_or_none(rate))
            for month, days, attacks, rate in columns
        ),
    )


def _spec(season: Season) -> Spec:
    rows = [
        {"month": month, "rate": drawable(rate) or 0, "label": words.rate_or_none(rate)}
        for month, rate in zip(words.months(), season.rate_by_month, strict=True)
    ]
    return themed(
        {"width": 330, "height": 190, "data": {"values": rows}, "layer": [_bars(), _labels()]}
    )


def _bars() -> Spec:
    return {
        "mark": {"type": "bar", "color": ACCENT, "fillOpacity": 0.55, "stroke": "currentColor"},
        "encoding": {"x": _month(), "y": _rate()},
    }


def _labels() -> Spec:
    return {
        "mark": {"type": "text", "dy": -7, "fontSize": 10},
        "encoding": {
            "x": _month(),
            "y": _rate(),
            "text": {"field": "label", "type": "nominal"},
        },
    }


def _month() -> Row:
    axis = {"title": None, "labelAngle": 0, "ticks": False}
    return {"field": "month", "type": "ordinal", "sort": None, "axis": axis}


def _rate() -> Row:
    axis = {"title": _("attacks a day"), "tickCount": 4, "grid": False}
    return {"field": "rate", "type": "quantitative", "axis": axis}
