"""Diaries drawn from the attack-rate model itself, the slow and obvious way.

Nothing here shares code with `surcease.inference`: chain and exposures are those of
`plain_density`, which says how likely a diary is; this says which diaries there are.
"""

from __future__ import annotations

import math

import numpy as np

from oracles.plain_density import BACKGROUND, logistic, plain_chain, plain_log_rate_ratio

UNKNOWN = -1


def draw_theta(rng, problem):
    return rng.normal(problem.prior_mean, problem.prior_sd)


def simulate_problem(rng, theta, problem):
    """Return the problem with counts drawn given theta.

    A day in one slot is written down or not, as its count decides. A day in two is one whose
    attacks have times, so it is always known, and tells nothing about what gets written down.
    """
    counts = simulate_counts(rng, theta, problem)
    day = np.cumsum(problem.opens_day) - 1
    whole = np.bincount(day)[day] == 1
    missed = np.where(counts > 0, logistic(theta[7]), logistic(theta[6]))
    written = (rng.random(counts.size) >= missed) | ~whole
    return problem._replace(
        counts=np.where(written, counts, UNKNOWN),
        quiet_days=int(np.sum(whole & written & (counts == 0))),
        busy_days=int(np.sum(whole & written & (counts > 0))),
    )


def simulate_counts(rng, theta, problem):
    phi = math.exp(theta[5])
    x = plain_log_rate_ratio(theta, problem)
    counts = np.empty(len(problem.counts), dtype=np.int64)
    for slot, state in enumerate(simulate_states(rng, theta, problem)):
        in_bout = math.exp(theta[0] + problem.levels[state - 1] + x[slot])
        mean = (in_bout if state else BACKGROUND) * problem.length[slot]
        counts[slot] = rng.negative_binomial(phi, phi / (phi + mean))
    return counts


def simulate_states(rng, theta, problem):
    """Walk the chain from day to day; 0 is remission, then come the levels."""
    initial, transition = plain_chain(theta, problem.levels)
    law = initial
    for opens_day in problem.opens_day:
        if opens_day:
            state = rng.choice(law.size, p=law / law.sum())
            law = transition[state]
        yield state
