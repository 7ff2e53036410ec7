"""Outcomes as ordered classes: all that a cumulative logit looks at."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.effects.estimate import Floats
from surcease.inference.problem import Ints

FEWEST_IN_GRADE = 5


class Grades(NamedTuple):
    """Ordered classes of values.

    Attributes
    ----------
    score : (num_grades,)
        Mean of the values in each class.
    edge : (num_grades - 1,)
        Halfway between the highest value of a class and the lowest of the next.
    """

    score: Floats
    edge: Floats

    def of(self, values: Floats) -> Ints:
        """Return the class of each value, 0 for the lowest."""
        return np.searchsorted(self.edge, values, side="right")


def grades_of(values: Floats, least_share: float) -> Grades:
    """Join neighbouring values until every class holds its share of them, and five at least.

    Where that leaves a rest at the upper end, it joins the class below it.
    """
    distinct, counts = np.unique(values, return_counts=True)
    needed = max(FEWEST_IN_GRADE, least_share * values.size)
    grade = np.empty(distinct.size, dtype=np.int64)
    current, held = 0, 0
    for place, count in enumerate(counts):
        grade[place] = current
        held += count
        if held >= needed:
            current, held = current + 1, 0
    if held > 0 and current > 0:
        grade[grade == current] = current - 1
    last = np.flatnonzero(np.diff(grade))
    size = np.bincount(grade, counts)
    return Grades(
        np.bincount(grade, counts * distinct) / size, (distinct[last] + distinct[last + 1]) / 2.0
    )
