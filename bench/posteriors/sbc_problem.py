"""The diary that simulation-based calibration fills with counts: days, doses and a regimen."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from surcease.diary import DayCount, Diary, Dose, Moment, Regimen, Span, civil_days
from surcease.effects.arrays import Arrays, build_arrays
from surcease.effects.given import given_treatments

FIRST_ON = date(2023, 1, 1)
NUM_DAYS = 330
DOSES = ((25, 9), (62, 14), (90, 11), (140, 16), (205, 10), (271, 13))
"""Day and hour of each infusion: some follow on each other's effect, some stand alone."""

WITHOUT_TIMES = (62, 205)
"""Days of a dose whose attacks have no times: they are not cut in two."""

STEPS = ((40, 240), (75, 480), (150, 360), (220, 0), (265, 240))
"""From which day on how many mg of verapamil."""


def sbc_arrays() -> Arrays:
    """Return the problem without its counts: every day but those of WITHOUT_TIMES is quiet."""
    diary = empty_diary()
    return build_arrays(civil_days(diary), given_treatments(diary))


def empty_diary() -> Diary:
    return Diary(
        "UTC",
        coverage=(Span(day(0), day(NUM_DAYS - 1)),),
        doses=tuple(infusion(*each) for each in DOSES),
        regimens=tuple(regimens()),
        days=tuple(DayCount(day(each), None) for each in WITHOUT_TIMES),
    )


def infusion(day_index: int, hour: int) -> Dose:
    given_at = datetime.combine(day(day_index), time(hour), tzinfo=UTC)
    return Dose(Moment.of(given_at, "UTC"), "magnesium_sulfate_iv", 2, "g")


def regimens() -> list[Regimen]:
    ends = [*(start for start, _ in STEPS[1:]), NUM_DAYS]
    return [
        Regimen("verapamil", amount, "mg", day(start), day(end - 1))
        for (start, amount), end in zip(STEPS, ends, strict=True)
        if amount
    ]


def day(index: int) -> date:
    return FIRST_ON + timedelta(days=index)
