"""Where the first draws come from: straight coordinates, and what is drawn in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.special import softmax

from surcease.inference.bend import Bend, find_bend, no_bend, order_of_dependence
from surcease.inference.density import log_density_and_gradient
from surcease.inference.mode import Mode
from surcease.inference.problem import Floats, Problem, num_treatments
from surcease.inference.proposal import Component, component

NEGLIGIBLE_MODE = 10.0
"""A mode this much lower in log density holds nothing worth drawing from."""

WIDE = 0.2
"""Share of the first draws that are from all modes together."""


class Around(NamedTuple):
    """Modes, highest first, and the share of the posterior that each holds, by Laplace."""

    modes: list[Mode]
    shares: Floats

    def moments(self) -> tuple[Floats, Floats]:
        """Return the mean and the covariance of all modes together."""
        theta = np.array([mode.theta for mode in self.modes])
        mean = self.shares @ theta
        within = np.tensordot(self.shares, [mode.covariance for mode in self.modes], axes=1)
        between = (theta - mean).T * self.shares @ (theta - mean)
        return mean, within + between


def first_round(
    problem: Problem, modes: Sequence[Mode], num_draws: int
) -> tuple[list[Bend], list[Component]]:
    """Return coordinates fit for the modes, and a component of the first draws in each.

    Each mode has coordinates bent to it. With several modes or treatments there is more to the
    posterior than what lies near a mode, and to these is added, as the first, a set that is not
    bent and as wide as all modes together.
    """
    around = those_that_matter(modes)
    bent = [bent_to(mode, problem) for mode in around.modes]
    bends = [bend for bend, _ in bent]
    middles = [middle for _, middle in bent]
    if len(bends) == 1 and num_treatments(problem) <= 1:
        return bends, [standard(middles[0], num_draws, 0)]
    spread = (1.0 - WIDE) * (0.5 * around.shares + 0.5 / len(bends))
    return [no_bend(*around.moments(), order_of_dependence(problem)), *bends], [
        standard(np.zeros_like(middles[0]), WIDE * num_draws, 0),
        *(
            standard(middle, share * num_draws, bend)
            for bend, (middle, share) in enumerate(zip(middles, spread, strict=True), 1)
        ),
    ]


def those_that_matter(modes: Sequence[Mode]) -> Around:
    highest = modes[0].log_density
    kept = [mode for mode in modes if highest - mode.log_density < NEGLIGIBLE_MODE]
    evidence = [mode.log_density + 0.5 * np.linalg.slogdet(mode.covariance)[1] for mode in kept]
    return Around(kept, softmax(evidence))


def bent_to(mode: Mode, problem: Problem) -> tuple[Bend, Floats]:
    linear = no_bend(mode.theta, mode.covariance, order_of_dependence(problem))
    return find_bend(linear, lambda theta: log_density_and_gradient(theta, problem)[1])


def standard(middle: Floats, num_draws: float, bend: int) -> Component:
    return component(middle, np.eye(middle.size), max(1, round(num_draws)), bend)
