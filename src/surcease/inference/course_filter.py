"""The course filtered forward, for those who go on from it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.inference.compile import kernel, summing_kernel
from surcease.inference.course_chain import Chain, aligned
from surcease.inference.density import Prepared, prepare
from surcease.inference.problem import Bools, Floats, Problem
from surcease.inference.registers import NUM_STATES, step


class Forward(NamedTuple):
    """The filtered course.

    Attributes
    ----------
    prepared : Prepared
    filtered : (num_slots, num_states)
        Law of each slot's state given that slot and all before it.
    norm : (num_slots,)
        Likelihood of each slot given all before it, on the scale of the emission's weights.
    """

    prepared: Prepared
    filtered: Floats
    norm: Floats


@kernel
def run_forward(theta: Floats, problem: Problem) -> Forward:
    """Filter the course slot by slot."""
    prepared = prepare(theta, problem)
    filtered, norm = filter_states(prepared.chain, prepared.emission.weights, problem.opens_day)
    return Forward(prepared, filtered, norm)


@summing_kernel
def filter_states(chain: Chain, weights: Floats, opens_day: Bools) -> tuple[Floats, Floats]:
    """Return the filtered law of each slot's state and each slot's predictive likelihood.

    A step is taken from the law before it is normalised, so as not to wait for the division.
    """
    num_slots = weights.shape[0]
    filtered = np.empty((num_slots, NUM_STATES))
    norms = np.empty(num_slots)
    laws = aligned((2, NUM_STATES))  # of a slot's state with, and without, what the slot says
    laws[1] = chain.initial
    scale = 1.0
    for slot in range(num_slots):
        if slot > 0 and opens_day[slot]:
            step(laws, 0, chain.transition, 0, laws, 1)
        elif slot > 0:
            laws[1] = laws[0]
        norm = 0.0
        for j in range(NUM_STATES):
            laws[0, j] = laws[1, j] * weights[slot, j] * scale
            norm += laws[0, j]
        norms[slot] = norm
        scale = 1.0 / norm
        for j in range(NUM_STATES):
            filtered[slot, j] = laws[0, j] * scale
    return filtered, norms
