"""From log odds to what is reported: points of intensity, and the ratio of durations."""

from __future__ import annotations

import numpy as np
from scipy.special import expit

from surcease.effects.estimate import Floats
from surcease.effects.severity.fit import SeverityFit
from surcease.inference.severity_problem import LOG_QUICK_SD, LOG_SLOW_SD

NUM_NODES = 15


def change_in_points(fit: SeverityFit, treatment: int, exposure: float) -> Floats:
    """Return how a treatment changes the mean of an outcome, (num_draws,).

    Of an attack that is, in all else, as attacks are on average.
    """
    typical, own = fit.exposure.mean(axis=1), fit.shift[:, treatment]
    without = fit.shift @ typical - own * typical[treatment]
    theta, score = fit.posterior.theta, fit.grades.score
    treated = mean_scores(theta, without + exposure * own, score)
    return treated - mean_scores(theta, without, score)


def ratio_of_durations(fit: SeverityFit, treatment: int, exposure: float) -> Floats:
    """Return by what a treatment multiplies durations, (num_draws,), the outcome being their log.

    Log minutes are nearly a straight line in log odds. Its slope, by least squares through the
    edges between grades, turns a shift in log odds into one in log minutes.
    """
    cuts = cutpoints_of(fit.posterior.theta, fit.grades.score.size)
    centred = cuts - cuts.mean(axis=1, keepdims=True)
    edge = fit.grades.edge - fit.grades.edge.mean()
    slope = centred @ edge / np.maximum((centred**2).sum(axis=1), np.finfo(float).tiny)
    return np.asarray(np.exp(slope * exposure * fit.shift[:, treatment]))


def cutpoints_of(theta: Floats, num_grades: int) -> Floats:
    """Return the cutpoints of each draw, (num_draws, num_grades - 1)."""
    first = theta.shape[1] - (num_grades - 1)
    steps = np.concatenate([theta[:, first : first + 1], np.exp(theta[:, first + 1 :])], axis=1)
    return np.cumsum(steps, axis=1)


def mean_scores(theta: Floats, centre: Floats, score: Floats) -> Floats:
    """Return the mean score of attacks in good and bad times, for each draw, (num_draws,).

    `centre` (num_draws,) is what treatments and covariates add to the level; the course is averaged
    over by Gauss-Hermite quadrature of its standing law.
    """
    nodes, weights = np.polynomial.hermite_e.hermegauss(NUM_NODES)
    spread = np.hypot(np.exp(theta[:, LOG_SLOW_SD]), np.exp(theta[:, LOG_QUICK_SD]))
    level = centre[:, None] + spread[:, None] * nodes
    cuts = cutpoints_of(theta, score.size)
    above = expit(level[:, :, None] - cuts[:, None, :])
    share_above = np.einsum("dnc,n->dc", above, weights / weights.sum())
    return np.asarray(score[0] + share_above @ np.diff(score))
