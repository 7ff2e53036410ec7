"""What a patient chooses before a report leaves the house."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from surcease.diary import DiaryError
from surcease.formulary import treatment_named
from surcease.formulary.spelling import normal


class Reader(StrEnum):
    """Whom a report is for: two pages for the doctor, a longer pack for the insurer."""

    DOCTOR = "doctor"
    INSURER = "insurer"


class Part(StrEnum):
    """What can be left out of a report."""

    ACUTE = "acute"
    SAFETY = "safety"
    LABS = "labs"
    TIMELINE = "timeline"
    EVIDENCE = "evidence"
    ENTRIES = "entries"


class Private(StrEnum):
    """What is in a report only if the patient puts it in."""

    NOTES = "notes"
    IDEATION = "ideation"


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """For whom, of which days, and what is left out or put in.

    Parameters
    ----------
    from_on, to_on
        The days that the report speaks of, both included; None: as far as the diary goes. Estimates
        rest on the whole diary all the same, and the report says so.
    without_treatments
        Treatments that the report does not name, by any of their names. Estimates of the others
        still allow for them.
    """

    reader: Reader = Reader.DOCTOR
    paper: Paper = Paper.A4
    from_on: date | None = None
    to_on: date | None = None
    leave_out: frozenset[Part] = frozenset()
    without_treatments: frozenset[str] = frozenset()
    put_in: frozenset[Private] = frozenset()

    def __post_init__(self) -> None:
        if self.from_on and self.to_on and self.to_on < self.from_on:
            raise DiaryError("the period of a report ends before it starts")

    def has(self, part: Part) -> bool:
        return part not in self.leave_out

    def is_within(self, on: date) -> bool:
        return self.meets(on, on)

    def meets(self, first: date, last: date) -> bool:
        """Tell whether a day from the first to the last is in the period."""
        return (self.from_on or date.min) <= last and first <= (self.to_on or date.max)

    def names(self, treatment: str) -> bool:
        """Tell whether the report may speak of a treatment, by any of its names."""
        return _key(treatment) not in {_key(each) for each in self.without_treatments}

    def check_names(self, treatments: Iterable[str]) -> None:
        """Raise DiaryError if something to be left out is not there: a slip would show it."""
        there = {_key(each) for each in treatments}
        for each in self.without_treatments:
            if _key(each) not in there:
                raise DiaryError(f"{each!r} cannot be left out: no treatment is called so here")


@lru_cache(maxsize=4096)
def _key(treatment: str) -> str:
    known = treatment_named(treatment)
    return known.key if known else normal(treatment) or treatment.strip()
