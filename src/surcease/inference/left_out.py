"""How likely the rest of a diary is when a stretch of it had never been observed.

Stretches are left out as if missing by chance: the course goes on through them, their entries and
whether there were any say nothing.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.inference.both_ends import nights, which_night
from surcease.inference.compile import kernel
from surcease.inference.course_filter import Forward, run_forward
from surcease.inference.density import recording_of
from surcease.inference.emission import count_log_constant, emit, log_known, mean_grid
from surcease.inference.parameters import MU
from surcease.inference.problem import Bools, Floats, Ints, Problem
from surcease.inference.registers import step, weigh

NO_LENGTH = 1e-12
"""Length of a slot in which nothing can happen, so that observing none says nothing."""


class Stretches(NamedTuple):
    """Stretches of a diary, each to be left out by itself; all are (num_stretches,).

    Attributes
    ----------
    first, last
        Slots first to last - 1, at least one.
    quiet_days, busy_days
        Known days without, and with, an attack that lie in it with all their slots.
    """

    first: Ints
    last: Ints
    quiet_days: Ints
    busy_days: Ints


def leave_out(problem: Problem, stretches: Stretches, index: int) -> Problem:
    """Return the problem in which one stretch was never observed."""
    left_out = slice(stretches.first[index], stretches.last[index])
    counts, length = problem.counts.copy(), problem.length.copy()
    counts[left_out], length[left_out] = 0, NO_LENGTH
    return problem._replace(
        counts=counts,
        length=length,
        quiet_days=problem.quiet_days - int(stretches.quiet_days[index]),
        busy_days=problem.busy_days - int(stretches.busy_days[index]),
    )


@kernel
def log_ratios_without(draws: Floats, problem: Problem, stretches: Stretches) -> Floats:
    """Return log p(rest) - log p(diary), (num_draws, num_stretches).

    `draws` is (num_draws, num_parameters). One pass forward and one backward serve all stretches.
    """
    ratios = np.empty((draws.shape[0], stretches.first.size))
    for row in range(draws.shape[0]):
        recording = recording_of(draws[row])
        forward = run_forward(draws[row], problem)
        future = look_back(forward, problem.opens_day)
        for index in range(stretches.first.size):
            first, last = stretches.first[index], stretches.last[index]
            ratios[row, index] = (
                log_bridge(forward, future, problem.opens_day, first, last)
                - log_stretch(draws[row], problem, forward, first, last)
                - log_known(stretches.quiet_days[index], stretches.busy_days[index], recording)
            )
    return ratios


@kernel
def look_back(forward: Forward, opens_day: Bools) -> Floats:
    """Return how likely all that follows a slot is given its state, (num_slots, num_states).

    It is relative to how likely that is given the past, so 1 on average under the filtered law.
    """
    weights = forward.prepared.emission.weights
    num_slots, num_states = weights.shape
    back = nights(forward.prepared.chain.transition.T)
    future = np.ones((num_slots, num_states))
    ahead = np.empty((1, num_states))
    for slot in range(num_slots - 1, 0, -1):
        weigh(future, slot, weights, slot, 1.0 / forward.norm[slot], ahead, 0)
        step(ahead, 0, back, which_night(opens_day[slot]), future, slot - 1)
    return future


@kernel
def log_bridge(forward: Forward, future: Floats, opens_day: Bools, first: int, last: int) -> float:
    """Return the log of p(what follows | what precedes) over p(what follows | all before it)."""
    if last == opens_day.size:
        return 0.0
    laws = np.empty((2, forward.filtered.shape[1]))
    laws[0] = forward.prepared.chain.initial if first == 0 else forward.filtered[first - 1]
    for slot in range(max(first, 1), last + 1):
        if opens_day[slot]:
            step(laws, 0, forward.prepared.chain.transition, 0, laws, 1)
            laws[0] = laws[1]
    seen = forward.prepared.emission.weights[last] * future[last] / forward.norm[last]
    return float(np.log((laws[0] * seen).sum()))


@kernel
def log_stretch(theta: Floats, problem: Problem, forward: Forward, first: int, last: int) -> float:
    """Return the log likelihood of what was counted in a stretch given all before it."""
    recording = recording_of(theta)
    counts, length = problem.counts[first:last], problem.length[first:last]
    x = forward.prepared.x[first:last] + theta[MU]
    grid = mean_grid(length, problem.levels, x, recording.phi)
    emission = emit(counts, length, problem.levels, grid, recording)
    return float(
        np.log(forward.norm[first:last]).sum()
        + emission.log_scale
        + count_log_constant(counts, recording.phi)
    )
