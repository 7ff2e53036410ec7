"""The attack-rate model written the slow and obvious way, to judge the compiled one.

Nothing here shares code with `surcease.inference`: the chain comes from scipy's matrix exponential,
counts from scipy's negative binomial, kernels from the formula, and loops are loops.
"""

from __future__ import annotations

import math

import numpy as np
from scipy.linalg import expm
from scipy.stats import nbinom, norm

JUMP_RATE = 0.002
UNIFORM_ENTRY = 0.02
BACKGROUND = 0.002


def plain_log_density(theta, problem):
    prior = norm.logpdf(theta, problem.prior_mean, problem.prior_sd).sum()
    return prior + plain_log_likelihood(theta, problem)


def plain_log_likelihood(theta, problem):
    initial, transition = plain_chain(theta, problem.levels)
    x = plain_log_rate_ratio(theta, problem)
    law, total = initial, 0.0
    for slot in range(len(problem.counts)):
        if slot and problem.opens_day[slot]:
            law = law @ transition
        law = law * slot_likelihoods(theta, problem, slot, x[slot])
        total += math.log(law.sum())
        law = law / law.sum()
    return total + plain_log_known(theta, problem)


def plain_chain(theta, levels):
    sigma, kappa, leave, come_back = np.exp(theta[1:5])
    step = levels[1] - levels[0]
    diffusion = sigma**2 / (2 * step**2)
    normal = norm.pdf(levels, 0, sigma / math.sqrt(2 * kappa))
    entry = (1 - UNIFORM_ENTRY) * normal / normal.sum() + UNIFORM_ENTRY / len(levels)
    rates = np.zeros((len(levels) + 1, len(levels) + 1))
    rates[0, 1:] = come_back * entry
    rates[1:, 0] = leave
    rates[1:, 1:] = JUMP_RATE / len(levels)
    for i in range(len(levels) - 1):
        z = 2 * kappa * step / sigma**2 * (levels[i] + step / 2)
        rates[i + 1, i + 2] += diffusion * (z / math.expm1(z) if z else 1.0)
        rates[i + 2, i + 1] += diffusion * (-z / math.expm1(-z) if z else 1.0)
    np.fill_diagonal(rates, 0.0)
    np.fill_diagonal(rates, -rates.sum(axis=1))
    in_bout = come_back / (leave + come_back)
    return np.concatenate([[1 - in_bout], in_bout * entry]), expm(rates)


def plain_log_rate_ratio(theta, problem):
    num_pulses = len(problem.pulses.first) - 1
    x = np.zeros(len(problem.counts))
    for pulse in range(num_pulses):
        beta, log_half, log_sharpness = theta[8 + 3 * pulse : 11 + 3 * pulse]
        spared = [1.0] * len(x)
        for triple in range(problem.pulses.first[pulse], problem.pulses.first[pulse + 1]):
            u = math.exp(problem.pulses.log_u[triple])
            faded = 1 + (u / math.exp(log_half)) ** math.exp(log_sharpness)
            spared[problem.pulses.slot[triple]] *= 1 - problem.pulses.rise[triple] / faded
        x += beta * (1 - np.array(spared))
    for regimen, exposure in enumerate(problem.regimens):
        x += theta[8 + 3 * num_pulses + regimen] * exposure
    return x


def plain_log_known(theta, problem):
    quiet, busy = 1 - logistic(theta[6]), 1 - logistic(theta[7])
    return problem.quiet_days * math.log(quiet) + problem.busy_days * math.log(busy)


def slot_likelihoods(theta, problem, slot, x):
    phi, m0, m1 = math.exp(theta[5]), logistic(theta[6]), logistic(theta[7])
    rates = np.concatenate([[BACKGROUND], np.exp(theta[0] + problem.levels + x)])
    success = phi / (phi + rates * problem.length[slot])
    count = problem.counts[slot]
    if count < 0:
        none = nbinom.pmf(0, phi, success)
        return m0 * none + m1 * (1 - none)
    return nbinom.pmf(count, phi, success)


def logistic(z):
    return 1 / (1 + math.exp(-z))


def plain_gradient(theta, problem, step=2e-3):
    """Central differences, extrapolated twice (Richardson): error of order step^6."""

    def slope(i, h):
        move = np.zeros_like(theta)
        move[i] = h
        up = plain_log_density(theta + move, problem)
        return (up - plain_log_density(theta - move, problem)) / (2 * h)

    gradient = []
    for i in range(len(theta)):
        one, two, four = slope(i, step), slope(i, 2 * step), slope(i, 4 * step)
        first, second = (4 * one - two) / 3, (4 * two - four) / 3
        gradient.append((16 * first - second) / 15)
    return np.array(gradient)
