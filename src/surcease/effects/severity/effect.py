from __future__ import annotations

from dataclasses import dataclass

from surcease.effects.effect import Verdict
from surcease.effects.estimate import Estimate


@dataclass(frozen=True, slots=True)
class OutcomeEffect:
    """What the posterior says of one treatment and one outcome of the attacks that remain.

    It is that of full exposure, or for a regimen of the amount taken on most days, on an attack
    that is average in all else. Without an estimate the verdict is "cannot tell".

    Attributes
    ----------
    change
        Intensity: in points of the scale of 0 to 10, negative is milder. Duration: the ratio of
        geometric means, below 1 is shorter.
    odds_ratio
        Odds of an attack above any threshold with the treatment over those without; below 1 is
        better.
    probability_better
        That attacks are milder, or shorter.
    because
        Codes of `surcease.effects.reasons` and `surcease.effects.severity.reasons`.
    attacks, attacks_under_it
        Attacks with this outcome written down, and for durations without an acute treatment; those
        of them that began under half of the full exposure, of a regimen half of the usual amount,
        or more.
    """

    verdict: Verdict
    because: tuple[str, ...]
    attacks: int
    attacks_under_it: int = 0
    change: Estimate | None = None
    odds_ratio: Estimate | None = None
    probability_better: float | None = None


@dataclass(frozen=True, slots=True)
class SeverityEffect:
    """What one treatment does to how bad attacks are and to how long they last."""

    intensity: OutcomeEffect
    duration: OutcomeEffect
