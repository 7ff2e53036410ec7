from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from surcease.diary import Attack, distinct_attacks
from surcease.diary.response import Response, response_to
from surcease.formulary import convert
from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.taken import Taken, doses_of
from surcease.safety.words import fact_number, filled


@rule(
    "S04",
    "A second injection after none had helped",
    ask="What do I do when the first injection does nothing?",
    rests_on=("sumatriptan_sc.second_dose", "cluster_headache.longest_attack"),
)
def second_injection_without_response(record: Record) -> Iterator[Seen]:
    """Look for further doses within an attack.

    One whose end is unknown lasts until the next begins, at most as long as the classification lets
    an untreated attack last. A dose at the very start of the next attack is against that one.
    """
    attacks = sorted(distinct_attacks(record.diary).events, key=lambda each: each.started_at.at)
    injections = record.of("sumatriptan_sc")
    for nth, attack in enumerate(attacks if injections else ()):
        until = attacks[nth + 1].started_at.at if nth + 1 < len(attacks) else None
        yield from _look(record, _during(attack, until, injections))


def _during(attack: Attack, until: datetime | None, doses: Sequence[Taken]) -> list[Taken]:
    start, end = attack.started_at.at, _end(attack, until)
    return [each for each in doses if start <= each.at <= end and each.at != until]


def _end(attack: Attack, until: datetime | None) -> datetime:
    if attack.ended_at is not None:
        return attack.ended_at.at
    latest = attack.started_at.at + _longest(attack.started_at.on)
    return latest if until is None else min(latest, until)


def _longest(on: date) -> timedelta:
    fact = fact_at("cluster_headache.longest_attack", on)
    return timedelta(minutes=convert(fact_number(fact), fact.unit, "min"))


def _look(record: Record, doses: Sequence[Taken]) -> Iterator[Seen]:
    for nth, dose in enumerate(doses):
        responses = [each for part in doses[:nth] for each in _responses(record, part)]
        if Response.NONE in responses:
            fact = dose.fact("second_dose")
            text = filled(
                _("{name}: a further one in the same attack, {why}"),
                name=dose.name,
                why=fact.statement,
            )
            yield Remark(Severity.WARN, text, dose.on, doses_of(doses[: nth + 1]), (fact,))
        elif responses and None in responses:
            yield Lack(_("pain before and after the first injection of an attack"), "doses.csv")


def _responses(record: Record, taken: Taken) -> list[Response | None]:
    """Return what every row of a dose says: one written twice may say more in the second."""
    known = {(each.given_at.at, each.treatment) for each in taken.doses}
    rows = [each for each in record.diary.doses if (each.given_at.at, each.treatment) in known]
    return [response_to(each) for each in rows]
