from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from surcease.formulary.classes import fact_at
from surcease.language import ngettext
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled

ASK = "How long, and how often in a year, are steroids right for me?"


@rule("P01", "A long course of prednisone", ask=ASK, rests_on=("prednisone.max_course",))
def long_course(record: Record) -> Iterator[Seen]:
    for first, last in prednisone_courses(record):
        fact = fact_at("prednisone.max_course", last)
        days = (last - first).days + 1
        if days > fact_number(fact):
            text = filled(
                ngettext(
                    "Prednisone for {days} day from {day}; a course has {most}",
                    "Prednisone for {days} days from {day}; a course has {most}",
                    days,
                ),
                days=days,
                day=first,
                most=fact.value,
            )
            yield Remark(Severity.WARN, text, last, (), (fact,))


@rule(
    "P01",
    "Many courses of prednisone in a year",
    ask=ASK,
    rests_on=("prednisone.many_courses", "prednisone.many_courses_window"),
)
def many_courses(record: Record) -> Iterator[Seen]:
    courses = prednisone_courses(record)
    for first, _ in courses:
        many, window = (
            fact_at(f"prednisone.{name}", first) for name in ("many_courses", "many_courses_window")
        )
        since = first - timedelta(days=fact_number(window))
        begun = [start for start, _ in courses if since < start <= first]
        if len(begun) >= fact_number(many):
            text = filled(
                ngettext(
                    "{n} course of prednisone in the year up to {day}",
                    "{n} courses of prednisone in the year up to {day}",
                    len(begun),
                ),
                n=len(begun),
                day=first,
            )
            yield Remark(Severity.WARN, text, first, (), (many, window))


def prednisone_courses(record: Record) -> tuple[tuple[date, date], ...]:
    """Return the first and last day of every run of days on prednisone."""
    days = {
        first + timedelta(days=n)
        for first, last in record.spans("prednisone")
        for n in range((last - first).days + 1)
    }
    days |= set(record.by_day("prednisone"))
    courses: list[tuple[date, date]] = []
    for on in sorted(days):
        if courses and courses[-1][1] + timedelta(days=1) == on:
            courses[-1] = (courses[-1][0], on)
        else:
            courses.append((on, on))
    return tuple(courses)
