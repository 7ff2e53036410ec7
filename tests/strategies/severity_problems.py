"""Small problems for the severity model, and attacks whose course and effects are known."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from hypothesis import strategies as st

from surcease.inference.problem import make_pulses
from surcease.inference.severity_problem import SeverityProblem, cut_parameters

COURSE_MEAN = np.array([-0.2, -4.0, -1.2, -0.7])
COURSE_SD = np.array([0.8, 1.0, 0.8, 1.0])
HALF_DAYS, SHARPNESS, ONSET_DAYS = 16.0, 3.0, 0.02
HORIZON_DAYS = 96.0


def make_severity_problem(grades, began, doses=(), covariates=(), num_grades=None, at_least=()):
    """Return a problem of attacks that began at such days, doses being given at others.

    `at_least` are the places of those that were cut short.
    """
    grades, began = np.asarray(grades, dtype=np.int64), np.asarray(began, dtype=np.float64)
    day = np.floor(began)
    mean = [COURSE_MEAN, *([0.0, np.log(HALF_DAYS), np.log(SHARPNESS)] for _ in doses)]
    sd = [COURSE_SD, *([1.5, 0.4, 0.4] for _ in doses)]
    num_covariates, num_grades = len(covariates), num_grades or int(grades.max()) + 1
    even = cut_parameters(np.arange(1, num_grades) / num_grades)
    return SeverityProblem(
        grade=grades,
        highest=cut_short(grades, num_grades, at_least),
        gap_days=np.diff(day, prepend=day[:1]),
        num_grades=num_grades,
        pulses=pulses_of(doses, began),
        covariates=np.asarray(covariates, dtype=np.float64).reshape(num_covariates, grades.size),
        prior_mean=np.concatenate([*mean, np.zeros(num_covariates), even]),
        prior_sd=np.concatenate([*sd, np.ones(num_covariates), [3.0], np.ones(even.size - 1)]),
    )


def cut_short(grades, num_grades, at_least):
    highest = grades.copy()
    highest[list(at_least)] = num_grades - 1
    return highest


def pulses_of(doses, began):
    slot, u, first = [], [], [0]
    for times in doses:
        since = began[:, None] - np.asarray(times)
        attack, dose = np.nonzero((since > 0) & (since <= HORIZON_DAYS))
        slot.append(attack)
        u.append(since[attack, dose])
        first.append(first[-1] + attack.size)
    slot = np.concatenate([np.empty(0, np.int64), *slot])
    u = np.concatenate([np.empty(0), *u])
    return make_pulses(np.array(first), slot, np.log(u), -np.expm1(-u / ONSET_DAYS))


@st.composite
def severity_problems_with_theta(draw):
    num_grades = draw(st.integers(2, 5))
    num_attacks = draw(st.integers(num_grades, 20))
    more = st.lists(
        st.integers(0, num_grades - 1),
        min_size=num_attacks - num_grades,
        max_size=num_attacks - num_grades,
    )
    grades = draw(st.permutations([*range(num_grades), *draw(more)]))
    gaps = st.lists(
        st.sampled_from([0.0, 0.1, 0.4, 1.0, 3.0, 200.0]),
        min_size=num_attacks,
        max_size=num_attacks,
    )
    began = 0.3 + np.cumsum(draw(gaps))
    times = st.lists(st.floats(-10, 60), min_size=1, max_size=3, unique=True)
    row = st.lists(st.floats(-2, 2), min_size=num_attacks, max_size=num_attacks)
    doses, covariates = draw(st.lists(times, max_size=2)), draw(st.lists(row, max_size=2))
    at_least = draw(st.sets(st.integers(0, num_attacks - 1), max_size=3))
    problem = make_severity_problem(grades, began, doses, covariates, num_grades, at_least)
    size = problem.prior_mean.size
    z = np.array(draw(st.lists(st.floats(-1, 1), min_size=size, max_size=size)))
    return problem, problem.prior_mean + problem.prior_sd * z


class Attacks(NamedTuple):
    began: np.ndarray
    level: np.ndarray
    exposure: np.ndarray
    doses: np.ndarray


def draw_attacks(rng, shift, num_days=400, slow=(0.9, 0.03), quick=(0.4, 0.5), a_day=2.0):
    """Draw attacks of a patient who is treated after bad weeks, and of nothing else.

    Doses prevent half of the attacks under full exposure and add `shift` to the level of the rest;
    the decision sees the attacks of the last seven days as they were felt.
    """
    walks = np.array([sd * rng.standard_normal() for sd, _ in (slow, quick)])
    keep = np.exp([-slow[1], -quick[1]])
    moves = np.array([slow[0], quick[0]]) * np.sqrt(1 - keep**2)
    began, level, exposure, doses = [], [], [], []
    for day in range(num_days):
        walks = keep * walks + moves * rng.standard_normal(2)
        week = [felt for at, felt in zip(began, level, strict=True) if at >= day - 7]
        rested = not doses or day - doses[-1] > 21
        if rested and len(week) >= 5 and np.mean(week) > 0.7:
            doses.append(day + 0.5)
        now = exposure_to(doses, day + 0.75)
        for at in np.sort(day + rng.random(rng.poisson(a_day * 0.5**now))):
            began.append(at)
            exposure.append(exposure_to(doses, at))
            level.append(walks.sum() + shift * exposure[-1] + rng.logistic())
    return Attacks(*(np.array(each) for each in (began, level, exposure, doses)))


def exposure_to(doses, at):
    since = at - np.array([dose for dose in doses if at - HORIZON_DAYS <= dose < at])
    worn = 1 + (since / HALF_DAYS) ** SHARPNESS
    return 1 - np.prod(1 + np.expm1(-since / ONSET_DAYS) / worn)


def graded(level, num_grades=8):
    edges = np.quantile(level, np.linspace(0, 1, num_grades + 1)[1:-1])
    return np.searchsorted(edges, level)
