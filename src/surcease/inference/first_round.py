"""Where the first draws come from: straight coordinates, and what is drawn in them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.special import softmax

from surcease.inference.bend import Bend, find_bend, no_bend, order_of_dependence
from surcease.inference.density import log_density_and_gradient
from surcease.inference.mode import Mode
from surcease.inference.problem import Problem
from surcease.inference.proposal import Component, component

NEGLIGIBLE_MODE = 10.0
"""A mode this much lower in log density holds nothing worth drawing from."""


def first_round(
    problem: Problem, modes: Sequence[Mode], num_draws: int
) -> tuple[Bend, list[Component]]:
    """Return coordinates fit for the modes, highest first, and components for each in them.

    They are bent to a posterior with one mode. With several of them they stay linear, for no bend
    suits two modes.
    """
    highest = modes[0]
    kept = [mode for mode in modes if highest.log_density - mode.log_density < NEGLIGIBLE_MODE]
    linear = no_bend(highest.theta, highest.covariance, order_of_dependence(problem))
    if len(kept) > 1:
        return linear, one_for_each(kept, linear, num_draws)
    bend, middle = find_bend(linear, lambda theta: log_density_and_gradient(theta, problem)[1])
    return bend, [component(middle, np.eye(middle.size), num_draws)]


def one_for_each(modes: Sequence[Mode], linear: Bend, num_draws: int) -> list[Component]:
    """Return one component a mode, with draws in proportion to its Laplace evidence."""
    evidence = [mode.log_density + 0.5 * np.linalg.slogdet(mode.covariance)[1] for mode in modes]
    shares = 0.5 * softmax(evidence) + 0.5 / len(modes)
    to_straight = np.linalg.inv(linear.factor)
    return [
        component(
            to_straight @ (mode.theta - linear.centre),
            to_straight @ mode.covariance @ to_straight.T,
            max(1, round(share * num_draws)),
        )
        for mode, share in zip(modes, shares, strict=True)
    ]
