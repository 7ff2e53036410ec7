"""The simulated diaries on which two samplers are compared."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.random import Generator

from surcease.analysis.fitted import diary_arrays
from surcease.effects.arrays import Arrays, starting_points
from surcease.inference.posterior import Method, Posterior, fit
from surcease.inference.problem import Problem
from surcease.simulation import SCENARIOS, Simulated, simulate

FIRST_SEED = 400_000
LENGTHS_DAYS = (365, 731, 1096)
SHORTEST_DAYS = {"one_dose": 731}
"""In one year its dose has not been given yet."""


class Subject(NamedTuple):
    scenario: str
    seed: int
    days: int


def subject(index: int) -> Subject:
    """Return the diary of an index: scenarios in turn, each round with other lengths."""
    scenarios = list(SCENARIOS)
    name = scenarios[index % len(scenarios)]
    length = LENGTHS_DAYS[(index + index // len(scenarios)) % len(LENGTHS_DAYS)]
    days = max(min(length, SCENARIOS[name].days), SHORTEST_DAYS.get(name, 0))
    return Subject(name, FIRST_SEED + index, days)


def simulated_diary(of: Subject) -> Simulated:
    scenario = replace(SCENARIOS[of.scenario], days=of.days)
    return simulate(scenario, np.random.default_rng(of.seed))


def fit_rng(of: Subject) -> Generator:
    return np.random.default_rng([of.seed, 1])


def fast_posterior(rng: Generator, problem: Problem) -> Posterior:
    return fit(rng, problem, starting_points(problem), Method.IMPORTANCE)


def arrays_of(of: Subject) -> Arrays:
    return diary_arrays(simulated_diary(of).diary)
