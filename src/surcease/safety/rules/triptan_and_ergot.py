from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from surcease.formulary import convert
from surcease.formulary.classes import classes
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record, shortly_before
from surcease.safety.rule import Seen, rule
from surcease.safety.words import after_in_words, fact_number

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
            text = (
                f"{dose.name} {after_in_words(dose.at - others[-1].at, others[-1].name)}: "
                f"contraindicated within {fact.value:g} h"
            )
            together = tuple(each for part in (*others, dose) for each in part.doses)
            yield Remark(Severity.STOP, text, dose.on, together, (fact,))
