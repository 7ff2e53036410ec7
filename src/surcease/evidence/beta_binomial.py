"""A share over studies that differ, without a correction where all or none responded."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from scipy.optimize import brentq, minimize_scalar
from scipy.special import expit
from scipy.stats import betabinom, chi2

from surcease.evidence.effects import LEVEL, Range
from surcease.evidence.results import Counts

EDGE = 1e-6
"""How near a share may come to none or all."""

LOGITS = (-12.0, 6.0)
"""Of the correlation within a study: from as good as none to as good as whole."""


def beta_binomial(counts: Sequence[Counts]) -> Range:
    """Return the mean share of studies whose own shares scatter as a beta distribution does.

    Maximum likelihood, with the interval of the profile likelihood.
    """
    found = minimize_scalar(
        lambda share: -_profile(share, counts), bounds=(EDGE, 1 - EDGE), method="bounded"
    )
    best = float(found.x)
    floor = -float(found.fun) - float(chi2.ppf(LEVEL, 1)) / 2
    low, high = (
        _crossing(lambda share: _profile(share, counts) - floor, best, end)
        for end in (EDGE, 1 - EDGE)
    )
    return Range(best, low, high)


def _profile(share: float, counts: Sequence[Counts]) -> float:
    """Return the log likelihood of a share at the best correlation within studies."""
    found = minimize_scalar(
        lambda logit: -_log_likelihood(share, float(expit(logit)), counts),
        bounds=LOGITS,
        method="bounded",
    )
    return -float(found.fun)


def _log_likelihood(share: float, correlation: float, counts: Sequence[Counts]) -> float:
    size = (1 - correlation) / correlation
    a, b = share * size, (1 - share) * size
    yes, of = zip(*((each.yes, each.of) for each in counts), strict=True)
    return float(np.sum(betabinom.logpmf(yes, of, a, b)))


def _crossing(above: Callable[[float], float], best: float, end: float) -> float:
    """Return where a function falls below zero between the best value and an end, or the end."""
    return round(end) if above(end) > 0 else float(brentq(above, best, end))
