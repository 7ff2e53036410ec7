"""Log density of the attack-rate model and its exact gradient, the course summed out.

One forward pass over the slots gives the likelihood; a backward pass gives the law of each slot's
state, and with it the gradient by Fisher's identity (Cappe, Moulines and Ryden 2005, 10.1.6).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.inference.compile import kernel, summing_kernel
from surcease.inference.course_chain import (
    NUM_STATES,
    Chain,
    aligned,
    build_chain,
    chain_gradient,
    take_step,
    take_weighted_step,
)
from surcease.inference.emission import (
    Emission,
    Recording,
    count_log_constant,
    count_log_constant_slope,
    emit,
    known_slopes,
    log_known,
    mean_ratios,
    unknown_slopes,
)
from surcease.inference.parameters import (
    LOG_KAPPA,
    LOG_LEAVE,
    LOG_PHI,
    LOG_RETURN,
    LOG_SIGMA,
    LOGIT_M0,
    LOGIT_M1,
    MU,
    pulse_beta,
    pulse_log_half,
    pulse_log_sharpness,
    regimen_beta,
)
from surcease.inference.problem import Bools, Floats, Problem
from surcease.inference.vector_math import log1p_in_place
from surcease.inference.wear_off import pulse_exposure, pulse_gradient

NORMALISED_EVERY = 4
"""Slots between two normalisations of a law that is not kept."""

FARTHEST = 25.0
"""Beyond this an unconstrained parameter is outside anything a person could have."""


class Prepared(NamedTuple):
    """What a density needs before it sums out the course.

    Attributes
    ----------
    x : (num_slots,)
        The treatments' log rate ratio in each slot.
    exposures : (num_pulses, num_slots)
        Exposure to each pulse treatment, 0 to 1.
    chain : Chain
    emission : Emission
    log_known : float
        Log likelihood of the recording and of what is the same in every state.
    """

    x: Floats
    exposures: Floats
    chain: Chain
    emission: Emission
    log_known: float


class Forward(NamedTuple):
    """The filtered course.

    Attributes
    ----------
    log_likelihood : float
    filtered : (num_slots, num_states)
        Law of each slot's state given that slot and all before it.
    norm : (num_slots,)
        Likelihood of each slot given all before it, on the scale of the emission's weights.
    x, exposures, chain, emission
        As in `Prepared`.
    """

    log_likelihood: float
    filtered: Floats
    norm: Floats
    x: Floats
    exposures: Floats
    chain: Chain
    emission: Emission


@kernel
def expit(z: float) -> float:
    return float(1.0 / (1.0 + np.exp(-z)))


@kernel
def log_prior(theta: Floats, problem: Problem) -> float:
    """Return the log of the independent normal priors, normalised."""
    z = (theta - problem.prior_mean) / problem.prior_sd
    constant = np.log(problem.prior_sd).sum() + 0.5 * theta.size * np.log(2.0 * np.pi)
    return float(-0.5 * (z * z).sum() - constant)


@kernel
def treatment_exposures(theta: Floats, problem: Problem) -> Floats:
    """Return the exposure to each pulse treatment, (num_pulses, num_slots)."""
    num_pulses = problem.pulses.first.size - 1
    exposures = np.empty((num_pulses, problem.counts.size))
    for pulse in range(num_pulses):
        exposures[pulse] = pulse_exposure(
            problem.pulses,
            pulse,
            problem.counts.size,
            theta[pulse_log_half(pulse)],
            np.exp(theta[pulse_log_sharpness(pulse)]),
        )
    return exposures


@kernel
def treatment_log_scale(theta: Floats, problem: Problem, exposures: Floats) -> Floats:
    """Return x, the sum of every treatment's log rate ratio, (num_slots,)."""
    num_pulses = exposures.shape[0]
    x = np.zeros(problem.counts.size)
    for pulse in range(num_pulses):
        x += theta[pulse_beta(pulse)] * exposures[pulse]
    for regimen in range(problem.regimens.shape[0]):
        x += theta[regimen_beta(num_pulses, regimen)] * problem.regimens[regimen]
    return x


@kernel
def recording_of(theta: Floats) -> Recording:
    return Recording(np.exp(theta[LOG_PHI]), expit(theta[LOGIT_M0]), expit(theta[LOGIT_M1]))


@kernel
def prepare(theta: Floats, problem: Problem) -> Prepared:
    chain = build_chain(
        problem.levels,
        np.exp(theta[LOG_SIGMA]),
        np.exp(theta[LOG_KAPPA]),
        np.exp(theta[LOG_LEAVE]),
        np.exp(theta[LOG_RETURN]),
    )
    exposures = treatment_exposures(theta, problem)
    x = treatment_log_scale(theta, problem, exposures)
    recording = recording_of(theta)
    emission = emit(problem.counts, problem.length, problem.levels, x + theta[MU], recording)
    known = (
        log_known(problem.quiet_days, problem.busy_days, recording)
        + count_log_constant(problem.counts, recording.phi)
        + emission.log_scale
    )
    return Prepared(x, exposures, chain, emission, known)


@kernel
def run_forward(theta: Floats, problem: Problem) -> Forward:
    """Filter the course slot by slot; `log_likelihood` sums it out."""
    x, exposures, chain, emission, known = prepare(theta, problem)
    filtered, norm = filter_states(chain, emission.weights, problem.opens_day)
    return Forward(known + np.log(norm).sum(), filtered, norm, x, exposures, chain, emission)


@summing_kernel
def filter_states(chain: Chain, weights: Floats, opens_day: Bools) -> tuple[Floats, Floats]:
    """Return the filtered law of each slot's state and each slot's predictive likelihood.

    A step is taken from the law before it is normalised, so as not to wait for the division.
    """
    num_slots = weights.shape[0]
    filtered = np.empty((num_slots, NUM_STATES))
    norms = np.empty(num_slots)
    laws = aligned((2, NUM_STATES))
    law, predicted = laws[0], laws[1]
    predicted[:] = chain.initial
    scale = 1.0
    for slot in range(num_slots):
        if slot > 0 and opens_day[slot]:
            take_step(law, chain.transition, predicted)
        elif slot > 0:
            predicted[:] = law
        norm = 0.0
        for j in range(NUM_STATES):
            law[j] = predicted[j] * weights[slot, j] * scale
            norm += law[j]
        norms[slot] = norm
        scale = 1.0 / norm
        for j in range(NUM_STATES):
            filtered[slot, j] = law[j] * scale
    return filtered, norms


@summing_kernel
def log_summed_out(chain: Chain, weights: Floats, opens_day: Bools) -> float:
    """Return the log likelihood of all slots, on the scale of the weights, keeping nothing."""
    laws = aligned((2, NUM_STATES))
    law, ahead = laws[0], laws[1]
    for j in range(NUM_STATES):
        law[j] = chain.initial[j] * weights[0, j]
    total = 0.0
    for slot in range(1, opens_day.size):
        if opens_day[slot]:
            take_weighted_step(law, chain.transition, weights[slot], ahead)
            law, ahead = ahead, law
        else:
            for j in range(NUM_STATES):
                law[j] *= weights[slot, j]
        if slot % NORMALISED_EVERY == 0:
            norm = law.sum()
            total += np.log(norm)
            law /= norm
    return float(total + np.log(law.sum()))


@kernel
def log_density(theta: Floats, problem: Problem) -> float:
    """Return log prior plus log likelihood; minus infinity outside the parameters' range."""
    if not np.all(np.abs(theta) < FARTHEST):
        return -np.inf
    prepared = prepare(theta, problem)
    course = log_summed_out(prepared.chain, prepared.emission.weights, problem.opens_day)
    return log_prior(theta, problem) + prepared.log_known + course


@kernel
def log_density_and_gradient(theta: Floats, problem: Problem) -> tuple[float, Floats]:
    """Return the log density and its gradient, (num_parameters,)."""
    gradient = (problem.prior_mean - theta) / problem.prior_sd**2
    if not np.all(np.abs(theta) < FARTHEST):
        return -np.inf, gradient
    forward = run_forward(theta, problem)
    by_x = add_backward_gradient(theta, problem, forward, gradient)
    add_treatment_gradient(theta, problem, forward.exposures, by_x, gradient)
    return log_prior(theta, problem) + forward.log_likelihood, gradient


@kernel
def add_backward_gradient(
    theta: Floats, problem: Problem, forward: Forward, gradient: Floats
) -> Floats:
    """Add the gradient of the course and recording parameters; return that of x, (num_slots,)."""
    posterior, by_initial, by_transition = smooth_states(forward, problem.opens_day)
    course = (
        np.exp(theta[LOG_SIGMA]),
        np.exp(theta[LOG_KAPPA]),
        np.exp(theta[LOG_LEAVE]),
        np.exp(theta[LOG_RETURN]),
    )
    gradient[LOG_SIGMA : LOG_RETURN + 1] += chain_gradient(
        problem.levels, course, forward.chain, by_initial, by_transition
    )
    recording = recording_of(theta)
    gradient[LOG_PHI] += count_log_constant_slope(problem.counts, recording.phi)
    gradient[LOGIT_M0] -= problem.quiet_days * recording.m0
    gradient[LOGIT_M1] -= problem.busy_days * recording.m1
    x, phi = forward.x + theta[MU], recording.phi
    ratios = mean_ratios(problem.levels, x, problem.length, phi)
    log_ratios = ratios.copy()
    log1p_in_place(log_ratios.ravel())
    by_x = np.empty(problem.counts.size)
    for slot in range(problem.counts.size):
        count, ratio, log_ratio = problem.counts[slot], ratios[slot], log_ratios[slot]
        if count < 0:
            by_x[slot], by_log_phi, by_m0, by_m1 = unknown_slopes(
                posterior[slot], ratio, log_ratio, recording
            )
            gradient[LOGIT_M0] += by_m0
            gradient[LOGIT_M1] += by_m1
        else:
            by_x[slot], by_log_phi = known_slopes(count, posterior[slot], ratio, log_ratio, phi)
        gradient[LOG_PHI] += by_log_phi
    gradient[MU] += by_x.sum()
    return by_x


@summing_kernel
def smooth_states(forward: Forward, opens_day: Bools) -> tuple[Floats, Floats, Floats]:
    """Run backward over the slots.

    Returns the posterior of every slot's state, (num_slots, num_states), and the gradients of the
    log likelihood with respect to the initial law and to the transition matrix.
    """
    weights, filtered = forward.emission.weights, forward.filtered
    num_slots, num_states = weights.shape
    turned = forward.chain.transition.T.copy()
    posterior = np.empty((num_slots, num_states))
    by_transition = np.zeros((num_states, num_states))
    ahead = np.empty(num_states)
    future = np.ones(num_states)
    for slot in range(num_slots - 1, -1, -1):
        for j in range(num_states):
            posterior[slot, j] = filtered[slot, j] * future[j]
            ahead[j] = weights[slot, j] * future[j] / forward.norm[slot]
        if slot == 0:
            break
        if not opens_day[slot]:
            future[:] = ahead
            continue
        take_step(ahead, turned, future)
        for j in range(num_states):
            before = filtered[slot - 1, j]
            for i in range(num_states):
                by_transition[j, i] += before * ahead[i]
    return posterior, ahead, by_transition


@kernel
def add_treatment_gradient(
    theta: Floats, problem: Problem, exposures: Floats, by_x: Floats, gradient: Floats
) -> None:
    num_pulses = exposures.shape[0]
    for pulse in range(num_pulses):
        beta = theta[pulse_beta(pulse)]
        gradient[pulse_beta(pulse)] += (by_x * exposures[pulse]).sum()
        fade = (theta[pulse_log_half(pulse)], np.exp(theta[pulse_log_sharpness(pulse)]))
        by_log_half, by_log_sharpness = pulse_gradient(
            problem.pulses, pulse, exposures[pulse], beta * by_x, fade
        )
        gradient[pulse_log_half(pulse)] += by_log_half
        gradient[pulse_log_sharpness(pulse)] += by_log_sharpness
    for regimen in range(problem.regimens.shape[0]):
        index = regimen_beta(num_pulses, regimen)
        gradient[index] += (by_x * problem.regimens[regimen]).sum()
