from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recording:
    """What of the truth gets written down.

    Attributes
    ----------
    quiet_days_unwritten
        Share of the days without an attack about which nothing is written (m0 of the model).
    attack_days_lost
        Share of the days with attacks about which nothing is written (m1).
    attacks_only
        Nothing but attacks is ever written, and the diary claims no coverage.
    counts_only
        A number for each day, no times.
    """

    quiet_days_unwritten: float = 0.0
    attack_days_lost: float = 0.0
    attacks_only: bool = False
    counts_only: bool = False

    def written(self, attacks: int, chance: float) -> int | None:
        """Return the day's count as recorded; `chance` is uniform from 0 to 1."""
        if attacks > 0:
            lost = self.attack_days_lost
        else:
            lost = 1.0 if self.attacks_only else self.quiet_days_unwritten
        return None if chance < lost else attacks

    @property
    def claims_coverage(self) -> bool:
        """Whether silence on a day means that there was no attack."""
        return not self.attacks_only and not self.counts_only

    def says_of_day(self, written: int | None) -> bool:
        """Whether the day gets a line of its own: a count, or that it is unknown."""
        return written is None if self.claims_coverage else self.counts_only and written is not None
