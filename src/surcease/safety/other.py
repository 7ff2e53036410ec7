"""Medicines for other illnesses, by the groups that rules know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from surcease.formulary.vocabulary import is_denied, medicine_groups_in


@dataclass(frozen=True, slots=True)
class Other:
    """Another medicine, or a treatment that is also one, by the groups it belongs to."""

    name: str
    groups: frozenset[str]
    from_on: date | None
    to_on: date | None

    @classmethod
    def named(cls, name: str, from_on: date | None, to_on: date | None) -> Other:
        groups = frozenset[str]() if is_denied(name) else medicine_groups_in(name)
        return cls(name, groups, from_on, to_on)

    def taken_on(self, day: date) -> bool:
        return self._begun(day) and (self.to_on is None or day <= self.to_on)

    def _begun(self, day: date) -> bool:
        return self.from_on is None or self.from_on <= day

    def days_since(self, day: date) -> int | None:
        """How many days ago it was last taken: 0 while taken, None before it began."""
        if not self._begun(day):
            return None
        return 0 if self.to_on is None else max((day - self.to_on).days, 0)

    @property
    def order(self) -> tuple[str, date, date]:
        """By what others are sorted, so that it does not matter which was entered first."""
        return self.name, self.from_on or date.min, self.to_on or date.max
