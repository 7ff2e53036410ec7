from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from surcease.analysis.result import Bout, DoseLane
from surcease.formulary.treatment import Role
from surcease.language import gettext as _
from surcease.reports import sentences
from surcease.reports.charts.time_axis import DAY
from surcease.reports.periods import Period

MOST_MARKS = 400
"""More doses than this are drawn as strokes, so that a long diary stays a small file."""

type Kind = Literal["span", "amount", "doses", "dose"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something in a lane, from one date to another, both included."""

    kind: Kind
    from_on: date
    to_on: date
    text: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of marks under the timeline, with its name."""

    name: str
    marks: tuple[Mark, ...]


def lanes_of(cut: Sequence[Period], bouts: Iterable[Bout], doses: Iterable[DoseLane]) -> list[Lane]:
    """List the lanes from the top: unknown days, bouts, then each treatment."""
    first, last = cut[0].from_on, cut[-1].to_on
    reach = cut[0].to_on - first + DAY
    unknown = [period.from_on for period in cut if period.mostly_unknown]
    lanes = [
        Lane(_("Not known"), tuple(_joined(unknown, reach, "span"))),
        Lane(_("Bouts"), tuple(Mark("span", bout.from_on, bout.to_on) for bout in bouts)),
        *(Lane(lane.name, tuple(_given(lane, reach))) for lane in doses),
    ]
    return [Lane(lane.name, tuple(_within(lane.marks, first, last))) for lane in lanes]


def _given(lane: DoseLane, reach: timedelta) -> Iterator[Mark]:
    for from_on, to_on, amount, unit in lane.stretches:
        yield Mark("amount", from_on, to_on, sentences.amount(amount, unit))
    if lane.role == Role.ACUTE or len(lane.given_on) > MOST_MARKS:
        yield from _joined(sorted(set(lane.given_on)), reach, "doses")
    else:
        yield from (Mark("dose", on, on) for on in lane.given_on)


def _joined(starts: Sequence[date], reach: timedelta, kind: Kind) -> Iterator[Mark]:
    """Join what follows within `reach` of its predecessor into one mark."""
    run: list[date] = []
    for start in starts:
        if run and start - run[-1] > reach:
            yield Mark(kind, run[0], run[-1] + reach - DAY)
            run = []
        run.append(start)
    if run:
        yield Mark(kind, run[0], run[-1] + reach - DAY)


def _within(marks: Iterable[Mark], first: date, last: date) -> Iterator[Mark]:
    for mark in marks:
        if mark.to_on >= first and mark.from_on <= last:
            yield Mark(mark.kind, max(mark.from_on, first), min(mark.to_on, last), mark.text)
