from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from surcease.course.criteria import Criteria
from surcease.diary.days import Day, DayState

type Flags = NDArray[np.bool_]


class Stretch(NamedTuple):
    """Days from one index of a record to another, both included."""

    first: int
    last: int

    @property
    def days(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of each day from the first recorded attack on.

    Parameters
    ----------
    from_on
        The day of the first attack; the end of time where there is none.
    attacked, attack_free : (num_days,) bool
        Neither is true where a day is unknown.
    """

    from_on: date
    attacked: Flags
    attack_free: Flags

    @classmethod
    def of(cls, days: Sequence[Day]) -> Record:
        """Read consecutive civil days."""
        kept = list(dropwhile(lambda day: day.state is not DayState.ATTACKS, days))
        return cls(
            kept[0].on if kept else date.max,
            np.array([day.state is DayState.ATTACKS for day in kept], dtype=np.bool_),
            np.array([day.state is DayState.NONE for day in kept], dtype=np.bool_),
        )

    def until(self, on: date) -> Record:
        """Forget what came after a date; days to it that nobody wrote down are unknown."""
        length = self.days_until(on)
        missing = np.zeros(max(0, length - self.attacked.size), dtype=np.bool_)
        return Record(
            self.from_on,
            np.concatenate([self.attacked[:length], missing]),
            np.concatenate([self.attack_free[:length], missing]),
        )

    def days_until(self, on: date) -> int:
        return max(0, (on - self.from_on).days + 1)

    def stretch(self, from_on: date, to_on: date) -> Stretch:
        return Stretch((from_on - self.from_on).days, (to_on - self.from_on).days)

    @property
    def num_days(self) -> int:
        return self.attacked.size

    def bridges(self, criteria: Criteria) -> list[Stretch]:
        """Return the unknown stretches that no bout can hide in, in order.

        One shorter than the shortest bout, between attack-free stretches each at least as long as
        itself, stays attack-free: no bout fits in, and more was observed around it than was not.
        """
        longest_bridge = criteria.shortest_bout.days - 1
        kind = 2 * self.attacked + self.attack_free
        starts = np.concatenate([[0], np.flatnonzero(kind[1:] != kind[:-1]) + 1])
        lengths = np.concatenate([starts[1:], [kind.size]]) - starts
        begun = kind[starts]
        free = np.concatenate([[0], np.where(begun == 1, lengths, 0), [0]])
        around = np.minimum(free[:-2], free[2:])
        bridged = (begun == 0) & (lengths <= np.minimum(around, longest_bridge))
        ends = zip(starts[bridged].tolist(), lengths[bridged].tolist(), strict=True)
        return [Stretch(first, first + days - 1) for first, days in ends]
