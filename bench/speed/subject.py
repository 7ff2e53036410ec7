"""The diary that everything is measured on: three years, two pulse treatments, one regimen."""

from __future__ import annotations

import numpy as np

from surcease.analysis.fitted import diary_arrays
from surcease.diary import Diary
from surcease.inference.problem import Floats, Problem
from surcease.simulation import SCENARIOS, simulate

SCENARIO = "published_case"
SEED = 1


def diary_of(scenario: str = SCENARIO) -> Diary:
    return simulate(SCENARIOS[scenario], np.random.default_rng(SEED)).diary


def problem_of(diary: Diary) -> Problem:
    return diary_arrays(diary).problem


def points_of(problem: Problem, num_points: int) -> Floats:
    """Return parameters around the prior's centre, (num_points, num_parameters)."""
    shape = num_points, problem.prior_mean.size
    moves = np.random.default_rng(SEED).uniform(-1.0, 1.0, shape)
    return np.asarray(problem.prior_mean + moves * problem.prior_sd)
