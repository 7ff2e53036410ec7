from __future__ import annotations

from bisect import bisect

from surcease.course.criteria import Criteria
from surcease.course.filled import Filled
from surcease.course.record import Record


class Active:
    """The days with attacks if unknown days had them wherever a bout could hide.

    That an unknown stretch hides none shows only when as many attack-free days have followed it.
    """

    def __init__(self, record: Record, criteria: Criteria) -> None:
        self.criteria = criteria
        self.attacked = ~record.attack_free
        self.bridges = record.bridges(criteria)
        self.shown_by = [bridge.last + 1 + bridge.days for bridge in self.bridges]
        self.filled: dict[int, Filled] = {}

    def by(self, num_days: int) -> Filled:
        """Return the days as they are read when so many have passed."""
        shown = bisect(self.shown_by, num_days)
        if shown not in self.filled:
            self.filled[shown] = self._fill(shown)
        return self.filled[shown]

    def _fill(self, shown: int) -> Filled:
        attacked = self.attacked.copy()
        for bridge in self.bridges[:shown]:
            attacked[bridge.first : bridge.last + 1] = False
        return Filled(attacked, self.criteria)
