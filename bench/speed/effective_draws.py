"""How many independent draws weighted ones are worth, counted without favour."""

from __future__ import annotations

from surcease.inference.problem import Floats


def effective_draws(theta: Floats, weight: Floats) -> float:
    """Return how many independent draws are as good, for the worst of the parameters.

    Of each parameter: its posterior variance over the variance of its self-normalised mean, which
    is sum of w^2 (theta - mean)^2 (Owen 2013, chapter 9); and of all together 1 / sum of w^2 (Kong
    1992). The smallest of these.

    Parameters
    ----------
    theta : (num_draws, num_parameters)
    weight : (num_draws,)
        Sums to one.
    """
    square = (theta - weight @ theta) ** 2
    by_parameter = (weight @ square) / (weight**2 @ square)
    return float(min(by_parameter.min(), 1.0 / (weight**2).sum()))
