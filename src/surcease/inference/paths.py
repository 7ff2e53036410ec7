"""Courses drawn from the posterior: which state, and which attack rate, each slot had."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.random import Generator

from surcease.inference.compile import kernel
from surcease.inference.course_filter import run_forward
from surcease.inference.emission import BACKGROUND
from surcease.inference.parameters import MU
from surcease.inference.problem import Floats, Ints, Problem


class Paths(NamedTuple):
    """Drawn courses, equally weighted.

    Attributes
    ----------
    draw : (num_paths,)
        Which draw of the parameters each path belongs to.
    state : (num_paths, num_slots)
        0 in remission, else the bout's level counted from 1.
    rate : (num_paths, num_slots)
        Expected attacks a day, treatments included.
    """

    draw: Ints
    state: Ints
    rate: Floats


def sample_paths(
    rng: Generator, problem: Problem, theta: Floats, weight: Floats, num_paths: int
) -> Paths:
    """Draw courses by forward filtering and backward sampling.

    Draws of the parameters, (num_draws, num_parameters), are taken in proportion to `weight` by
    systematic resampling.
    """
    chosen = systematic_resample(rng, weight, num_paths)
    num_slots = problem.counts.size
    states = np.empty((num_paths, num_slots), dtype=np.int64)
    rates = np.empty((num_paths, num_slots))
    for path, draw in enumerate(chosen):
        states[path], x = sample_states(theta[draw], problem, rng.random(num_slots))
        rates[path] = attack_rate(problem.levels, states[path], x + theta[draw, MU])
    return Paths(chosen, states, rates)


def systematic_resample(rng: Generator, weight: Floats, num_draws: int) -> Ints:
    """Return indices in proportion to normalised weights, with the least possible noise."""
    points = (rng.random() + np.arange(num_draws)) / num_draws
    index = np.searchsorted(np.cumsum(weight), points)
    return np.asarray(np.minimum(index, weight.size - 1), dtype=np.int64)


def attack_rate(levels: Floats, state: Ints, x: Floats) -> Floats:
    """Return expected attacks a day of states; x, all but the level, acts in bouts only."""
    in_bout = np.exp(levels[np.maximum(state - 1, 0)] + x)
    return np.where(state > 0, in_bout, BACKGROUND)


@kernel
def sample_states(theta: Floats, problem: Problem, uniform: Floats) -> tuple[Ints, Floats]:
    """Return one course drawn given the parameters, and x, each (num_slots,)."""
    forward = run_forward(theta, problem)
    num_slots = problem.counts.size
    state = np.empty(num_slots, dtype=np.int64)
    state[num_slots - 1] = pick(forward.filtered[num_slots - 1], uniform[num_slots - 1])
    for slot in range(num_slots - 2, -1, -1):
        if problem.opens_day[slot + 1]:
            law = forward.filtered[slot] * forward.prepared.chain.transition[:, state[slot + 1]]
            state[slot] = pick(law, uniform[slot])
        else:
            state[slot] = state[slot + 1]
    return state, forward.prepared.x


@kernel
def pick(law: Floats, uniform: float) -> int:
    """Return an index in proportion to a law that need not be normalised."""
    aim = uniform * law.sum()
    passed = 0.0
    for index in range(law.size - 1):
        passed += law[index]
        if passed > aim:
            return index
    return int(law.size - 1)
