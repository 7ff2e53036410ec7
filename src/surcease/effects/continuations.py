"""The ways in which a diary could go on that bear on the effect of one treatment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from surcease.effects.dose_gaps import dose_days, usual_interval
from surcease.effects.examined import Examined
from surcease.effects.exposed import ExposedPulse
from surcease.effects.given import Given
from surcease.effects.together import NEARLY_ALWAYS
from surcease.effects.treatment_effects import gather_evidence

MORE_DOSES = (1, 3, 6)
MORE_DAYS = (28, 84, 168)
APART_DAYS = 7
FEWEST_APART = 3

STILL_GIVEN = 2.0
"""A treatment goes on if its latest dose was at most so many usual intervals ago."""


class Kind(StrEnum):
    """What the diary would have more of."""

    DOSES = "more_doses"
    DOSES_APART = "doses_apart"
    DAYS = "more_days"


@dataclass(frozen=True, slots=True)
class Continuation:
    """One way in which a diary could go on; everything else goes on as it was.

    Attributes
    ----------
    doses
        Further doses at the usual interval; 0 for a treatment taken daily.
    days
        Further days, up to one interval after the last of these doses.
    apart_from, apart_from_name
        The treatment that is given a week after each of these doses instead of with it.
    """

    kind: Kind
    doses: int
    days: int
    apart_from: str | None = None
    apart_from_name: str | None = None


class Habit(NamedTuple):
    """How a treatment has been given: every so many days, the latest dose so many days ago."""

    interval: int
    since_latest: int | None

    @property
    def goes_on(self) -> bool:
        return self.since_latest is not None and self.since_latest <= STILL_GIVEN * self.interval

    @property
    def next_ahead(self) -> int:
        """Return in how many days the next dose is due; the next day is the first there is."""
        return max(1, self.interval - (self.since_latest or 0))

    def next_days(self, number: int) -> list[int]:
        return [self.next_ahead + nth * self.interval for nth in range(number)]

    def days_until(self, last: int) -> list[int]:
        return list(range(self.next_ahead, last + 1, self.interval)) if self.goes_on else []


class Plan(NamedTuple):
    """A continuation with the days of all doses, counted from the last day of the diary."""

    continuation: Continuation
    doses: dict[str, list[int]]


def plans(examined: Examined, treatment: str) -> list[Plan]:
    """Return what to ask of one treatment, the shortest of each kind first."""
    habits = {each.given.key: habit_of(examined, each) for each in examined.arrays.pulses}
    if treatment not in habits:
        return [plan_days(habits, days) for days in MORE_DAYS]
    partners = given_with(examined, treatment)
    if not partners:
        return [plan_doses(habits, treatment, number) for number in MORE_DOSES]
    pulse = examined.arrays.pulses[examined.pulse_index(treatment)]
    enough = enough_apart(pulse.given.times)
    return [
        plan_together(plan_doses(habits, treatment, number), treatment, partners, apart)
        for apart in (None, *partners)
        for number in (enough, 2 * enough)
    ]


def plan_days(habits: dict[str, Habit], days: int) -> Plan:
    doses = {key: habit.days_until(days) for key, habit in habits.items()}
    return Plan(Continuation(Kind.DAYS, 0, days), doses)


def plan_doses(habits: dict[str, Habit], treatment: str, number: int) -> Plan:
    """Give doses of one treatment at its usual interval, and all that goes on besides."""
    own = habits[treatment].next_days(number)
    days = own[-1] + habits[treatment].interval - 1
    doses = {key: habit.days_until(days) for key, habit in habits.items()}
    return Plan(Continuation(Kind.DOSES, number, days), {**doses, treatment: own})


def plan_together(plan: Plan, treatment: str, partners: list[Given], apart: Given | None) -> Plan:
    """Give what was always given with a treatment on its days, but one of them a week later."""
    own = plan.doses[treatment]
    doses = {**plan.doses, **{each.key: own for each in partners}}
    if apart is None:
        return plan._replace(doses=doses)
    later = [day + APART_DAYS for day in own if day + APART_DAYS <= plan.continuation.days]
    continuation = replace(
        plan.continuation,
        kind=Kind.DOSES_APART,
        apart_from=apart.key,
        apart_from_name=apart.name,
    )
    return Plan(continuation, {**doses, apart.key: later})


def enough_apart(times: int) -> int:
    """Return after how many doses apart two treatments no longer count as given together."""
    return max(FEWEST_APART, int(times * (1.0 / NEARLY_ALWAYS - 1.0)) + 1)


def given_with(examined: Examined, treatment: str) -> list[Given]:
    """Return the pulses from which the diary cannot tell this one."""
    evidence = gather_evidence(examined.arrays, examined.posterior)
    confounded = evidence[examined.pulse_index(treatment)].confounded_with
    return [each.given for each in examined.arrays.pulses if each.given.name in confounded]


def habit_of(examined: Examined, pulse: ExposedPulse) -> Habit:
    given = dose_days(examined.arrays, pulse)
    interval = max(1, round(usual_interval(pulse, given)))
    since = len(examined.arrays.days) - 1 - int(given[-1]) if given.size else None
    return Habit(interval, since)
