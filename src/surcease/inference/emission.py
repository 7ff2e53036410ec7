"""How likely a slot's entry is in each state of the course.

Counts are negative binomial with mean exp(mu + level + x) times the slot's length, and dispersion
phi; in remission a small background rate takes the place of the level. A day is unknown with
probability m0 when it had no attack and m1 when it had one (recording is informative; Rubin 1976);
of a known day that says the same in every state, so it is counted once a day, not here.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.inference.compile import kernel
from surcease.inference.course_chain import aligned, copy_rows
from surcease.inference.lookup import PHASES, Places, find_places, look_up, table_points
from surcease.inference.problem import NUM_STATES, Floats, Ints
from surcease.inference.vector_math import exp_in_place, log1p_in_place

BACKGROUND = 0.002
"""Attacks a day in remission: about one in a year and a half."""

MOST_TABLED = 4
"""Up to so many attacks a likelihood is smooth enough to be looked up, to about 1e-10 of itself."""


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
    log_scale : float
        Log of the product of the slots' scales.
    """

    weights: Floats
    log_scale: float


class MeanGrid(NamedTuple):
    """Where the slots' mean counts lie, and where functions of the mean are tabulated.

    Attributes
    ----------
    log_ratio : (num_slots,)
        Log of the mean over phi at a level of zero.
    places : Places
        Where the slots' rows of states are.
    points : (num_rows, num_columns)
        Log of the mean over phi; see `lookup.table_points`.
    softened : (num_rows, num_columns)
        log(1 + mean over phi) there.
    """

    log_ratio: Floats
    places: Places
    points: Floats
    softened: Floats


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
def mean_grid(length: Floats, levels: Floats, x: Floats, phi: float) -> MeanGrid:
    """Return where the means of slots lie; all levels of a slot have x, its log rate, in common."""
    log_ratio = x + log_lengths(length) - np.log(phi)
    step = levels[1] - levels[0]
    lowest = log_ratio.min()
    points = table_points(lowest + levels[0] - step, log_ratio.max() + levels[0] - step, step)
    places = find_places((log_ratio - lowest) * (PHASES / step))
    softened = points.copy()
    exp_in_place(softened.ravel())
    log1p_in_place(softened.ravel())
    return MeanGrid(log_ratio, places, points, softened)


@kernel
def emit(
    counts: Ints, length: Floats, levels: Floats, grid: MeanGrid, recording: Recording
) -> Emission:
    """Return the likelihood of every slot in every state.

    Of a count it is a function of the mean alone. For the small ones, most of any diary, that is
    tabulated and looked up, which takes no logarithm and no exponential for each slot and state.
    """
    phi, m0, m1 = recording
    tables = tabulate_counts(grid, phi)
    calm = np.array([in_remission(count, 1.0, phi) for count in range(MOST_TABLED + 1)])
    peaks = np.array([log_peak(count, phi) for count in range(MOST_TABLED + 1)])
    weights = aligned((counts.size, NUM_STATES))
    total = 0.0
    for slot in range(counts.size):
        count = max(counts[slot], 0)
        if count > MOST_TABLED:
            row = weights[slot]
            log_background = np.log(BACKGROUND * length[slot] / phi)
            total += weigh_many(row, count, log_background, levels + grid.log_ratio[slot], phi)
            continue
        look_up(tables, count * grid.points.shape[0], grid.places, slot, weights, slot)
        whole_day = length[slot] == 1.0
        weights[slot, 0] = calm[count] if whole_day else in_remission(count, length[slot], phi)
        total += peaks[count]
        if counts[slot] < 0:
            for state in range(NUM_STATES):
                weights[slot, state] = m1 + (m0 - m1) * weights[slot, state]
    return Emission(weights, total)


@kernel
def in_remission(count: int, length: float, phi: float) -> float:
    """Return the likelihood of a count at the background rate over its largest at any rate."""
    mean = BACKGROUND * length
    kept = count * np.log(mean) - (count + phi) * np.log1p(mean / phi)
    return float(np.exp(kept - log_peak(count, phi)))


@kernel
def log_lengths(length: Floats) -> Floats:
    logs = np.zeros_like(length)
    for slot in range(length.size):
        if length[slot] != 1.0:
            logs[slot] = np.log(length[slot])
    return logs


@kernel
def log_peak(count: int, phi: float) -> float:
    """Return the log likelihood of a count, but for `count_log_constant`, at the likeliest mean."""
    if count == 0:
        return 0.0
    return float(count * np.log(count) - (count + phi) * np.log1p(count / phi))


@kernel
def tabulate_counts(grid: MeanGrid, phi: float) -> Floats:
    """Return the likelihood of each count up to MOST_TABLED over its largest.

    The tables, one value for each of the grid's points, stand below one another.
    """
    num_rows, num_columns = grid.points.shape
    tables = np.empty(((MOST_TABLED + 1) * num_rows, num_columns))
    for count in range(MOST_TABLED + 1):
        scale = log_peak(count, phi) - count * np.log(phi)
        table = count * grid.points - (count + phi) * grid.softened - scale
        copy_rows(table, tables, count * num_rows)
    exp_in_place(tables.ravel())
    return tables


@kernel
def weigh_many(
    row: Floats, count: int, log_background: float, log_ratio: Floats, phi: float
) -> float:
    """Write how likely each state makes a count, over the likeliest, and return the log of that.

    The logs are those of the mean count over phi, in remission and in every level.
    """
    row[0] = log_background
    for level in range(log_ratio.size):
        row[1 + level] = log_ratio[level]
    for state in range(NUM_STATES):
        row[state] = count * row[state] - (count + phi) * np.log1p(np.exp(row[state]))
    largest = row.max()
    for state in range(NUM_STATES):
        row[state] = np.exp(row[state] - largest)
    return float(largest + count * np.log(phi))


@kernel
def log_known(quiet_days: int, busy_days: int, recording: Recording) -> float:
    """Return the log probability that the known days were written down."""
    return float(quiet_days * np.log1p(-recording.m0) + busy_days * np.log1p(-recording.m1))
