"""What is known of a whole day: free of attacks, so many without times, or said to be unknown.

A day of which nothing is known has no resource. A row that attacks or a later row overrule is kept
as entered in error.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from surcease.diary import DayCount, DayState, Diary, DiaryError, Kind, civil_days
from surcease.exchange.fhir.codes import Json, concept
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.elements import columns, extended
from surcease.exchange.fhir.instants import day_period
from surcease.exchange.fhir.maker import Maker


def to_fhir(diary: Diary, maker: Maker, *, to_update: bool) -> Iterator[Json]:
    """Yield every row of days.csv, then every other day that coverage makes free of attacks.

    A receiver that is `to_update` may hold such a day from before an attack was added to it: all
    other covered days are then there, too, as entered in error.
    """
    with_attacks = {each.started_at.on for each in diary.attacks if each.kind is Kind.ATTACK}
    last = {row.on: nth for nth, row in enumerate(diary.days)}
    for nth, row in enumerate(diary.days):
        counts = last[row.on] == nth and row.on not in with_attacks
        yield _observation(row, "final" if counts else "entered-in-error", maker)
    for on, free in _covered(diary).items():
        if on not in last and (free or to_update):
            status = "final" if free else "entered-in-error"
            yield _observation(DayCount(on, 0), status, maker) | {"method": concept("covered")}


def _covered(diary: Diary) -> dict[date, bool]:
    """Return every covered day, in order, and whether it is free of attacks."""
    spans = (civil_days(diary, each.from_on, each.to_on) for each in diary.coverage)
    states = {day.on: day.state is DayState.NONE for days in spans for day in days}
    return dict(sorted(states.items()))


def _observation(row: DayCount, status: str, maker: Maker) -> Json:
    fields = {
        **extended(columns(row.extra)),
        "status": status,
        "category": [concept("symptom_category"), concept("survey")],
        "code": concept("attack_count" if row.attacks != 0 else "symptom_absent"),
        "subject": maker.patient,
        "effectivePeriod": day_period(row.on, maker.diary.zone_on(row.on)),
        "performer": [maker.patient],
        **_value(row.attacks),
    }
    return maker.make("Observation", ("day", row.on.isoformat()), fields)


def _value(attacks: int | None) -> Json:
    if attacks is None:
        return {"dataAbsentReason": concept("unknown")}
    return (
        {"valueInteger": attacks} if attacks else {"valueCodeableConcept": concept("attack_absent")}
    )


def is_day(resource: Element) -> bool:
    code = resource.child("code")
    return code.means("symptom_absent") or code.means("attack_count")


def follows_from_coverage(resource: Element) -> bool:
    return resource.child("method").means("covered")


def from_fhir(resource: Element) -> DayCount:
    on = _day(resource)
    if resource.child("code").means("attack_count"):
        return DayCount(on, _count(resource), resource.columns())
    named = resource.child("valueCodeableConcept")
    if not (named.means("attack_absent") or named.means("shadow")):
        raise DiaryError("it says that something else than headache was absent")
    return DayCount(on, 0, resource.columns())


def _day(resource: Element) -> date:
    period = resource.child("effectivePeriod")
    start = period.day("start") or resource.day("effectiveDateTime")
    if start is None:
        raise DiaryError("its day is missing")
    if (period.day("end") or start) != start:
        raise DiaryError("it speaks of more than one day")
    return start


def _count(resource: Element) -> int | None:
    count = resource.number("valueInteger")
    if count is None and not resource.child("dataAbsentReason"):
        raise DiaryError("the number of attacks is missing")
    if count is not None and count != int(count):
        raise DiaryError("the number of attacks is not a whole number")
    return None if count is None else int(count)
