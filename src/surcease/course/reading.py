from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from surcease.course.criteria import Criteria
from surcease.course.record import Stretch


class Reading(NamedTuple):
    """The course so far under one way of filling in the unknown days.

    Parameters
    ----------
    periods
        From one day with attacks to another, remissions between them; at least one.
    bouts
        Each with the days beside it that are read as attacks.
    """

    num_days: int
    periods: Sequence[Stretch]
    bouts: Sequence[Stretch]
    criteria: Criteria

    def is_chronic(self) -> bool:
        """Whether attacks went on for a year without a remission, and none has come since."""
        since = self.num_days - 1 - self.periods[-1].last
        return since < self.criteria.remission.days and self._is_chronic_period(self.periods[-1])

    def was_chronic(self) -> bool:
        return any(self._is_chronic_period(period) for period in self.periods)

    def is_episodic(self) -> bool:
        """Whether two bouts of the right length lie on either side of a remission."""
        return any(
            self._period_of(earlier.last) < self._period_of(later.first)
            for earlier, later in pairwise(self.full_bouts())
        )

    def full_bouts(self) -> list[Stretch]:
        """Return the bouts that are neither too short nor too long for the criteria."""
        shortest, longest = self.criteria.shortest_bout.days, self.criteria.longest_bout.days
        return [bout for bout in self.bouts if shortest <= bout.days <= longest]

    def short_bouts(self) -> list[Stretch]:
        return [bout for bout in self.bouts if bout.days < self.criteria.shortest_bout.days]

    def has_attacks_outside_bouts(self) -> bool:
        """Whether bouts of the latest period lie a remission apart but for attacks in between."""
        bouts = [bout for bout in self.bouts if bout.first >= self.periods[-1].first]
        return any(
            later.first - earlier.last > self.criteria.remission.days
            for earlier, later in pairwise(bouts)
        )

    def _is_chronic_period(self, period: Stretch) -> bool:
        """Whether a period without remission is long enough, and more than scattered attacks."""
        holds_a_bout = any(period.first <= bout.last <= period.last for bout in self.bouts)
        return holds_a_bout and period.days >= self.criteria.chronic.days

    def _period_of(self, index: int) -> int:
        return sum(period.first <= index for period in self.periods)
