"""Are ranks uniform? The chi-square of their histogram, and how far their ECDF strays.

The rank of a true value among draws from its posterior is uniform on 0 to the number of draws
wherever simulation, prior and posterior belong together (Talts et al. 2018, arXiv:1804.06788).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binom, chisquare

type Floats = NDArray[np.float64]
type Ints = NDArray[np.int64]

BINS = (20, 10, 5, 4, 2)
FEWEST_IN_BIN = 5.0
NUM_REFERENCES = 20_000
REFERENCE_SEED = 20_220_309


class Band(NamedTuple):
    """A simultaneous band for the ECDF of uniform ranks, each (num_draws,).

    Attributes
    ----------
    at
        Where the ECDF is looked at: rank i + 1 over num_draws + 1.
    low, high
        Between which the whole ECDF stays with the probability asked for.
    """

    at: Floats
    low: Floats
    high: Floats


def chi_square_p_value(ranks: Ints, num_draws: int) -> float:
    """Return the p-value of Pearson's test, in as many equal bins as the ranks can fill."""
    fitting = [n for n in BINS if ranks.size >= FEWEST_IN_BIN * n and (num_draws + 1) % n == 0]
    if not fitting:
        raise ValueError("too few ranks for a chi-square test")
    seen = np.bincount(ranks * fitting[0] // (num_draws + 1), minlength=fitting[0])
    return float(chisquare(seen).pvalue)


def ecdf_p_value(ranks: Ints, num_draws: int) -> float:
    """Return how often uniform ranks have an ECDF that strays as far somewhere.

    How far is the smallest pointwise tail probability (Sailynoja, Burkner and Vehtari 2022,
    Statistics and Computing 32:32), judged against the same of simulated uniform ranks.
    """
    below = np.cumsum(np.bincount(ranks, minlength=num_draws + 1))[:num_draws]
    tail = smallest_tails(below[None, :], ranks.size, num_draws)[0]
    reference = reference_tails(ranks.size, num_draws)
    return float((1 + np.sum(reference <= tail * (1 + 1e-9))) / (1 + reference.size))


def ecdf_band(num_ranks: int, num_draws: int, level: float) -> Band:
    tail = float(np.quantile(reference_tails(num_ranks, num_draws), 1.0 - level))
    at = evaluation_points(num_draws)
    low, high = (binom.ppf(p, num_ranks, at) / num_ranks for p in (tail, 1.0 - tail))
    return Band(at, low, high)


def evaluation_points(num_draws: int) -> Floats:
    return np.arange(1, num_draws + 1) / (num_draws + 1)


@cache
def reference_tails(num_ranks: int, num_draws: int) -> Floats:
    """Return the smallest tails of uniform ranks, (NUM_REFERENCES,)."""
    rng = np.random.default_rng(REFERENCE_SEED)
    even = np.full(num_draws + 1, 1.0 / (num_draws + 1))
    seen = rng.multinomial(num_ranks, even, size=NUM_REFERENCES)
    return smallest_tails(np.cumsum(seen, axis=1)[:, :num_draws], num_ranks, num_draws)


def smallest_tails(below: Ints, num_ranks: int, num_draws: int) -> Floats:
    """Return the smallest one-sided binomial tail along each of (num_ecdfs, num_draws) counts."""
    at = evaluation_points(num_draws)
    number = np.arange(num_ranks + 1)[:, None]
    tail = np.minimum(binom.cdf(number, num_ranks, at), binom.sf(number - 1, num_ranks, at))
    return np.asarray(tail[below, np.arange(num_draws)].min(axis=1))
