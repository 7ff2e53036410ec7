"""Courses written as words: "30 bout, 100 none, 3 unknown, 30 bout"."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from hypothesis import strategies as st

from surcease.course.bouts import find_bouts
from surcease.course.criteria import editions
from surcease.diary.days import Day, DayState

START = date(2020, 1, 1)
WORDS = {
    "bout": (1, 0.95),
    "pause": (0, 0.7),
    "none": (0, 0.05),
    "stray": (1, 0.1),
    "unknown": (None, 0.1),
    "unsure": (None, 0.7),
}
"""Attacks on such a day, and the posterior probability of being in a bout."""


def edition(name):
    return {each.name: each for each in editions()}[name]


def day(nth, attacks, start=START):
    if attacks is None:
        return Day(start + timedelta(days=nth), DayState.UNKNOWN, None, 0, 1.0)
    state = DayState.ATTACKS if attacks else DayState.NONE
    return Day(start + timedelta(days=nth), state, attacks, 0, 1.0)


def days_of(counts, start=START):
    return tuple(day(nth, attacks, start) for nth, attacks in enumerate(counts))


def course_of(text):
    """Return days, probabilities of being in a bout, and the bouts found."""
    words = [WORDS[word] for part in text.split(", ") for word in _repeated(part)]
    days = days_of([attacks for attacks, _ in words])
    in_bout = np.array([probability for _, probability in words])
    return days, in_bout, find_bouts(days, in_bout)


def _repeated(part):
    number, word = part.split()
    return [word] * int(number)


@st.composite
def course_texts(draw):
    stretch = st.tuples(st.sampled_from([1, 2, 6, 7, 30, 89, 90, 200]), st.sampled_from([*WORDS]))
    return ", ".join(f"{number} {word}" for number, word in draw(st.lists(stretch, max_size=8)))
