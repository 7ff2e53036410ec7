from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from surcease.analysis.result import Bout, DoseLane
from surcease.formulary.treatment import Role
from surcease.reports import sentences
from surcease.reports.periods import Period
from surcease.reports.terminal.bars import UNKNOWN, bars
from surcease.reports.terminal.columns import Columns

DOSE = "•"
MANY_DOSES = "#"
SOME_UNKNOWN = "·"
LINE = "━"
EMPTY = " "
CHANGE = "┣"

type Stretch = tuple[date, date, float, str]
"""From one date to another, an amount a day and its unit."""


def unknown_lane(periods: Iterable[Period]) -> str:
    """Mark columns with unknown days: a dot for some, a shade for half of them or more."""
    return "".join(_unknown(period) for period in periods)


def _unknown(period: Period) -> str:
    if period.mostly_unknown:
        return UNKNOWN
    return SOME_UNKNOWN if period.unknown else " "


def bouts_lane(bouts: Iterable[Bout], columns: Columns) -> str:
    inside = {column for each in bouts for column in columns.over(each.from_on, each.to_on)}
    return "".join(LINE if column in inside else " " for column in range(columns.count))


def dose_lane(lane: DoseLane, columns: Columns) -> str:
    """Draw what was given: amounts on a line, bars of acute doses, or a mark for each dose."""
    given = Counter(columns.at(on) for on in lane.given_on)
    doses = [given[column] for column in range(columns.count)]
    if lane.role == Role.ACUTE:
        return bars(doses, 1)[0]
    return "".join(map(_mark, doses, _amounts(lane.stretches, columns)))


def _mark(doses: int, line: str) -> str:
    if doses == 0 or line not in (EMPTY, LINE):
        return line
    return DOSE if doses == 1 else str(doses) if doses < 10 else MANY_DOSES


def _amounts(stretches: Iterable[Stretch], columns: Columns) -> list[str]:
    """Draw each stretch as a line with its amount, up to where the next one begins."""
    line = [EMPTY] * columns.count
    ends = columns.count
    for from_on, to_on, amount, unit in sorted(stretches, reverse=True):
        over = [column for column in columns.over(from_on, to_on) if column < ends]
        for column, letter in zip(
            over, _amount(sentences.amount(amount, unit), len(over)), strict=True
        ):
            line[column] = letter
        ends = min(ends, columns.at(from_on))
    return line


def _amount(text: str, room: int) -> str:
    """Write an amount behind the mark of a change, or leave it out where it does not fit."""
    written = f"{CHANGE}{text}" if len(text) < room else CHANGE
    return written.ljust(room, LINE)[:room]
