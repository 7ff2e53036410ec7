from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from surcease.reports.charts.date_labels import date_labels
from surcease.reports.charts.theme import Spec

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The dates that panels below each other share, from the first to the last day."""

    first: date
    last: date
    width: int

    @property
    def px_a_day(self) -> float:
        return self.width / ((self.last - self.first).days + 1)

    def encoding(self, **axis: Any) -> Spec:
        """Encode the field "from" as a date; in UTC, so that no machine's zone shifts it."""
        domain = [since_1970(self.first), since_1970(self.last + DAY)]
        if axis.get("labels", True):
            axis["labelExpr"] = date_labels()
        return {
            "field": "from",
            "type": "temporal",
            "scale": {"type": "utc", "domain": domain, "nice": False},
            "axis": {"title": None, "labelFlush": False, **axis},
        }


def since_1970(on: date) -> int:
    """Return the start of a date in ms since 1970, as the drawing counts time."""
    return (on - date(1970, 1, 1)) // timedelta(milliseconds=1)
