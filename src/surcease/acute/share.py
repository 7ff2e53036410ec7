from __future__ import annotations

from dataclasses import dataclass

from scipy.special import betaincinv

from surcease.acute.choices import choices
from surcease.formulary import Fact


@dataclass(frozen=True, slots=True)
class Share:
    """Of how many attacks something was true, and what that makes likely.

    Parameters
    ----------
    yes, of
        Counted in the diary.
    median, low, high
        Of the posterior: a beta distribution.
    published
        The published rate that the prior leans on, or None.
    from_prior
        How much of what is known comes from the prior, 0 to 1.
    """

    yes: int
    of: int
    median: float
    low: float
    high: float
    published: Fact | None
    from_prior: float

    @property
    def observed(self) -> float:
        return self.yes / self.of


def share(yes: int, of: int, published: Fact | None = None) -> Share:
    """Estimate a share from counts, leaning on a published rate as on a few attacks more."""
    chosen = choices()
    if published is None:
        weight, rate = chosen.unknown_attacks, 0.5
    else:
        weight, rate = chosen.published_attacks, float(published.value) / 100
    for_it, against = yes + weight * rate, of - yes + weight * (1 - rate)
    tail = (1 - chosen.level) / 2
    low, median, high = (float(betaincinv(for_it, against, each)) for each in (tail, 0.5, 1 - tail))
    return Share(yes, of, median, low, high, published, weight / (weight + of))
