"""Names of the entries that a figure rests on: a letter for the table, a number for the row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from surcease.diary import Attack, DayCount, Diary, Dose, Lab, Regimen
from surcease.reports import words

type Entry = Attack | Dose | Regimen | DayCount | Lab

MOST_RUNS = 6

LETTERS = {Attack: "A", Dose: "D", Regimen: "R", DayCount: "N", Lab: "L"}
TABLES = {
    "A": "attacks.csv",
    "D": "doses.csv",
    "R": "regimens.csv",
    "N": "days.csv",
    "L": "labs.csv",
}


@dataclass(frozen=True, slots=True)
class EntryIds:
    """The row of every entry in its table, counted from 1: it stays when a report shows less.

    An id is a letter for the table and that number: D17 is the 17th row of doses.csv. Of rows that
    are equal in everything, the first stands for all.
    """

    rows: dict[Entry, int]

    @classmethod
    def of(cls, diary: Diary) -> EntryIds:
        tables: tuple[Sequence[Entry], ...] = (
            diary.attacks,
            diary.doses,
            diary.regimens,
            diary.days,
            diary.labs,
        )
        rows: dict[Entry, int] = {}
        for table in tables:
            for nth, each in enumerate(table, 1):
                rows.setdefault(each, nth)
        return cls(rows)

    def one(self, entry: Entry) -> str:
        return f"{LETTERS[type(entry)]}{self.rows[entry]}"

    def of_all(self, entries: Iterable[Entry]) -> str:
        """Name entries of one table, runs of rows in short: "D3 to D9, D12"."""
        return ", ".join(self._runs_of(entries))

    def in_short(self, entries: Sequence[Entry]) -> str:
        """Name the first of many runs, and say how many rows there are."""
        runs = self._runs_of(entries)
        if len(runs) <= MOST_RUNS:
            return ", ".join(runs)
        return f"{', '.join(runs[:MOST_RUNS])}, … ({words.count(len(entries), 'row')})"

    def _runs_of(self, entries: Iterable[Entry]) -> list[str]:
        found = list(entries)
        if not found:
            return []
        letter = LETTERS[type(found[0])]
        numbers = sorted({self.rows[each] for each in found})
        return [_run(letter, run) for run in _runs(numbers)]


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    grouped = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    return [[number for _, number in run] for _, run in grouped]


def _run(letter: str, run: Sequence[int]) -> str:
    return words.span(f"{letter}{run[0]}", f"{letter}{run[-1]}")
