"""The course summed out from both ends of a diary at once.

One recursion goes forward from the first slot, another backward from the last. Each step of one
waits for the one before it, but not for those of the other, so the processor does both in little
more than the time of one. Where they have met, their product is the likelihood.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.inference.compile import kernel
from surcease.inference.course_chain import Chain, aligned, copy_rows
from surcease.inference.problem import NUM_STATES, Bools, Floats
from surcease.inference.registers import TILE, dot, step, tile, weigh

SMALL = 1e-100
"""A product of likelihoods is taken the log of before it falls far below this."""


class Smoothed(NamedTuple):
    """What a whole diary says of each slot's state.

    Attributes
    ----------
    log_likelihood : float
        On the scale of the weights.
    posterior : (num_slots, num_states)
    by_initial : (num_states,)
        Gradient of the log likelihood with respect to the initial law.
    by_transition : (num_states, num_states)
        Gradient with respect to the transition matrix.
    """

    log_likelihood: float
    posterior: Floats
    by_initial: Floats
    by_transition: Floats


@kernel
def nights(transition: Floats) -> Floats:
    """Return the transition and, below it, that between two slots of the same day."""
    both = aligned((2 * NUM_STATES, NUM_STATES))
    copy_rows(transition, both, 0)
    copy_rows(np.eye(NUM_STATES), both, NUM_STATES)
    return both


@kernel
def log_summed_out(chain: Chain, weights: Floats, opens_day: Bools) -> float:
    """Return the log likelihood of all slots, on the scale of the weights, keeping nothing."""
    onward, back = nights(chain.transition), nights(chain.transition.T)
    past, future = aligned((2, NUM_STATES)), aligned((2, NUM_STATES))
    for j in range(NUM_STATES):
        past[0, j], future[0, j] = chain.initial[j], 1.0
    first, last = 0, opens_day.size - 1
    past_norm, future_norm = 1.0, 1.0
    total, product = 0.0, 1.0
    while first < last:
        past_norm = weigh(past, 0, weights, first, 1.0 / past_norm, past, 1)
        step(past, 1, onward, which_night(opens_day[first + 1]), past, 0)
        product *= past_norm
        first += 1
        if first < last:
            future_norm = weigh(future, 0, weights, last, 1.0 / future_norm, future, 1)
            step(future, 1, back, which_night(opens_day[last]), future, 0)
            product *= future_norm
            last -= 1
        if product < SMALL:
            total += np.log(product)
            product = 1.0
    past_norm = weigh(past, 0, weights, last, 1.0 / past_norm, past, 1)
    met = dot(past, 1, future, 0) / future_norm
    return float(total + np.log(product * met))


@kernel
def which_night(opens_day: bool) -> int:
    """Return the row of `nights` at which the transition to a slot begins."""
    return 0 if opens_day else NUM_STATES


@kernel
def smooth_states(chain: Chain, weights: Floats, opens_day: Bools) -> Smoothed:
    """Return the posterior of every slot's state, and gradients of the log likelihood."""
    shape = opens_day.size, NUM_STATES
    before, posterior, ahead = aligned(shape), aligned(shape), aligned(shape)
    log_likelihood = run_both_ways(chain, weights, opens_day, before, posterior, ahead)
    by_initial = join_ways(opens_day, posterior, ahead)
    by_transition = add_up_transitions(before, ahead)
    return Smoothed(log_likelihood, posterior, by_initial, by_transition)


@kernel
def run_both_ways(
    chain: Chain,
    weights: Floats,
    opens_day: Bools,
    before: Floats,
    predicted: Floats,
    ahead: Floats,
) -> float:
    """Return the log likelihood, and write what each slot knows of its past and its future.

    Each is (num_slots, num_states): the law of the state of the slot `before` given all up to it,
    that law a step later, and the likelihood of a slot and all after it. They are scaled by the
    norm of the row next to them, which is known by then; the norm of the law is how likely a slot
    is given all before it.
    """
    onward, back = nights(chain.transition), nights(chain.transition.T)
    num_slots = opens_day.size
    future = aligned((1, NUM_STATES))
    for j in range(NUM_STATES):
        predicted[0, j], future[0, j] = chain.initial[j], 1.0
    past_norm, future_norm = 1.0, 1.0
    total, product = 0.0, 1.0
    for slot in range(num_slots):
        mirrored, following = num_slots - 1 - slot, (slot + 1) % num_slots
        past_norm = weigh(predicted, slot, weights, slot, 1.0 / past_norm, before, following)
        future_norm = weigh(future, 0, weights, mirrored, 1.0 / future_norm, ahead, mirrored)
        product *= past_norm
        if product < SMALL:
            total += np.log(product)
            product = 1.0
        if mirrored > 0:
            night = which_night(opens_day[following])
            step(before, following, onward, night, predicted, following)
            step(ahead, mirrored, back, which_night(opens_day[mirrored]), future, 0)
    return float(total + np.log(product))


@kernel
def join_ways(opens_day: Bools, predicted: Floats, ahead: Floats) -> Floats:
    """Turn `predicted` into the posterior of each state; return the gradient of the initial law.

    In `ahead` it leaves what times the law before makes a night's gradient, zero where a slot does
    not open a day.
    """
    num_slots = opens_day.size
    ones = np.ones((1, NUM_STATES))
    by_initial: Floats = ahead[0] / dot(predicted, 0, ahead, 0)
    for slot in range(num_slots):
        scale = 1.0 / dot(predicted, slot, ahead, slot)
        by_night = scale if slot > 0 and opens_day[slot] else 0.0
        weigh(predicted, slot, ahead, slot, scale, predicted, slot)
        weigh(ahead, slot, ones, 0, by_night, ahead, slot)
    return by_initial


@kernel
def add_up_transitions(before: Floats, ahead: Floats) -> Floats:
    """Return the sum over all slots of the outer products of `before` and `ahead`."""
    sums = aligned((NUM_STATES, NUM_STATES))
    across = before.T
    for i in range(0, across.shape[0], TILE):
        tile(across, i, ahead, sums)
    return sums
