from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from surcease.diary.duplicates import distinct_attacks, distinct_doses
from surcease.diary.errors import Translate
from surcease.diary.events import Diary, Regimen
from surcease.diary.folder import settings

_WRITTEN_BY_THE_SIMULATOR = "simulated"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something in a diary's files that its owner should know, though nothing is wrong.

    `message` is in English, with the place {what} for what it is about: names of columns, a number.
    """

    file: str
    message: str
    what: str = ""

    def __str__(self) -> str:
        return self.said(str)

    def said(self, translate: Translate) -> str:
        """Return what it says in another language."""
        return f"{self.file}: {translate(self.message).format(what=self.what)}"


def about_columns(file: str, unknown: Iterable[str]) -> list[Notice]:
    names = ", ".join(unknown)
    return [Notice(file, "columns not known to this version, kept: {what}", names)] if names else []


def about_record(diary: Diary) -> list[Notice]:
    return [
        *_about_keys(diary),
        *_about_repetition("attacks.csv", distinct_attacks(diary).duplicates),
        *_about_repetition("doses.csv", distinct_doses(diary).duplicates),
        *_about_contradiction(diary),
        *_about_overlap(diary),
    ]


def about_others(names: Iterable[str]) -> list[Notice]:
    return [Notice(name, "not a file of the diary, not read") for name in names]


def _about_keys(diary: Diary) -> list[Notice]:
    spans = [*diary.coverage, *(journey.span for journey in diary.journeys)]
    of_person = diary.person.extra if diary.person else ()
    extras = (diary.extra, of_person, *(span.extra for span in spans))
    keys = {key for extra in extras for key, _ in extra}
    keys.discard(_WRITTEN_BY_THE_SIMULATOR)
    names = ", ".join(sorted(keys))
    kept = Notice(settings.FILE, "keys not known to this version, kept: {what}", names)
    return [kept] if keys else []


def _about_repetition(file: str, duplicates: int) -> list[Notice]:
    if not duplicates:
        return []
    return [
        Notice(file, "rows that repeat another, kept but counted once: {what}", str(duplicates))
    ]


def _about_contradiction(diary: Diary) -> list[Notice]:
    counts = {(row.on, row.attacks) for row in diary.days}
    contradicted = len(counts) - len({on for on, _ in counts})
    if not contradicted:
        return []
    return [
        Notice(
            "days.csv",
            "days stated twice with different counts, of which the later holds: {what}",
            str(contradicted),
        )
    ]


def _about_overlap(diary: Diary) -> list[Notice]:
    ordered = sorted(diary.regimens, key=lambda row: (row.treatment.casefold(), row.from_on))
    overlaps = sum(_overlap(earlier, later) for earlier, later in pairwise(ordered))
    if not overlaps:
        return []
    return [
        Notice(
            "regimens.csv",
            "rows that begin before an earlier one of their treatment ends, and add up: {what}",
            str(overlaps),
        )
    ]


def _overlap(earlier: Regimen, later: Regimen) -> bool:
    if earlier.treatment.casefold() != later.treatment.casefold():
        return False
    return earlier.to_on is None or later.from_on <= earlier.to_on
