from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Verdict(StrEnum):
    STRONG = "strong"
    SUGGESTIVE = "suggestive"
    UNCLEAR = "unclear"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A posterior median with the central interval that holds `level` of the posterior."""

    median: float
    low: float
    high: float
    level: float = 0.95


@dataclass(frozen=True, slots=True)
class DueDate:
    """When the effect of the latest dose has halved; `level` of the posterior is in low to high."""

    median: date
    low: date
    high: date
    level: float = 0.80


@dataclass(frozen=True, slots=True)
class Days:
    from_on: date
    to_on: date
    observed: int
    unknown: int
    attacks: int


@dataclass(frozen=True, slots=True)
class Bout:
    from_on: date
    to_on: date
    attacks: int


@dataclass(frozen=True, slots=True)
class Course:
    subtype: str
    criteria: str
    bouts: tuple[Bout, ...]
    in_bout_now: float
    attacks_per_day_now: Estimate


@dataclass(frozen=True, slots=True)
class WearOffPoint:
    day: float
    reduction: Estimate


@dataclass(frozen=True, slots=True)
class AmountEffect:
    amount_per_day: float
    unit: str
    reduction: Estimate


@dataclass(frozen=True, slots=True)
class TreatmentEffect:
    """What the posterior says of one treatment.

    Reductions are the fraction of attacks prevented (1 - rate ratio): 0.5 halves them, a negative
    one means more attacks. Fields that do not apply (wear-off of a regimen, any effect of an acute
    treatment) are None or empty. `because` holds codes of `surcease.effects.reasons`.
    """

    treatment: str
    name: str
    role: str
    doses: int
    first_on: date
    last_on: date
    verdict: Verdict
    because: tuple[str, ...]
    reduction: Estimate | None = None
    reduction_over: dict[int, Estimate] = field(default_factory=dict)
    by_day: tuple[WearOffPoint, ...] = ()
    days_to_half: Estimate | None = None
    next_due: DueDate | None = None
    by_amount: tuple[AmountEffect, ...] = ()
    probability_fewer_attacks: float | None = None
    probability_half: float | None = None


@dataclass(frozen=True, slots=True)
class Diagnostics:
    method: str
    pareto_k: float
    ess: float
    log_evidence: float
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AttackSummary:
    """Counts by the kind or type written in the diary, duration in minutes, and intensity."""

    by_type: dict[str, int]
    duration_mean_min: float | None
    duration_sd_min: float | None
    duration_known: int
    by_intensity: dict[str, int]
    by_side: dict[str, int]


@dataclass(frozen=True, slots=True)
class Clock:
    """Attack onsets by local hour, and whether they keep to an hour of the day."""

    by_hour: tuple[int, ...]
    peak_hour: float | None
    concentration: float | None
    p_uniform: float | None


@dataclass(frozen=True, slots=True)
class Season:
    """Observed attacks and observed days by calendar month (January first)."""

    attacks_by_month: tuple[int, ...]
    observed_by_month: tuple[int, ...]
    peak_month: int | None
    p_uniform: float | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """One entry per civil day from `from_on`; `attacks` is None where unknown.

    `rate`, `rate_low` and `rate_high` are fitted attacks a day, `in_bout` a probability.
    """

    from_on: date
    attacks: tuple[int | None, ...]
    rate: tuple[float, ...]
    rate_low: tuple[float, ...]
    rate_high: tuple[float, ...]
    in_bout: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class DoseLane:
    """All doses of one treatment, or the stretches of one regimen, for the timeline."""

    treatment: str
    name: str
    role: str
    given_on: tuple[date, ...] = ()
    stretches: tuple[tuple[date, date, float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SubtypeStretch:
    """From when a subtype held, under the criteria named in Course.criteria."""

    from_on: date
    subtype: str


@dataclass(frozen=True, slots=True)
class Details:
    """What the report shows beside the contract; not part of `surcease.analysis/1` proper."""

    attacks: AttackSummary
    clock: Clock
    season: Season
    timeline: Timeline
    lanes: tuple[DoseLane, ...]
    subtypes: tuple[SubtypeStretch, ...]
    unrecognised: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything Surcease says about one diary; every number on any page comes from here."""

    days: Days | None
    course: Course | None
    treatments: tuple[TreatmentEffect, ...]
    diagnostics: Diagnostics
    details: Details | None
    version: str
    seed: int
