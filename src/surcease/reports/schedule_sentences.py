"""What is said of a schedule; the terminal and the HTML page share these."""

from __future__ import annotations

from collections.abc import Sequence

from surcease.analysis.result import Estimate
from surcease.effects.dose_gaps import DoseGaps
from surcease.effects.schedule import AtInterval, Schedule
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports import words
from surcease.reports.reasons import because

MEANING = gettext_noop(
    "Attacks in a month (30 days) of a bout, if doses were given steadily at each "
    "interval. They are means over days like those in a bout of this diary, with the other "
    "treatments as they were then; a single month scatters more. Remissions are left out."
)
LIMITS = gettext_noop(
    "This describes what the diary shows; it is not advice. It knows nothing of largest amounts, "
    "smallest gaps or side effects, and it recommends no interval."
)
BEYOND = "~"
BEYOND_MEANING = gettext_noop(
    "~ Shorter or longer than the diary has seen: it follows from the shape that the model "
    "gives to the wear-off."
)


def title(schedule: Schedule) -> str:
    return _("{name}: how often").format(name=schedule.name)


def given(schedule: Schedule) -> str:
    """Say how often it was given: "36 doses, usually 29 days apart, at the least 20"."""
    doses, gaps = words.count(schedule.doses, "dose"), schedule.gaps
    if gaps.usual_days is None or gaps.shortest_days is None:
        return doses
    usual = words.count(round(gaps.usual_days), "day")
    return _("{doses}, usually {usual} apart, at the least {least}").format(
        doses=doses, usual=usual, least=round(gaps.shortest_days)
    )


def seen(gaps: DoseGaps) -> str:
    if gaps.seen_to_days is None:
        return _("too few known days in a bout after a dose")
    return _("what is left of a dose for up to {days}").format(
        days=words.count(round(gaps.seen_to_days), "day")
    )


def month(attacks: Estimate) -> str:
    return _("{rate} attacks ({interval}: {span})").format(
        rate=words.rate(attacks.median),
        interval=words.interval(attacks.level),
        span=words.rate_range(attacks),
    )


def verdict(schedule: Schedule) -> str:
    reasons = because(schedule.because)
    verdict = words.verdict(schedule.verdict)
    if not reasons:
        return verdict
    return _("{verdict}, because {reasons}").format(verdict=verdict, reasons=reasons)


def cannot_tell(schedule: Schedule) -> str:
    return _(
        "The diary cannot tell what {name} does to the attacks, so it cannot tell what another "
        "interval would do. No curve is drawn: it would only show what was assumed before reading "
        "the diary."
    ).format(name=schedule.name)


def interval(point: AtInterval) -> str:
    mark = "" if point.seen else f" {BEYOND}"
    return f"{words.count(point.every_days, 'day')}{mark}"


def spread(points: Sequence[AtInterval], most: int) -> list[AtInterval]:
    """Return at most so many points, the first and the last among them, evenly apart."""
    if len(points) <= most:
        return list(points)
    return [points[round(n * (len(points) - 1) / (most - 1))] for n in range(most)]
