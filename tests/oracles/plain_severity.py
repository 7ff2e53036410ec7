"""The severity model written the slow and obvious way, to judge the filter.

Nothing here shares code with `surcease.inference`: both walks live on a fine grid, with the
transition of an Ornstein-Uhlenbeck process between its points, and are summed out exactly.
"""

from __future__ import annotations

import math

import numpy as np
from scipy.special import expit
from scipy.stats import norm

WIDE = 4.5
STEPS_IN_A_MOVE = 1.5
"""Grid points in the spread of one day's move: enough for the trapezoid rule to be exact."""


def plain_severity_log_density(theta, problem):
    return plain_log_prior(theta, problem) + plain_log_likelihood(theta, problem)


def plain_log_prior(theta, problem):
    return norm.logpdf(theta, problem.prior_mean, problem.prior_sd).sum()


def plain_cutpoints(theta, problem):
    first = len(theta) - problem.num_grades + 1
    cuts = [theta[first]]
    for log_gap in theta[first + 1 :]:
        cuts.append(cuts[-1] + math.exp(log_gap))
    return np.array(cuts)


def plain_shifts(theta, problem):
    num_pulses = len(problem.pulses.first) - 1
    x = np.zeros(len(problem.grade))
    for pulse in range(num_pulses):
        shift, log_half, log_sharpness = theta[4 + 3 * pulse : 7 + 3 * pulse]
        spared = [1.0] * len(x)
        for triple in range(problem.pulses.first[pulse], problem.pulses.first[pulse + 1]):
            u = math.exp(problem.pulses.log_u[triple])
            faded = 1 + (u / math.exp(log_half)) ** math.exp(log_sharpness)
            spared[problem.pulses.slot[triple]] *= 1 - problem.pulses.rise[triple] / faded
        x += shift * (1 - np.array(spared))
    for row, covariate in enumerate(problem.covariates):
        x += theta[4 + 3 * num_pulses + row] * covariate
    return x


def plain_log_likelihood(theta, problem):
    slow, quick = PlainWalk(*np.exp(theta[:2])), PlainWalk(*np.exp(theta[2:4]))
    cuts = np.concatenate([[-np.inf], plain_cutpoints(theta, problem), [np.inf]])
    x = plain_shifts(theta, problem)
    level = slow.points[:, None] + quick.points
    law, total = np.outer(slow.settled, quick.settled), 0.0
    for attack, grade in enumerate(problem.grade):
        if problem.gap_days[attack] > 0:
            law = slow.moved(problem.gap_days[attack]).T @ law
            law = law @ quick.moved(problem.gap_days[attack])
        reached = expit(level + x[attack] - cuts[grade])
        worse = expit(level + x[attack] - cuts[problem.highest[attack] + 1])
        law = law * (reached - worse)
        total += math.log(law.sum())
        law = law / law.sum()
    return total


class PlainWalk:
    def __init__(self, sd, rate):
        move = sd * math.sqrt(1 - math.exp(-2 * rate))
        half = math.ceil(WIDE * sd / (move / STEPS_IN_A_MOVE))
        self.points = np.linspace(-WIDE * sd, WIDE * sd, 2 * half + 1)
        self.sd, self.rate = sd, rate
        self.settled = norm.pdf(self.points, 0, sd)
        self.settled /= self.settled.sum()

    def moved(self, days):
        kept = math.exp(-self.rate * days)
        spread = self.sd * math.sqrt(1 - kept**2)
        rows = norm.pdf(self.points, kept * self.points[:, None], spread)
        return rows / rows.sum(axis=1, keepdims=True)
