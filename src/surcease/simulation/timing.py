"""When a dose is given. Every rule sees the recorded past and nothing of the truth."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from surcease.simulation.past import Past


class Now(NamedTuple):
    """What there is to decide on, in the morning of a day.

    Attributes
    ----------
    last
        Day of this treatment's latest dose.
    luck
        Uniform from -1 to 1, drawn anew after each dose: jitter of an appointment.
    mood
        Standard normal, drawn anew each day: noise of a feeling.
    given
        Treatments already given today.
    """

    day: int
    past: Past
    last: int | None
    luck: float
    mood: float
    given: frozenset[str]

    @property
    def since_last(self) -> float:
        return math.inf if self.last is None else self.day - self.last


class Timing(Protocol):
    def due(self, now: Now) -> bool: ...


@dataclass(frozen=True, slots=True)
class ByIndication:
    """Given when more attacks than a personal threshold were written in the last days.

    The threshold is multiplied by exp(noise * mood): a patient does not count exactly.
    """

    over_days: int
    threshold: float
    minimum_gap_days: int
    noise: float = 0.2

    def due(self, now: Now) -> bool:
        if now.since_last < self.minimum_gap_days:
            return False
        return now.past.recent(self.over_days) > self.threshold * math.exp(self.noise * now.mood)


@dataclass(frozen=True, slots=True)
class BySchedule:
    every_days: int
    jitter_days: float = 0.0
    first_day: int = 0

    def due(self, now: Now) -> bool:
        jitter = round(self.jitter_days * now.luck)
        if now.last is None:
            return now.day >= self.first_day + jitter
        return now.since_last >= self.every_days + jitter


@dataclass(frozen=True, slots=True)
class WhenBack:
    """Given when it feels due: attacks are back to a share of what they were before the last dose.

    `fewest` attacks in `over_days` are needed in any case, for the first dose too.
    """

    over_days: int
    share: float
    fewest: int
    minimum_gap_days: int

    def due(self, now: Now) -> bool:
        if now.since_last < self.minimum_gap_days:
            return False
        before = 0 if now.last is None else now.past.before(now.last, self.over_days)
        return now.past.recent(self.over_days) >= max(self.fewest, self.share * before)


@dataclass(frozen=True, slots=True)
class OnDays:
    days: tuple[int, ...]

    def due(self, now: Now) -> bool:
        return now.day in self.days


@dataclass(frozen=True, slots=True)
class AlongWith:
    """Given at the same visits as another treatment, which stands earlier in the scenario."""

    treatment: str

    def due(self, now: Now) -> bool:
        return self.treatment in now.given


@dataclass(frozen=True, slots=True)
class Either:
    rules: tuple[Timing, ...]

    def due(self, now: Now) -> bool:
        return any(rule.due(now) for rule in self.rules)


@dataclass(frozen=True, slots=True)
class InBouts:
    """Stopped once no attack was written for some days."""

    rule: Timing
    quiet_days: int

    def due(self, now: Now) -> bool:
        return now.past.recent(self.quiet_days) > 0 and self.rule.due(now)
