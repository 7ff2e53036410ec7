from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from surcease.course.bouts import Bout
from surcease.course.clock import Clock
from surcease.course.season import Season
from surcease.course.subtype import SubtypeStretch
from surcease.course.summary import AttackSummary
from surcease.effects.by_dose_amount import ByDoseAmount
from surcease.effects.counterfactual import Prevented
from surcease.effects.effect import AmountEffect, TreatmentEffect, Verdict, WearOffPoint
from surcease.effects.estimate import DueDate, Estimate
from surcease.effects.forecast import Forecast
from surcease.effects.severity.effect import OutcomeEffect, SeverityEffect

if TYPE_CHECKING:  # what checks need is a third of the modules, and most analyses ask for none
    from surcease.effects.dose_window import DoseWindow
    from surcease.effects.influence import Influence
    from surcease.effects.placebo_dates import PlaceboDates
    from surcease.effects.what_would_tell import WhatWouldTell

__all__ = [
    "AmountEffect",
    "Analysis",
    "Answers",
    "AttackSummary",
    "Bout",
    "ByDoseAmount",
    "Checks",
    "Clock",
    "Course",
    "Days",
    "Details",
    "Diagnostics",
    "DoseLane",
    "DueDate",
    "Estimate",
    "Forecast",
    "OutcomeEffect",
    "Prevented",
    "Season",
    "SeverityEffect",
    "SubtypeStretch",
    "Timeline",
    "TreatmentEffect",
    "Verdict",
    "WearOffPoint",
]


@dataclass(frozen=True, slots=True)
class Days:
    from_on: date
    to_on: date
    observed: int
    unknown: int
    attacks: int


@dataclass(frozen=True, slots=True)
class Course:
    subtype: str
    criteria: str
    bouts: tuple[Bout, ...]
    in_bout_now: float
    attacks_per_day_now: Estimate


@dataclass(frozen=True, slots=True)
class Diagnostics:
    method: str
    pareto_k: float | None
    ess: float
    log_evidence: float | None
    warnings: tuple[str, ...]


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
class Answers:
    """Answers that follow from one posterior.

    Attributes
    ----------
    forecast
        Attacks of the days to come, with and without one more dose.
    prevented
        Attacks that each treatment of the model has prevented so far, by key.
    by_dose_amount
        Whether the amount of a dose matters, by key of the treatments that act in pulses.
    severity
        What each treatment of the model does to the attacks that it does not prevent, by key.
    """

    forecast: Forecast
    prevented: dict[str, Prevented] = field(default_factory=dict)
    by_dose_amount: dict[str, ByDoseAmount] = field(default_factory=dict)
    severity: dict[str, SeverityEffect] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checks:
    """Whether the effect of one treatment stands up to questions, and what would tell more.

    Each is None where it cannot be asked: of a regimen, of doses that no known day follows, or, for
    `would_tell`, where the verdict is already at least suggestive.
    """

    placebo_dates: PlaceboDates | None = None
    dose_window: DoseWindow | None = None
    influence: Influence | None = None
    would_tell: WhatWouldTell | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything Surcease says about one diary; every number on any page comes from here.

    `checks` are by treatment, and None where they were not asked for: they take seconds.
    """

    days: Days | None
    course: Course | None
    treatments: tuple[TreatmentEffect, ...]
    diagnostics: Diagnostics
    details: Details | None
    version: str
    seed: int
    answers: Answers | None = None
    checks: dict[str, Checks] | None = None
