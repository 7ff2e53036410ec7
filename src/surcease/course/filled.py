"""What a course is read from, once for all days up to which it is read."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

import numpy as np

from surcease.course.criteria import Criteria
from surcease.course.reading import Reading
from surcease.course.record import Flags, Stretch


class Filled:
    """The days with attacks under one way of filling in the unknown days.

    Parameters
    ----------
    attacked : (num_days,) bool
        The first day has an attack.
    """

    def __init__(self, attacked: Flags, criteria: Criteria) -> None:
        self.criteria = criteria
        self.periods = _split_at_remissions(attacked, criteria.remission.days)
        self.begun = [period.first for period in self.periods]
        self.quiet = [-1, *np.flatnonzero(~attacked).tolist(), attacked.size]
        on = np.where(attacked, np.arange(attacked.size), 0)
        self.latest_attack = np.maximum.accumulate(on).tolist()

    def until(self, num_days: int, bouts: Sequence[Stretch]) -> Reading:
        """Read the first `num_days` days as if no other had come yet.

        Each of `bouts`, from one attack recorded on these days to another, grows by the days beside
        it that are read as attacks.
        """
        latest = bisect(self.begun, num_days - 1) - 1
        period = Stretch(self.begun[latest], self.latest_attack[num_days - 1])
        grown = [self._grown(bout, num_days) for bout in bouts]
        return Reading(num_days, [*self.periods[:latest], period], grown, self.criteria)

    def _grown(self, bout: Stretch, num_days: int) -> Stretch:
        before = self.quiet[bisect(self.quiet, bout.first) - 1]
        after = self.quiet[bisect(self.quiet, bout.last)]
        return Stretch(before + 1, min(after, num_days) - 1)


def _split_at_remissions(attacked: Flags, remission_days: int) -> list[Stretch]:
    on = np.flatnonzero(attacked)
    breaks = np.flatnonzero(on[1:] - on[:-1] > remission_days)
    firsts, lasts = [on[0], *on[breaks + 1]], [*on[breaks], on[-1]]
    return [Stretch(int(first), int(last)) for first, last in zip(firsts, lasts, strict=True)]
