"""Diaries that fit analyses made by hand, for printed reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from strategies.analyses import published_case, with_names
from strategies.entries import HOME, moment
from surcease.analysis.result import Analysis, Details
from surcease.diary import Attack, Diary, Dose, Lab, Moment, Regimen, Span

type Case = tuple[Diary, Analysis]


def case() -> Case:
    """Three chronic years, as they would be in practice."""
    return case_of(1096)


def short_case() -> Case:
    """Their first two hundred days, with all that the three years have."""
    return case_of(200)


def case_of(days: int) -> Case:
    analysis = published_case(days)
    return diary_for(analysis), analysis


def case_with(names: Iterable[str]) -> Case:
    """Two hundred days with treatments of such names, given in turn."""
    names = tuple(names)
    analysis = with_names(names)
    treatments = tuple(
        replace(each, treatment=name.strip(), role="preventive")
        for each, name in zip(analysis.treatments, names, strict=True)
    )
    analysis = replace(analysis, treatments=treatments)
    return diary_for(analysis), analysis


def diary_for(analysis: Analysis) -> Diary:
    """Write down the attacks and doses that the details of an analysis show."""
    details, days = analysis.details, analysis.days
    if details is None or days is None:
        return Diary(HOME)
    return Diary(
        HOME,
        coverage=(Span(days.from_on, days.to_on),),
        attacks=tuple(_attacks(details)),
        doses=tuple(_doses(details)),
        regimens=tuple(_regimens(details, days.to_on)),
        labs=tuple(_labs(days.from_on)),
    )


def _attacks(details: Details) -> Iterator[Attack]:
    for nth, number in enumerate(details.timeline.attacks):
        on = details.timeline.from_on + timedelta(days=nth)
        for hour in range(number or 0):
            started = _at(on, hour)
            yield Attack(started, _at(on, hour, minute=45), intensity=4 + (nth + hour) % 7)


def _doses(details: Details) -> Iterator[Dose]:
    for lane in details.lanes:
        for on in lane.given_on:
            acute = lane.role == "acute"
            yield Dose(_at(on, 0 if acute else 12, minute=5), lane.treatment, 2, "mg")


def _regimens(details: Details, last_on: date) -> Iterator[Regimen]:
    for lane in details.lanes:
        for from_on, to_on, amount, unit in lane.stretches:
            end = None if to_on == last_on else to_on
            reason = "raised: attacks went on" if end else ""
            yield Regimen(lane.treatment, amount, unit, from_on, end, reason)


def _labs(first: date) -> Iterator[Lab]:
    for nth, assay in enumerate(("serum total", "red cell", "serum total")):
        taken = _at(first + timedelta(days=4 * nth), 8)
        yield Lab(taken, "magnesium", 2.1 + nth, "mg/dL", assay)


def _at(on: date, hour: int, minute: int = 0) -> Moment:
    return moment(f"{on}T{hour:02}:{minute:02}")
