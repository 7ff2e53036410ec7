from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import reduce

from surcease.diary import Sex
from surcease.formulary.classes import classes, fact_at
from surcease.formulary.vocabulary import conditions
from surcease.language import gettext as _
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled


@rule(
    "S13",
    "Triptans with risk factors and no examination of the heart",
    ask="Should my heart and vessels be examined before I use triptans?",
    rests_on=("triptan.risk_factors", "triptan.risk_age_of_men"),
)
def risk_factors(record: Record) -> Iterator[Seen]:
    drugs = classes()["triptan"].drug_of
    days = [each.on for each in record.of(*drugs)]
    days += [last for key in drugs for _, last in record.spans(key)]
    if not days:
        return
    last = max(days)
    if record.has("cardiovascular_evaluation", last):
        return
    yield from _lacks(record, last)
    found = _factors(record, last)
    fact = fact_at("triptan.risk_factors", last)
    if len(found) >= fact_number(fact):
        text = filled(
            _("Triptans with {factors}, and no examination of the heart is recorded"),
            factors=reduce(_both, found),
        )
        yield Remark(Severity.INFO, text, last, (), (fact,))


def _both(one: str, other: str) -> str:
    return _("{one} and {other}").format(one=one, other=other)


def _factors(record: Record, on: date) -> list[str]:
    known = [each for each in conditions().values() if each.risk_factor]
    found = [each.shown for each in known if record.has(each.key, on)]
    person = record.diary.person
    age = fact_number(fact_at("triptan.risk_age_of_men", on))
    if person and person.sex is Sex.MALE and person.birth_year:
        # The year alone is known: over 40 for certain in the second year after.
        return found + [_("male sex and age")] * (on.year - person.birth_year > age)
    return found


def _lacks(record: Record, on: date) -> Iterator[Lack]:
    person = record.diary.person
    if person is None or person.sex is None or person.birth_year is None:
        yield Lack(_("year of birth and sex, in [person]"), "diary.toml")
    for each in conditions().values():
        if each.risk_factor and record.has(each.key, on) is None:
            yield Lack(each.asked.shown, "conditions.csv")
