from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from surcease.diary import Attack, Dose, distinct_attacks
from surcease.diary.response import Response, response_to
from surcease.language import gettext as _
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record, Taken
from surcease.safety.rule import Seen, rule
from surcease.safety.words import filled


@rule(
    "S04",
    "A second injection after none had helped",
    ask="What do I do when the first injection does nothing?",
    rests_on=("sumatriptan_sc.second_dose",),
)
def second_injection_without_response(record: Record) -> Iterator[Seen]:
    attacks = sorted(distinct_attacks(record.diary).events, key=lambda each: each.started_at.at)
    injections = record.of("sumatriptan_sc")
    for nth, attack in enumerate(attacks if injections else ()):
        until = attacks[nth + 1].started_at.at if nth + 1 < len(attacks) else None
        yield from _look(record, _during(attack, until, injections))


def _during(attack: Attack, until: datetime | None, doses: Sequence[Taken]) -> list[Taken]:
    end = attack.ended_at.at if attack.ended_at else until
    return [
        each
        for each in doses
        if attack.started_at.at <= each.at and (end is None or each.at <= end)
    ]


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
            yield Remark(Severity.WARN, text, dose.on, _all(doses[: nth + 1]), (fact,))
        elif responses and None in responses:
            yield Lack(_("pain before and after the first injection of an attack"), "doses.csv")


def _responses(record: Record, taken: Taken) -> list[Response | None]:
    """Return what every row of a dose says: one written twice may say more in the second."""
    known = {(each.given_at.at, each.treatment) for each in taken.doses}
    rows = [each for each in record.diary.doses if (each.given_at.at, each.treatment) in known]
    return [response_to(each) for each in rows]


def _all(doses: Sequence[Taken]) -> tuple[Dose, ...]:
    return tuple(each for part in doses for each in part.doses)
