"""What is said of a schedule; the terminal and the HTML page share these."""

from __future__ import annotations

from collections.abc import Sequence

from surcease.analysis.result import Estimate
from surcease.effects.dose_gaps import DoseGaps
from surcease.effects.reasons import explain
from surcease.effects.schedule import DAYS_A_MONTH, AtInterval, Schedule
from surcease.reports import words

MEANING = (
    f"Attacks in a month ({DAYS_A_MONTH} days) of a bout, if doses were given steadily at each "
    "interval. They are means over days like those in a bout of this diary, with the other "
    "treatments as they were then; a single month scatters more. Remissions are left out."
)
LIMITS = (
    "This describes what the diary shows; it is not advice. It knows nothing of largest amounts, "
    "smallest gaps or side effects, and it recommends no interval."
)
BEYOND = "~"
BEYOND_MEANING = (
    f"{BEYOND} Shorter or longer than the diary has seen: it follows from the shape that the model "
    "gives to the wear-off."
)


def title(schedule: Schedule) -> str:
    return f"{schedule.name}: how often"


def given(schedule: Schedule) -> str:
    """Say how often it was given: "36 doses, usually 29 days apart, at the least 20"."""
    doses, gaps = words.count(schedule.doses, "dose"), schedule.gaps
    if gaps.usual_days is None or gaps.shortest_days is None:
        return doses
    usual = words.count(round(gaps.usual_days), "day")
    return f"{doses}, usually {usual} apart, at the least {round(gaps.shortest_days)}"


def seen(gaps: DoseGaps) -> str:
    if gaps.seen_to_days is None:
        return "too few known days in a bout after a dose"
    return f"what is left of a dose for up to {words.count(round(gaps.seen_to_days), 'day')}"


def month(attacks: Estimate) -> str:
    level = words.interval(attacks.level)
    return f"{words.rate(attacks.median)} attacks ({level}: {words.rate_range(attacks)})"


def verdict(schedule: Schedule) -> str:
    reasons = "; ".join(map(explain, schedule.because))
    return (
        f"{words.verdict(schedule.verdict)}, because {reasons}"
        if reasons
        else (words.verdict(schedule.verdict))
    )


def cannot_tell(schedule: Schedule) -> str:
    return (
        f"The diary cannot tell what {schedule.name} does to the attacks, so it cannot tell what "
        "another interval would do. No curve is drawn: it would only show what was assumed before "
        "reading the diary."
    )


def interval(point: AtInterval) -> str:
    mark = "" if point.seen else f" {BEYOND}"
    return f"{words.count(point.every_days, 'day')}{mark}"


def spread(points: Sequence[AtInterval], most: int) -> list[AtInterval]:
    """Return at most so many points, the first and the last among them, evenly apart."""
    if len(points) <= most:
        return list(points)
    return [points[round(n * (len(points) - 1) / (most - 1))] for n in range(most)]
