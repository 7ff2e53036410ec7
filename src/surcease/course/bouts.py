from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from surcease.course.criteria import Criteria, newest_criteria
from surcease.diary.days import Day


@dataclass(frozen=True, slots=True)
class Bout:
    """A period of attacks, from its first recorded attack to its last, both days included."""

    from_on: date
    to_on: date
    attacks: int

    @property
    def days(self) -> int:
        return (self.to_on - self.from_on).days + 1


def find_bouts(
    days: Sequence[Day], in_bout: NDArray[np.float64], criteria: Criteria | None = None
) -> tuple[Bout, ...]:
    """Read the bouts off the posterior course.

    A bout is where being in one is at least as likely as not. A pause shorter than the shortest
    bout the criteria know belongs to the bout around it: on that scale they do not tell a
    remission from a good week, and a posterior that crosses one half for a day means nothing.
    Each bout is then cut back to its first and last day with a recorded attack; what holds no
    recorded attack is no bout.

    Parameters
    ----------
    days : (num_days,)
        Consecutive civil days.
    in_bout : (num_days,)
        Posterior probability, 0 to 1, of being in a bout on each day.
    criteria
        Whose shortest bout is the scale; the newest edition by default.

    Raises
    ------
    ValueError
        If the two differ in length, or a probability is not a number from 0 to 1.
    """
    if in_bout.shape != (len(days),):
        raise ValueError("in_bout needs one probability per day")
    if not np.all((in_bout >= 0) & (in_bout <= 1)):
        raise ValueError("in_bout must hold probabilities from 0 to 1")
    shortest = (criteria or newest_criteria()).shortest_bout.days
    attacks = np.array([day.attacks or 0 for day in days], dtype=np.int64)
    return tuple(
        Bout(days[first].on, days[last].on, int(attacks[first : last + 1].sum()))
        for first, last in _between_attacks(_runs(in_bout >= 0.5, shortest), attacks > 0)
    )


def _runs(likely: NDArray[np.bool_], shortest_pause: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last index of each run of likely days, short pauses bridged."""
    on = np.flatnonzero(likely)
    if on.size == 0:
        return
    ends = np.flatnonzero(np.diff(on) > shortest_pause)
    edges = [-1, *ends.tolist(), on.size - 1]
    for before, end in pairwise(edges):
        yield int(on[before + 1]), int(on[end])


def _between_attacks(
    runs: Iterator[tuple[int, int]], attacked: NDArray[np.bool_]
) -> Iterator[tuple[int, int]]:
    for first, last in runs:
        hits = np.flatnonzero(attacked[first : last + 1])
        if hits.size:
            yield first + int(hits[0]), first + int(hits[-1])
