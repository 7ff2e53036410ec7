"""Courses continued beyond the last day of a diary."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from surcease.inference.course_chain import build_chain
from surcease.inference.density import rates_of
from surcease.inference.problem import Floats, Ints


def continue_courses(
    rng: Generator, levels: Floats, theta: Floats, last_state: Ints, num_days: int, copies: int
) -> Ints:
    """Draw the state of each day to come, (num_courses, copies, num_days).

    Every course goes on from its `last_state`, (num_courses,), by the chain of its own parameters,
    (num_courses, num_parameters), `copies` times. States are numbered as in `Paths`.
    """
    passed = np.array([np.cumsum(one_day(levels, each), axis=1) for each in theta])
    course = np.arange(theta.shape[0])[:, None]
    state = np.repeat(last_state[:, None], copies, axis=1)
    ahead = np.empty((*state.shape, num_days), dtype=np.int64)
    for day in range(num_days):
        law = passed[course, state]
        aim = rng.random((*state.shape, 1)) * law[..., -1:]
        state = (law <= aim).sum(axis=-1)
        ahead[..., day] = state
    return ahead


def one_day(levels: Floats, theta: Floats) -> Floats:
    """Return the chain's transition matrix of a day, (num_states, num_states)."""
    return build_chain(levels, rates_of(theta)).transition
