from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from surcease.analysis.result import Bout, Details
from surcease.language import gettext as _
from surcease.reports import words
from surcease.reports.charts.figure import Figure, Table
from surcease.reports.charts.lane_panel import lane_panel
from surcease.reports.charts.lanes import lanes_of
from surcease.reports.charts.rate_panel import rate_panel
from surcease.reports.charts.reading import along_time
from surcease.reports.charts.reading_of_days import days_in_words
from surcease.reports.charts.theme import Spec, themed
from surcease.reports.charts.time_axis import TimeAxis
from surcease.reports.grouping import lanes
from surcease.reports.periods import Period, months, periods

DAILY_UP_TO = 1461
"""Days (four years) up to which each day is drawn; a longer diary is drawn by weeks."""

WEEK = 7


@dataclass(frozen=True, slots=True)
class Room:
    """How wide the panels are and the names left of them, px."""

    panels: int
    names: int

    @property
    def letters(self) -> int:
        return self.names * 26 // 165

    @property
    def y_axis(self) -> Spec:
        """The two panels must start at the same x."""
        return {"minExtent": self.names, "maxExtent": self.names}


ON_PAPER = Room(panels=760, names=165)
ON_A_PHONE = Room(panels=230, names=105)


def timeline_figure(
    details: Details, bouts: Sequence[Bout], room: Room = ON_PAPER
) -> Figure | None:
    """Draw attacks, fitted rate, bouts and every dose over time; None where there is no day."""
    days = len(details.timeline.attacks)
    if not days:
        return None
    cut = periods(details.timeline, 1 if days <= DAILY_UP_TO else WEEK)
    by_month = months(details.timeline)
    return Figure(
        name="timeline",
        title=_("Attacks and doses over time"),
        description=_description(by_month),
        key=_key(days),
        spec=_spec(cut, details, bouts, room),
        numbers=_numbers(by_month),
        reading=along_time(days_in_words(cut, details.lanes)),
        narrow=_spec(cut, details, bouts, ON_A_PHONE),
    )


def _description(by_month: Sequence[Period]) -> str:
    dates = words.day_range(by_month[0].from_on, by_month[-1].to_on)
    unknown = words.count(sum(month.unknown for month in by_month), "day")
    said = _("{dates}, {unknown} not known.").format(dates=dates, unknown=unknown)
    return f"{said} {_extremes(by_month)}".rstrip()


def _extremes(by_month: Sequence[Period]) -> str:
    fitted = [(month.rate, month) for month in by_month if month.rate is not None]
    if len(fitted) < 2:
        return ""
    by_rate = sorted(fitted, key=lambda pair: pair[0])
    (low, quietest), (high, worst) = by_rate[0], by_rate[-1]
    return _(
        "The fitted rate was highest in {worst}, {high} attacks a day, and lowest in {quietest}, "
        "{low}."
    ).format(
        worst=words.month(worst.from_on),
        high=words.rate(high),
        quietest=words.month(quietest.from_on),
        low=words.rate(low),
    )


def _key(days: int) -> str:
    bars = (
        _("Thin upright lines: attacks written down on each day.")
        if days <= DAILY_UP_TO
        else _("Thin upright lines: attacks a day on the known days of each week.")
    )
    rest = _(
        "Curve and band: fitted attacks a day with their interval. Light shade: bouts. "
        "Below, a lane each: a triangle is a dose, a block is days with doses of an acute "
        "treatment, an outlined bar is a daily amount."
    )
    return f"{bars} {rest}"


def _numbers(by_month: Sequence[Period]) -> Table:
    return Table(
        headings=(
            _("Month"),
            _("Known days"),
            _("Unknown days"),
            _("Attacks"),
            _("Attacks a day"),
            _("Fitted"),
        ),
        rows=tuple(
            (
                words.month(month.from_on),
                str(month.observed),
                str(month.unknown),
                f"{month.attacks:,}",
                words.rate_or_none(month.attacks_per_day),
                words.rate_or_none(month.rate),
            )
            for month in by_month
        ),
    )


def _spec(cut: Sequence[Period], details: Details, bouts: Sequence[Bout], room: Room) -> Spec:
    time = TimeAxis(cut[0].from_on, cut[-1].to_on, room.panels)
    drawn = lanes_of(cut, bouts, lanes(details))
    panels = [
        rate_panel(cut, bouts, time, room.y_axis),
        lane_panel(drawn, time, room.y_axis, room.letters),
    ]
    return themed({"vconcat": panels, "spacing": 6})
