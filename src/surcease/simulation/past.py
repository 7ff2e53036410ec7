from __future__ import annotations


class Past:
    """The attacks written down so far: all that a decision to treat may rest on."""

    def __init__(self) -> None:
        self._total = [0]

    @property
    def days(self) -> int:
        return len(self._total) - 1

    def write(self, attacks: int | None) -> None:
        """Add a day; None where nothing was written."""
        self._total.append(self._total[-1] + (attacks or 0))

    def drop(self) -> None:
        """Take back the latest day, which was not over yet."""
        self._total.pop()

    def recent(self, days: int) -> int:
        """Return the attacks of the latest days."""
        return self.before(self.days, days)

    def before(self, day: int, days: int) -> int:
        """Return the attacks of the days just before that day."""
        return self._total[day] - self._total[max(0, day - days)]
