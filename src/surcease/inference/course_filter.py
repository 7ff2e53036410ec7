"""The course filtered forward, for those who go on from it.

Filters take each step from a law before it is normalised, so as not to wait for the division.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.inference.both_ends import nights, which_night
from surcease.inference.compile import kernel
from surcease.inference.course_chain import Chain, aligned
from surcease.inference.density import Prepared, prepare
from surcease.inference.problem import NUM_STATES, Bools, Floats, Problem
from surcease.inference.registers import step, weigh


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


@kernel
def filter_states(chain: Chain, weights: Floats, opens_day: Bools) -> tuple[Floats, Floats]:
    """Return the filtered law of each slot's state and each slot's predictive likelihood."""
    num_slots = weights.shape[0]
    filtered, norms = aligned((num_slots, NUM_STATES)), np.empty(num_slots)
    onward, ones = nights(chain.transition), np.ones((1, NUM_STATES))
    laws = aligned((2, NUM_STATES))  # of a slot's state without, and with, what the slot says
    for state in range(NUM_STATES):
        laws[0, state] = chain.initial[state]
    scale = 1.0
    for slot in range(num_slots):
        if slot > 0:
            step(laws, 1, onward, which_night(opens_day[slot]), laws, 0)
        norms[slot] = weigh(laws, 0, weights, slot, scale, laws, 1)
        scale = 1.0 / norms[slot]
        weigh(laws, 1, ones, 0, scale, filtered, slot)
    return filtered, norms


@kernel
def filter_on(law: Floats, transition: Floats, weights: Floats) -> float:
    """Return the log likelihood of days after one whose law is given, on the scale of the weights.

    Each is (num_states,), (num_states, num_states) and (num_days, num_states).
    """
    laws = aligned((2, NUM_STATES))
    for state in range(NUM_STATES):
        laws[1, state] = law[state]
    total, norm = 0.0, 1.0
    for day in range(weights.shape[0]):
        step(laws, 1, transition, 0, laws, 0)
        norm = weigh(laws, 0, weights, day, 1.0 / norm, laws, 1)
        total += np.log(norm)
    return float(total)
