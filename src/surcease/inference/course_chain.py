"""The latent course as a continuous-time Markov chain, seen once a day.

State 0 is remission, states 1 to L are the levels of a bout: log attack rates g on an even grid of
step h, counted from the bout's mean mu, so that a steady rate always lies on a level. Within a bout
the level is a mean-reverting (Ornstein-Uhlenbeck) walk, dg = -kappa g dt + sigma dW, discretised by
the exponentially fitted scheme of Scharfetter and Gummel (1969): rates stay non-negative however
strong the drift, and the stationary law is the normal one exactly. On top of it come rare jumps to
any level (a heavier tail than the walk's), leaving to remission at rate `leave`, and coming back at
rate `return` with a stationary level.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.inference.compile import kernel, summing_kernel
from surcease.inference.problem import NUM_STATES, Floats
from surcease.inference.registers import TILE, tile

JUMP_RATE = 0.002
"""Jumps a day from any level to any other: about two in three years, so that one strange day
neither breaks the walk nor inflates its volatility."""

UNIFORM_ENTRY = 0.02
"""Share of bouts that begin at any level at all."""

STEP = 0.125
TERMS = 8
"""Powers of the series: three groups of three terms, the first of which is constant."""

NUM_RATES = 4

CACHE_LINE = 8
"""Numbers in one."""


class Rates(NamedTuple):
    """What sets the course: the walk's volatility and reversion, leaving a bout and coming back.

    All are positive, per day; sigma is per square root of a day.
    """

    sigma: float
    kappa: float
    leave: float
    come_back: float


class Chain(NamedTuple):
    """A day's transition, with what its gradient needs.

    Attributes
    ----------
    rates : Rates
    initial : (num_states,)
        Stationary law.
    transition : (num_states, num_states)
        P = expm(Q), rows sum to one.
    generator : (num_states, num_states)
        Q.
    entry : (num_levels,)
        Law of the level at which a bout begins.
    powers : (num_squarings + 1, num_states, num_states)
        exp(Q / 2^s) and its repeated squares, the last being P.
    """

    rates: Rates
    initial: Floats
    transition: Floats
    generator: Floats
    entry: Floats
    powers: Floats


@kernel
def bernoulli(z: float) -> float:
    """Return z / (exp(z) - 1), the Bernoulli function."""
    if abs(z) < 1e-4:
        return 1.0 - z / 2.0 + z * z / 12.0
    if z > 500.0:
        return 0.0
    return float(z / np.expm1(z))


@kernel
def bernoulli_slope(z: float) -> float:
    """Return the derivative of the Bernoulli function."""
    if abs(z) < 1e-3:
        return -0.5 + z / 6.0 - z * z * z / 180.0
    if z > 500.0:
        return 0.0
    grown = np.expm1(z)
    return float(1.0 / grown - z / grown * (1.0 + 1.0 / grown))


@kernel
def stationary_levels(levels: Floats, sigma: float, kappa: float) -> Floats:
    """Return the normal law N(0, sigma^2 / 2 kappa) on the grid, normalised."""
    log_weight = -(kappa / sigma**2) * levels**2
    weight = np.exp(log_weight - log_weight.max())
    return np.asarray(weight / weight.sum())


@kernel
def build_generator(levels: Floats, entry: Floats, rates: Rates) -> Floats:
    sigma, kappa, leave, come_back = rates
    num_levels = levels.size
    step = levels[1] - levels[0]
    diffusion = sigma**2 / (2.0 * step**2)
    pull = 2.0 * kappa * step / sigma**2
    generator = np.zeros((num_levels + 1, num_levels + 1))
    for i in range(num_levels):
        for j in range(num_levels):
            generator[i + 1, j + 1] = JUMP_RATE / num_levels
        generator[i + 1, 0] = leave
        generator[0, i + 1] = come_back * entry[i]
    for i in range(num_levels - 1):
        z = pull * (levels[i] + 0.5 * step)
        generator[i + 1, i + 2] += diffusion * bernoulli(z)
        generator[i + 2, i + 1] += diffusion * bernoulli(-z)
    for i in range(num_levels + 1):
        generator[i, i] = 0.0
        generator[i, i] = -generator[i].sum()
    return generator


@kernel
def aligned(shape: tuple[int, int]) -> Floats:
    """Return an empty array whose rows of NUM_STATES begin with a cache line."""
    room = np.empty(shape[0] * shape[1] + CACHE_LINE)
    first = -(room.ctypes.data // 8) % CACHE_LINE
    return np.asarray(room[first : first + shape[0] * shape[1]].reshape(shape))


@kernel
def copy_rows(source: Floats, target: Floats, below: int) -> None:
    """Copy a matrix into rows of another; an assignment takes seconds to compile."""
    for i in range(source.shape[0]):
        for j in range(source.shape[1]):
            target[below + i, j] = source[i, j]


@kernel
def turned(matrix: Floats) -> Floats:
    """Return a transposed copy."""
    result = aligned((NUM_STATES, NUM_STATES))
    copy_rows(matrix.T, result, 0)
    return result


@summing_kernel
def multiply(left: Floats, right: Floats) -> Floats:
    """Return left @ right; BLAS is slower at this size."""
    product = aligned((NUM_STATES, NUM_STATES))
    for i in range(0, left.shape[0], TILE):
        tile(left, i, right, product)
    return product


@kernel
def uniformise(generator: Floats) -> tuple[float, Floats]:
    """Return the uniformisation rate, that of leaving the busiest state, and I + Q / rate."""
    size = generator.shape[0]
    rate = 1e-12
    for i in range(size):
        rate = max(rate, -generator[i, i])
    return rate, generator / rate + np.eye(size)


@kernel
def poisson_shares(rate: float) -> Floats:
    """Return how likely each number of jumps up to TERMS is, (TERMS + 1,)."""
    share = np.empty(TERMS + 1)
    share[0] = np.exp(-rate)
    for term in range(1, TERMS + 1):
        share[term] = share[term - 1] * rate / term
    return share


@kernel
def group(share: Floats, lowest: int, jump: Floats, square: Floats) -> Floats:
    """Return three neighbouring terms of a series in powers of `jump`, over that of the first."""
    terms = share[lowest + 1] * jump + share[lowest + 2] * square
    for i in range(NUM_STATES):
        terms[i, i] += share[lowest]
    return np.asarray(terms)


@kernel
def series_of_exponential(jump: Floats, rate: float) -> Floats:
    """Return the first terms of exp(rate (jump - I)), up to the eighth power of `jump`.

    In powers of the cube of `jump`: four products instead of eight (Paterson and Stockmeyer, SIAM
    J Comput 1973;2:60-66).
    """
    share = poisson_shares(rate)
    square = multiply(jump, jump)
    cube = multiply(square, jump)
    series = group(share, 6, jump, square)
    series = multiply(cube, series) + group(share, 3, jump, square)
    return np.asarray(multiply(cube, series) + group(share, 0, jump, square))


@kernel
def series_adjoint(jump: Floats, rate: float, by_series: Floats) -> Floats:
    """Pull the gradient with respect to `series_of_exponential` back to `jump`."""
    share = poisson_shares(rate)
    square = multiply(jump, jump)
    cube = multiply(square, jump)
    highest = group(share, 6, jump, square)
    middle = multiply(cube, highest) + group(share, 3, jump, square)
    back = turned(cube)
    by_middle = multiply(back, by_series)
    by_highest = multiply(back, by_middle)
    by_cube = multiply(by_series, turned(middle)) + multiply(by_middle, turned(highest))
    by_square = share[2] * by_series + share[5] * by_middle + share[8] * by_highest
    back = turned(jump)
    by_square += multiply(by_cube, back)
    by_jump = share[1] * by_series + share[4] * by_middle + share[7] * by_highest
    by_jump += multiply(turned(square), by_cube)
    return np.asarray(by_jump + multiply(by_square, back) + multiply(back, by_square))


@kernel
def exponential_powers(generator: Floats) -> Floats:
    """Return exp(Q / 2^s), then its s repeated squares, by uniformisation.

    Every term of the series is non-negative, so no probability is ever negative
    (Jensen 1953; Moler and Van Loan 2003, method 3).
    """
    size = generator.shape[0]
    rate, jump = uniformise(generator)
    squarings = max(0, int(np.ceil(np.log2(rate / STEP))))
    scaled_rate = rate / 2.0**squarings
    powers = np.empty((squarings + 1, size, size))
    copy_rows(series_of_exponential(jump, scaled_rate), powers[0], 0)
    for s in range(squarings):
        copy_rows(multiply(powers[s], powers[s]), powers[s + 1], 0)
    return powers


@kernel
def build_chain(levels: Floats, rates: Rates) -> Chain:
    normal = stationary_levels(levels, rates.sigma, rates.kappa)
    entry = (1.0 - UNIFORM_ENTRY) * normal + UNIFORM_ENTRY / levels.size
    generator = build_generator(levels, entry, rates)
    powers = exponential_powers(generator)
    in_bout = rates.come_back / (rates.leave + rates.come_back)
    initial = np.empty(levels.size + 1)
    initial[0] = 1.0 - in_bout
    for level in range(levels.size):
        initial[1 + level] = in_bout * entry[level]
    return Chain(rates, initial, powers[-1], generator, entry, powers)


@kernel
def generator_adjoint(chain: Chain, by_transition: Floats) -> Floats:
    """Pull the gradient with respect to P = expm(Q) back to Q.

    Reverse-mode differentiation of the squarings and of the series; the uniformisation rate is a
    constant, because expm does not depend on it.
    """
    squarings = chain.powers.shape[0] - 1
    by_power = by_transition
    for s in range(squarings - 1, -1, -1):
        back = turned(chain.powers[s])
        by_power = multiply(back, by_power) + multiply(by_power, back)
    rate, jump = uniformise(chain.generator)
    return series_adjoint(jump, rate / 2.0**squarings, by_power) / rate


@kernel
def chain_gradient(
    levels: Floats, chain: Chain, by_initial: Floats, by_transition: Floats
) -> Floats:
    """Pull gradients with respect to the initial law and P back to the four rates of the course.

    Returns the gradient with respect to (log sigma, log kappa, log leave, log return).
    """
    sigma, kappa, leave, come_back = chain.rates
    num_levels = levels.size
    step = levels[1] - levels[0]
    by_q = generator_adjoint(chain, by_transition)
    gradient = np.zeros(NUM_RATES)

    diffusion = sigma**2 / (2.0 * step**2)
    pull = 2.0 * kappa * step / sigma**2
    for i in range(num_levels - 1):
        z = pull * (levels[i] + 0.5 * step)
        by_up = by_q[i + 1, i + 2] - by_q[i + 1, i + 1]
        by_down = by_q[i + 2, i + 1] - by_q[i + 2, i + 2]
        by_z = diffusion * (by_up * bernoulli_slope(z) - by_down * bernoulli_slope(-z))
        by_log_diffusion = diffusion * (by_up * bernoulli(z) + by_down * bernoulli(-z))
        gradient[0] += 2.0 * by_log_diffusion - 2.0 * by_z * z
        gradient[1] += by_z * z

    in_bout = come_back / (leave + come_back)
    by_in_bout = -by_initial[0]
    by_entry = np.empty(num_levels)
    for i in range(num_levels):
        gradient[2] += (by_q[i + 1, 0] - by_q[i + 1, i + 1]) * leave
        by_entry_rate = by_q[0, i + 1] - by_q[0, 0]
        gradient[3] += by_entry_rate * come_back * chain.entry[i]
        by_in_bout += by_initial[i + 1] * chain.entry[i]
        by_entry[i] = by_entry_rate * come_back + by_initial[i + 1] * in_bout
    gradient[2] -= by_in_bout * in_bout * (1.0 - in_bout)
    gradient[3] += by_in_bout * in_bout * (1.0 - in_bout)

    normal = stationary_levels(levels, sigma, kappa)
    by_normal = (1.0 - UNIFORM_ENTRY) * by_entry
    by_log_weight = normal * (by_normal - (normal * by_normal).sum())
    by_spread = kappa / sigma**2 * (by_log_weight * levels**2).sum()
    gradient[0] += 2.0 * by_spread
    gradient[1] -= by_spread
    return gradient
