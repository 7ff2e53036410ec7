"""The word beside an effect, and why.

A verdict speaks of evidence, not of size. It refuses where the diary cannot tell: where the
posterior is hardly narrower than the prior, or where two treatments always moved together.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from surcease.effects import reasons
from surcease.effects.effect import Verdict
from surcease.effects.estimate import Floats, probability, weighted_sd

STRONG = 0.995
"""Probability of one direction above which evidence is strong. Without any effect one in a hundred
would pass by chance alone, fewer under a sceptical prior; that leaves room for what no model of a
course gets right."""

STRONG_FOR_MORE = 0.9999
"""The same for more attacks. Doses are given because attacks are many, and what of that the course
does not take up works in this direction: among simulated infusions without effect, nearly all false
alarms said more attacks."""

SUGGESTIVE = 0.90
LIKE_PRIOR = 0.75
"""Posterior over prior standard deviation above which the diary has hardly spoken."""

TOGETHER = 0.9
"""Correlation of exposures above which two treatments moved together."""

CONFOUNDED = -0.6
"""Posterior correlation of two effects below which only their sum is known."""

FEW_DOSES = 3
"""With fewer doses, wear-off rests on the prior."""

FEW_ATTACKS = 10
"""Where so few attacks leave the prior as it was, their number is the reason."""

SMALLEST_CHANGE = 0.05
"""An exposure that stays below this has hardly happened; amounts that vary less are alike."""


class Evidence(NamedTuple):
    """All that a verdict looks at.

    Attributes
    ----------
    beta, weight : (num_draws,)
        Draws of the log rate ratio.
    prior_sd : float
    exposure : (num_known_days,)
        Exposure on the days that are known.
    times : int or None
        How often a pulse was given; None for a regimen.
    confounded_with : tuple of str
        Treatments whose effect cannot be told from this one's.
    attacks : int or None
        Recorded on the known days.
    reliable : bool
        Whether the sampling settled; where not, no verdict is better than unclear.
    alike_every_day : bool
        Taken at the same amount on every known day: all there is to see is its lag.
    """

    beta: Floats
    weight: Floats
    prior_sd: float
    exposure: Floats
    times: int | None
    confounded_with: tuple[str, ...] = ()
    alike_every_day: bool = False
    attacks: int | None = None
    reliable: bool = True


def judge(evidence: Evidence) -> tuple[Verdict, tuple[str, ...]]:
    """Return the verdict and the codes of its reasons."""
    blocking = obstacles(evidence)
    if blocking:
        return Verdict.CANNOT_TELL, blocking
    fewer = probability(evidence.beta < 0.0, evidence.weight)
    sure = max(fewer, 1.0 - fewer)
    because = [
        reasons.INTERVAL_EXCLUDES_NO_EFFECT
        if sure >= 0.975
        else reasons.INTERVAL_INCLUDES_NO_EFFECT
    ]
    if sure >= SUGGESTIVE and fewer < 0.5:
        because.append(reasons.MORE_ATTACKS)
    if evidence.times is not None and evidence.times < FEW_DOSES:
        because.append(reasons.FEW_DOSES)
    if not evidence.reliable:
        return Verdict.UNCLEAR, (*because, reasons.SAMPLING_UNCERTAIN)
    return word(sure, fewer=fewer >= 0.5), tuple(because)


def word(sure: float, *, fewer: bool) -> Verdict:
    if sure >= (STRONG if fewer else STRONG_FOR_MORE):
        return Verdict.STRONG
    return Verdict.SUGGESTIVE if sure >= SUGGESTIVE else Verdict.UNCLEAR


def obstacles(evidence: Evidence) -> tuple[str, ...]:
    """Return why the diary cannot tell, or nothing."""
    exposure = evidence.exposure
    if exposure.size == 0 or exposure.max() < SMALLEST_CHANGE:
        return (reasons.NEVER_IN_PERIOD,)
    found = [reasons.moves_with(other) for other in evidence.confounded_with]
    if weighted_sd(evidence.beta, evidence.weight) > LIKE_PRIOR * evidence.prior_sd:
        found.append(reasons.POSTERIOR_LIKE_PRIOR)
        if evidence.attacks is not None and evidence.attacks < FEW_ATTACKS:
            found.append(reasons.FEW_ATTACKS)
    if evidence.alike_every_day:
        found.append(reasons.ON_EVERY_DAY)
    return tuple(found)


def confounded(beta: Floats, weight: Floats, exposure: Floats) -> NDArray[np.bool_]:
    """Return which treatments' effects cannot be told from each other, square and symmetric.

    `beta` is (num_draws, num_treatments), `exposure` (num_treatments, num_known_days).
    """
    posterior = correlations(beta.T, weight)
    uniform = np.full(exposure.shape[1], 1.0 / max(1, exposure.shape[1]))
    together = correlations(exposure, uniform)
    return np.asarray((posterior < CONFOUNDED) & (together > TOGETHER))


def correlations(rows: Floats, weight: Floats) -> Floats:
    """Return weighted correlations of rows, 0 where a row does not vary."""
    centred = rows - (rows @ weight)[:, None]
    covariance = (centred * weight) @ centred.T
    scale = np.sqrt(np.diag(covariance))
    scale[scale == 0.0] = np.inf
    return np.asarray(covariance / np.outer(scale, scale))
