"""Schedules made by hand: one that is told, and the extremes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import nan

from surcease.analysis.result import Days, Diagnostics, Estimate, Verdict
from surcease.analysis.schedule import ScheduleAnalysis
from surcease.effects.dose_gaps import DoseGaps
from surcease.effects.schedule import AtInterval, Schedule

KNOWN = Days(date(2022, 1, 1), date(2024, 12, 31), 1014, 82, 2210)
GAPS = DoseGaps(shortest_days=20.0, usual_days=29.0, seen_to_days=32.0)


def told(first: int = 14, last: int = 60) -> ScheduleAnalysis:
    """An infusion about monthly: 40 attacks a month of a bout without it."""
    return analysis_of(
        Schedule(
            treatment="magnesium_sulfate_iv",
            name="Magnesium sulfate infusion",
            doses=38,
            verdict=Verdict.STRONG,
            because=("interval_excludes_no_effect",),
            gaps=GAPS,
            as_given=Estimate(24.0, 21.0, 27.0),
            without=Estimate(40.0, 31.0, 55.0),
            by_interval=tuple(at_interval(every) for every in range(first, last + 1)),
        )
    )


def at_interval(every: int) -> AtInterval:
    reduction = 0.6 * 14 / max(every, 14)
    attacks = 40.0 * (1 - reduction)
    return AtInterval(
        every_days=every,
        attacks=Estimate(attacks, attacks - 4, attacks + 6),
        reduction=Estimate(reduction, reduction - 0.1, min(reduction + 0.1, 0.99)),
        seen=GAPS.seen(every),
    )


def untold() -> ScheduleAnalysis:
    schedule = replace(told().schedule, verdict=Verdict.CANNOT_TELL, as_given=None, without=None)
    return analysis_of(replace(schedule, because=("posterior_like_prior",), by_interval=()))


def without_days() -> ScheduleAnalysis:
    nothing = replace(
        untold().schedule, because=("no_known_days",), gaps=DoseGaps(None, None, None)
    )
    return replace(analysis_of(nothing), days=None)


def not_a_number() -> ScheduleAnalysis:
    nothing = Estimate(nan, nan, nan)
    points = tuple(
        replace(each, attacks=nothing, reduction=nothing) for each in told().schedule.by_interval
    )
    broken = replace(told().schedule, by_interval=points, as_given=nothing, without=nothing)
    return analysis_of(broken)


def named(name: str) -> ScheduleAnalysis:
    return analysis_of(replace(told().schedule, name=name))


def analysis_of(schedule: Schedule) -> ScheduleAnalysis:
    return ScheduleAnalysis(KNOWN, schedule, Diagnostics("psis", 0.3, 612.0, -1.0, ()), "0.1.0", 1)
