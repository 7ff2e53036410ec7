from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from surcease.effects.estimate import DueDate, Estimate


class Verdict(StrEnum):
    """The word beside an effect: how sure the diary makes us that there is one."""

    STRONG = "strong"
    SUGGESTIVE = "suggestive"
    UNCLEAR = "unclear"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class WearOffPoint:
    """The reduction on one day after a single dose."""

    day: float
    reduction: Estimate


@dataclass(frozen=True, slots=True)
class AmountEffect:
    """The reduction that a steady daily amount brings."""

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
