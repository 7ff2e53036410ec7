"""Small problems for the engine, with every kind of day and treatment in them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import strategies as st

from surcease.inference.problem import UNKNOWN, Problem, make_pulses

LEVELS = np.linspace(-np.log(12.0), np.log(12.0), 23)
COURSE_MEAN = np.array([0.6, -1.9, -3.2, -4.1, -5.3, 2.1, 0.0, -2.5])
COURSE_SD = np.array([0.9, 0.6, 0.9, 1.2, 1.2, 1.2, 2.0, 1.0])


def pulses_of(doses, num_slots, onset=1.0, horizon=60.0):
    """Return pulses from one sequence of dose times (in days) for each treatment."""
    triples, first = [], [0]
    for times in doses:
        rows = []
        for time in times:
            for slot in range(max(0, int(np.floor(time))), min(num_slots, int(time + horizon))):
                start = max(slot, time)
                u = (start + slot + 1) / 2 - time
                rows.append((slot, np.log(u), (slot + 1 - start) * (1 - np.exp(-u / onset))))
        triples += sorted(rows)
        first.append(len(triples))
    slot = np.array([row[0] for row in triples], dtype=np.int64)
    log_u = np.array([row[1] for row in triples], dtype=np.float64)
    rise = np.array([row[2] for row in triples], dtype=np.float64)
    return make_pulses(np.array(first, dtype=np.int64), slot, log_u, rise)


def make_problem(counts, doses=(), regimens=(), length=None, opens_day=None):
    num_slots, num_regimens = len(counts), len(regimens)
    mean = [COURSE_MEAN, *([0.0, 2.6, 1.1] for _ in doses), [0.0] * num_regimens]
    sd = [COURSE_SD, *([0.7, 0.6, 0.5] for _ in doses), [0.7] * num_regimens]
    opens = np.ones(num_slots, dtype=np.bool_) if opens_day is None else np.array(opens_day)
    by_day = [part.max() for part in np.split(np.array(counts), np.flatnonzero(opens)[1:])]
    return Problem(
        np.asarray(counts, dtype=np.int64),
        np.ones(num_slots) if length is None else np.asarray(length, dtype=np.float64),
        opens,
        sum(each == 0 for each in by_day),
        sum(each > 0 for each in by_day),
        pulses_of(doses, num_slots),
        np.asarray(regimens, dtype=np.float64).reshape(num_regimens, num_slots),
        LEVELS,
        np.concatenate(mean),
        np.concatenate(sd),
    )


day_counts = st.one_of(st.just(UNKNOWN), st.just(0), st.integers(1, 9), st.integers(10, 60))


@st.composite
def problems(draw):
    counts = draw(st.lists(day_counts, min_size=1, max_size=25))
    times = st.lists(st.floats(-10, len(counts) - 0.01), min_size=1, max_size=4)
    doses = draw(st.lists(times, max_size=2))
    amounts = st.lists(st.floats(0, 3), min_size=len(counts), max_size=len(counts))
    regimens = draw(st.lists(amounts, max_size=2))
    hours = draw(
        st.lists(st.sampled_from([23, 24, 25]), min_size=len(counts), max_size=len(counts))
    )
    opens = [
        UNKNOWN in (before, count) or draw(st.integers(0, 3)) > 0
        for before, count in pairwise([UNKNOWN, *counts])
    ]
    return make_problem(counts, doses, regimens, np.array(hours) / 24, opens)


@st.composite
def problems_with_theta(draw):
    problem = draw(problems())
    z = st.lists(
        st.floats(-1.5, 1.5), min_size=problem.prior_mean.size, max_size=problem.prior_mean.size
    )
    return problem, problem.prior_mean + problem.prior_sd * np.array(draw(z))
