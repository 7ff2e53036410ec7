"""Log density of the attack-rate model and its exact gradient, the course summed out.

Passes over the slots from both ends give the likelihood, the law of each slot's state, and with it
the gradient by Fisher's identity (Cappe, Moulines and Ryden 2005, 10.1.6).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.inference.both_ends import log_summed_out, smooth_states
from surcease.inference.compile import kernel
from surcease.inference.course_chain import NUM_RATES, Chain, Rates, build_chain, chain_gradient
from surcease.inference.emission import (
    Emission,
    MeanGrid,
    Recording,
    count_log_constant,
    count_log_constant_slope,
    emit,
    log_known,
    mean_grid,
)
from surcease.inference.emission_slopes import emission_slopes
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
from surcease.inference.problem import Floats, Problem
from surcease.inference.wear_off import pulse_exposure, pulse_gradient

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
    grid : MeanGrid
    emission : Emission
    log_known : float
        Log likelihood of the recording and of what is the same in every state.
    """

    x: Floats
    exposures: Floats
    chain: Chain
    grid: MeanGrid
    emission: Emission
    log_known: float


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
def rates_of(theta: Floats) -> Rates:
    return Rates(
        np.exp(theta[LOG_SIGMA]),
        np.exp(theta[LOG_KAPPA]),
        np.exp(theta[LOG_LEAVE]),
        np.exp(theta[LOG_RETURN]),
    )


@kernel
def prepare(theta: Floats, problem: Problem) -> Prepared:
    chain = build_chain(problem.levels, rates_of(theta))
    exposures = treatment_exposures(theta, problem)
    x = treatment_log_scale(theta, problem, exposures)
    recording = recording_of(theta)
    grid = mean_grid(problem.length, problem.levels, x + theta[MU], recording.phi)
    emission = emit(problem.counts, problem.length, problem.levels, grid, recording)
    known = (
        log_known(problem.quiet_days, problem.busy_days, recording)
        + count_log_constant(problem.counts, recording.phi)
        + emission.log_scale
    )
    return Prepared(x, exposures, chain, grid, emission, known)


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
    prepared = prepare(theta, problem)
    course, by_x = add_course_gradient(theta, problem, prepared, gradient)
    add_treatment_gradient(theta, problem, prepared.exposures, by_x, gradient)
    return log_prior(theta, problem) + prepared.log_known + course, gradient


@kernel
def add_course_gradient(
    theta: Floats, problem: Problem, prepared: Prepared, gradient: Floats
) -> tuple[float, Floats]:
    """Add the gradient of the course and recording parameters.

    Returns the log likelihood on the scale of the weights, and its gradient with respect to x,
    (num_slots,).
    """
    chain, weights = prepared.chain, prepared.emission.weights
    smoothed = smooth_states(chain, weights, problem.opens_day)
    by_rates = chain_gradient(problem.levels, chain, smoothed.by_initial, smoothed.by_transition)
    for rate in range(NUM_RATES):
        gradient[LOG_SIGMA + rate] += by_rates[rate]
    recording = recording_of(theta)
    slopes = emission_slopes(
        problem.counts, problem.length, prepared.grid, recording, smoothed.posterior
    )
    gradient[LOG_PHI] += slopes.by_log_phi
    gradient[LOG_PHI] += count_log_constant_slope(problem.counts, recording.phi)
    gradient[LOGIT_M0] += slopes.by_logit_m0 - problem.quiet_days * recording.m0
    gradient[LOGIT_M1] += slopes.by_logit_m1 - problem.busy_days * recording.m1
    gradient[MU] += slopes.by_x.sum()
    return smoothed.log_likelihood, slopes.by_x


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
