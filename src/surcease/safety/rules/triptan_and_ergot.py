from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from surcease.formulary import convert
from surcease.formulary.classes import classes
from surcease.language import gettext as _
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.taken import doses_of, shortly_before
from surcease.safety.words import fact_number, filled, gap_in_words

APART = "min_gap_other_triptan_or_ergot"


@rule(
    "S08",
    "A triptan and an ergot within a day, in either order",
    ask="How long must a triptan and dihydroergotamine be apart?",
    rests_on=(f"dihydroergotamine.{APART}", f"sumatriptan_sc.{APART}"),
)
def triptan_and_ergot(record: Record) -> Iterator[Seen]:
    ergots = classes()["ergot"].drug_of
    doses = record.of(*classes()["triptan"].drug_of, *ergots)
    for nth, dose in enumerate(doses):
        fact = dose.fact(APART)
        apart = timedelta(hours=convert(fact_number(fact), fact.unit, "h"))
        others = [
            each
            for each in shortly_before(doses, nth, apart)
            if (each.key in ergots) != (dose.key in ergots)
        ]
        if others:
            gap = dose.at - others[-1].at
            text = filled(
                _("{name} {gap} after {other}: contraindicated within {apart} h")
                if gap
                else _("{name} together with {other}: contraindicated within {apart} h"),
                name=dose.name,
                gap=gap_in_words(gap),
                other=others[-1].name,
                apart=fact.value,
            )
            yield Remark(Severity.STOP, text, dose.on, doses_of((*others, dose)), (fact,))
