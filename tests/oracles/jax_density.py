"""The attack-rate model in JAX, as one would write it there to have it fast and differentiated.

Nothing here shares code with `surcease.inference`. Emissions are vectorised over all slots at once,
the slots of a day are joined, and the days are either scanned one after the other or multiplied
together pair by pair. The matrix exponential is JAX's own or a series of products. Which is fastest
depends on machine and version: `VARIANTS` has them all.
"""

from __future__ import annotations

from functools import partial, reduce

import jax
import jax.numpy as jnp
import numpy as np
from jax.nn import log_sigmoid, sigmoid
from jax.scipy.linalg import expm
from jax.scipy.special import gammaln
from jax.scipy.stats import norm

jax.config.update("jax_enable_x64", True)

JUMP_RATE = 0.002
UNIFORM_ENTRY = 0.02
BACKGROUND = 0.002
MU, LOG_SIGMA, LOG_KAPPA, LOG_PHI, LOGIT_M0, LOGIT_M1, NUM_COURSE = 0, 1, 2, 5, 6, 7, 8

TERMS = 8
SQUARINGS = 14
SMALLEST_Z = 1e-5


def scan_days(initial, transition, weights, unroll=1):
    """Filter the course from day to day; return its log likelihood."""

    def step(law, weight):
        law = (law @ transition) * weight
        total = law.sum()
        return law / total, total

    first = initial * weights[0]
    _, totals = jax.lax.scan(step, first / first.sum(), weights[1:], unroll=unroll)
    return jnp.log(first.sum()) + jnp.log(totals).sum()


def multiply_days(initial, transition, weights):
    """Multiply all days' matrices together, neighbours first; return the log likelihood.

    The order is that of an associative scan, without its way back down, which only the filtered
    laws of every day would need.
    """
    factors = transition * weights[1:, None, :]
    log_scale = 0.0
    while factors.shape[0] > 1:
        even = factors.shape[0] // 2 * 2
        joined = factors[0:even:2] @ factors[1:even:2]
        largest = jax.lax.stop_gradient(joined.max(axis=(1, 2), keepdims=True))
        log_scale += jnp.log(largest).sum()
        factors = jnp.concatenate([joined / largest, factors[even:]])
    law = initial * weights[0]
    return log_scale + jnp.log((law @ factors[0] if factors.shape[0] else law).sum())


def series(generator):
    """Return the matrix exponential by a short Taylor series, squared often enough.

    Squared is what exceeds the identity, which keeps the digits of small probabilities.
    """
    scaled, identity = generator / 2.0**SQUARINGS, jnp.eye(generator.shape[0])
    power = identity
    for term in range(TERMS, 1, -1):
        power = identity + scaled @ power / term
    excess = scaled @ power
    for _ in range(SQUARINGS):
        excess = 2.0 * excess + excess @ excess
    return identity + excess


scan_days_in_fours = partial(scan_days, unroll=4)

VARIANTS = {
    "scan, expm": {"run_course": scan_days, "exponential": expm},
    "scan, four days a step, expm": {"run_course": scan_days_in_fours, "exponential": expm},
    "scan, four days a step, series": {"run_course": scan_days_in_fours, "exponential": series},
    "associative product, series": {"run_course": multiply_days, "exponential": series},
}


def jax_log_density(problem, run_course=scan_days_in_fours, exponential=series):
    """Return the log density of a problem as a function of theta, to be jitted."""
    slot_day = np.cumsum(problem.opens_day) - 1
    num_days = int(slot_day[-1]) + 1

    def log_density(theta):
        log_weights = slot_log_likelihoods(theta, problem)
        if num_days < slot_day.size:
            log_weights = jax.ops.segment_sum(
                log_weights, slot_day, num_days, indices_are_sorted=True
            )
        largest = jax.lax.stop_gradient(log_weights.max(axis=1, keepdims=True))
        initial, generator = chain(theta, problem.levels)
        course = run_course(initial, exponential(generator), jnp.exp(log_weights - largest))
        prior = norm.logpdf(theta, problem.prior_mean, problem.prior_sd).sum()
        return prior + course + largest.sum() + log_constants(theta, problem)

    return log_density


def slot_log_likelihoods(theta, problem):
    """Return the log likelihood of each slot in each state, but for what no state changes."""
    phi, m0, m1 = jnp.exp(theta[LOG_PHI]), sigmoid(theta[LOGIT_M0]), sigmoid(theta[LOGIT_M1])
    in_bout = (theta[MU] + log_rate_ratio(theta, problem))[:, None] + problem.levels
    remission = jnp.full((problem.counts.size, 1), np.log(BACKGROUND))
    log_length = np.log(problem.length)[:, None] - theta[LOG_PHI]
    log_ratio = jnp.concatenate([remission, in_bout], axis=1) + log_length
    log_more = jnp.log1p(jnp.exp(log_ratio))
    count = np.maximum(problem.counts, 0)[:, None]
    known = count * log_ratio - (count + phi) * log_more
    unknown = jnp.log(m1 + (m0 - m1) * jnp.exp(-phi * log_more))
    return jnp.where(problem.counts[:, None] >= 0, known, unknown)


def log_constants(theta, problem):
    phi = jnp.exp(theta[LOG_PHI])
    counts, times = np.unique(problem.counts[problem.counts > 0], return_counts=True)
    counted = times * (gammaln(counts + phi) - gammaln(phi) - gammaln(counts + 1.0))
    quiet = problem.quiet_days * log_sigmoid(-theta[LOGIT_M0])
    return counted.sum() + quiet + problem.busy_days * log_sigmoid(-theta[LOGIT_M1])


def log_rate_ratio(theta, problem):
    num_pulses = problem.pulses.first.size - 1
    x = jnp.zeros(problem.counts.size)
    for pulse in range(num_pulses):
        beta, log_half, log_sharpness = theta[NUM_COURSE + 3 * pulse : NUM_COURSE + 3 * pulse + 3]
        log_u, rise = doses_by_slot(problem, pulse)
        spared = 1.0 - rise / (1.0 + jnp.exp(jnp.exp(log_sharpness) * (log_u - log_half)))
        x += beta * (1.0 - reduce(jnp.multiply, spared))
    return x + theta[NUM_COURSE + 3 * num_pulses :] @ problem.regimens


def doses_by_slot(problem, pulse):
    """Return log u and rise as rectangles, (most doses at once, num_slots), filled up with zeros.

    JAX cannot differentiate a product that is scattered to slots.
    """
    pulses = problem.pulses
    first, last = pulses.first[pulse : pulse + 2]
    own = first + np.argsort(pulses.slot[first:last], kind="stable")
    slot = pulses.slot[own]
    nth = np.arange(slot.size) - np.searchsorted(slot, slot)
    shape = (nth.max(initial=0) + 1, problem.counts.size)
    log_u, rise = np.zeros(shape), np.zeros(shape)
    log_u[nth, slot], rise[nth, slot] = pulses.log_u[own], pulses.rise[own]
    return log_u, rise


def chain(theta, levels):
    """Return the initial law and the generator of the course."""
    sigma, kappa, leave, come_back = jnp.exp(theta[LOG_SIGMA:LOG_PHI])
    num_levels, step = levels.size, levels[1] - levels[0]
    diffusion = sigma**2 / (2.0 * step**2)
    z = 2.0 * kappa * step / sigma**2 * (levels[:-1] + step / 2.0)
    walk = jnp.diag(diffusion * bernoulli(z), 1) + jnp.diag(diffusion * bernoulli(-z), -1)
    settled = jax.nn.softmax(-kappa / sigma**2 * levels**2)
    entry = (1.0 - UNIFORM_ENTRY) * settled + UNIFORM_ENTRY / num_levels
    rates = jnp.zeros((num_levels + 1, num_levels + 1))
    rates = rates.at[0, 1:].set(come_back * entry).at[1:, 0].set(leave)
    rates = rates.at[1:, 1:].set(walk + JUMP_RATE / num_levels * (1.0 - jnp.eye(num_levels)))
    in_bout = come_back / (leave + come_back)
    initial = jnp.concatenate([(1.0 - in_bout)[None], in_bout * entry])
    return initial, rates - jnp.diag(rates.sum(axis=1))


def bernoulli(z):
    near = jnp.abs(z) < SMALLEST_Z
    safe = jnp.where(near, 1.0, z)
    return jnp.where(near, 1.0 - z / 2.0 + z * z / 12.0, safe / jnp.expm1(safe))


def jax_standardised_density(problem, anchor, log_density):
    """Return the density in warped coordinates, in units of the prior, which NUTS likes better."""
    scale = problem.prior_sd.copy()
    scale[MU] = 1.0

    def standardised(z):
        xi = jnp.asarray(z) * scale
        prior_precision = problem.prior_sd[MU] ** -2
        seen = jnp.exp(2.0 * (xi[LOG_KAPPA] - xi[LOG_SIGMA])) * anchor.num_days
        precision = prior_precision + seen
        mean = (prior_precision * problem.prior_mean[MU] + seen * anchor.log_rate) / precision
        theta = xi.at[MU].set(mean + xi[MU] / jnp.sqrt(precision))
        return log_density(theta) - 0.5 * jnp.log(precision)

    return standardised
