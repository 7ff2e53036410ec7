from __future__ import annotations

from collections.abc import Iterator

from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import filled


@rule(
    "S11",
    "Dihydroergotamine with verapamil",
    ask="Does verapamil change how much dihydroergotamine I may have?",
    rests_on=("dihydroergotamine.with_verapamil",),
)
def dihydroergotamine_with_verapamil(record: Record) -> Iterator[Seen]:
    spans = record.spans("verapamil")
    tablets = record.by_day("verapamil")
    for dose in record.of("dihydroergotamine"):
        if dose.on in tablets or any(first <= dose.on <= last for first, last in spans):
            fact = fact_at("dihydroergotamine.with_verapamil", dose.on)
            text = filled(
                _("{name} while taking verapamil: {why}"), name=dose.name, why=fact.statement
            )
            yield Remark(Severity.WARN, text, dose.on, dose.doses, (fact,))
