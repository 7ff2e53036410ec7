"""How likely a slot's entry is in each state of the course.

Counts are negative binomial with mean exp(mu + level + x) times the slot's length, and dispersion
phi; in remission a small background rate takes the place of the level. A day is unknown with
probability m0 when it had no attack and m1 when it had one (recording is informative; Rubin 1976);
of a known day that says the same in every state, so it is counted once a day, not here.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.inference.compile import kernel, summing_kernel
from surcease.inference.problem import Floats, Ints
from surcease.inference.vector_math import exp_in_place, log1p_in_place

BACKGROUND = 0.002
"""Attacks a day in remission: about one in a year and a half."""

LOG_BACKGROUND = float(np.log(BACKGROUND))


class Recording(NamedTuple):
    """What turns attacks into entries: dispersion, and the chance that a day is not written down.

    Attributes
    ----------
    phi : float
        Negative binomial size; the variance is mean + mean^2 / phi.
    m0, m1 : float
        Probability that a day without, or with, an attack is unknown.
    """

    phi: float
    m0: float
    m1: float


class Emission(NamedTuple):
    """Likelihood of every slot in every state.

    Attributes
    ----------
    weights : (num_slots, num_states)
        Likelihoods, each slot's scaled so that none overflows.
    ratio : (num_slots, num_states)
        Mean count over phi.
    log_ratio : (num_slots, num_states)
        log(1 + ratio).
    log_scale : float
        Log of the product of the slots' scales.
    """

    weights: Floats
    ratio: Floats
    log_ratio: Floats
    log_scale: float


@kernel
def slots_with_more_than(counts: Ints) -> Ints:
    """Return for each number below the largest count how many slots have more attacks than it."""
    above = np.zeros(max(int(counts.max()), 0), dtype=np.int64)
    for count in counts:
        if count > 0:
            above[count - 1] += 1
    for i in range(above.size - 2, -1, -1):
        above[i] += above[i + 1]
    return np.asarray(above)


@kernel
def count_log_constant(counts: Ints, phi: float) -> float:
    """Return the part of the log likelihood of all known counts that no state changes.

    lgamma(y + phi) - lgamma(phi) - y log phi - lgamma(y + 1), as sums over the integers below y.
    """
    total = 0.0
    above = slots_with_more_than(counts)
    for i in range(1, above.size):
        total += above[i] * (np.log1p(i / phi) - np.log(i + 1.0))
    return total


@kernel
def count_log_constant_slope(counts: Ints, phi: float) -> float:
    """Return the derivative of `count_log_constant` with respect to log phi."""
    total = 0.0
    above = slots_with_more_than(counts)
    for i in range(1, above.size):
        total -= above[i] * i / (phi + i)
    return total


@kernel
def mean_ratios(levels: Floats, x: Floats, length: Floats, phi: float) -> Floats:
    """Return each slot's mean count in each state, over phi; all levels have x in common."""
    rates, common = np.exp(levels), x.copy()
    exp_in_place(common)
    ratio = np.empty((x.size, levels.size + 1))
    for slot in range(x.size):
        scale = common[slot] * length[slot] / phi
        ratio[slot, 0] = BACKGROUND * length[slot] / phi
        for level in range(levels.size):
            ratio[slot, level + 1] = rates[level] * scale
    return ratio


@kernel
def emit(counts: Ints, length: Floats, levels: Floats, x: Floats, recording: Recording) -> Emission:
    """Return the likelihood of every slot in every state."""
    phi, m0, m1 = recording
    ratio = mean_ratios(levels, x, length, phi)
    log_ratio = ratio.copy()
    log1p_in_place(log_ratio.ravel())
    weights = np.empty_like(ratio)
    log_counts = np.log(np.arange(1, max(int(counts.max()), 1) + 1))
    total = 0.0
    for slot in range(counts.size):
        count = max(counts[slot], 0)
        row = weights[slot]
        for state in range(row.size):
            row[state] = -(count + phi) * log_ratio[slot, state]
        if count > 0:
            log_length = np.log(length[slot]) if length[slot] != 1.0 else 0.0
            row[0] += count * (LOG_BACKGROUND - x[slot])
            for level in range(levels.size):
                row[level + 1] += count * levels[level]
            largest = largest_of(row, levels, log_counts[count - 1] - x[slot] - log_length)
            row -= largest
            total += largest + count * (x[slot] + log_length)
    exp_in_place(weights.ravel())
    for slot in range(counts.size):
        if counts[slot] < 0:
            weights[slot] = m1 + (m0 - m1) * weights[slot]
    return Emission(weights, ratio, log_ratio, total)


@kernel
def largest_of(row: Floats, levels: Floats, likeliest: float) -> float:
    """Return the largest log weight: in remission, or at a level next to the likeliest."""
    place = (likeliest - levels[0]) / (levels[1] - levels[0])
    below = int(min(max(place, 0.0), levels.size - 2.0))
    return float(max(row[0], row[below + 1], row[below + 2]))


@kernel
def log_known(quiet_days: int, busy_days: int, recording: Recording) -> float:
    """Return the log probability that the known days were written down."""
    return float(quiet_days * np.log1p(-recording.m0) + busy_days * np.log1p(-recording.m1))


@summing_kernel
def known_slopes(
    count: int, posterior: Floats, ratio: Floats, log_ratio: Floats, phi: float
) -> tuple[float, float]:
    """Return a known slot's gradient with respect to (x, log phi), summed over its states.

    Fisher's identity: the gradient of the log likelihood is the posterior expectation of the
    complete-data score.
    """
    by_x = 0.0
    by_log_phi = 0.0
    for state in range(ratio.size):
        pulled = (count + phi) * ratio[state] / (1.0 + ratio[state])
        by_x += posterior[state] * (count - pulled)
        by_log_phi += posterior[state] * (pulled - phi * log_ratio[state])
    background = (count + phi) * ratio[0] / (1.0 + ratio[0])
    return by_x - posterior[0] * (count - background), by_log_phi


@summing_kernel
def unknown_slopes(
    posterior: Floats, ratio: Floats, log_ratio: Floats, recording: Recording
) -> tuple[float, float, float, float]:
    """Return an unknown day's gradient with respect to (x, log phi, logit m0, logit m1)."""
    phi, m0, m1 = recording
    by_x = 0.0
    by_log_phi = 0.0
    by_logit_m0 = 0.0
    by_logit_m1 = 0.0
    for state in range(ratio.size):
        quiet = np.exp(-phi * log_ratio[state])
        share = posterior[state] / (m1 + (m0 - m1) * quiet)
        pulled = phi * ratio[state] / (1.0 + ratio[state])
        by_quiet = share * (m0 - m1) * quiet
        by_log_phi += by_quiet * (pulled - phi * log_ratio[state])
        by_logit_m0 += share * quiet * m0 * (1.0 - m0)
        by_logit_m1 += share * (1.0 - quiet) * m1 * (1.0 - m1)
        if state > 0:
            by_x -= by_quiet * pulled
    return by_x, by_log_phi, by_logit_m0, by_logit_m1
