from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from surcease.formulary import convert, treatments
from surcease.formulary.classes import classes
from surcease.language import gettext as _
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.taken import Taken, doses_of, shortly_before
from surcease.safety.words import fact_number, filled, gap_in_words

APART = "min_gap_other_triptan_or_ergot"


@rule(
    "S07",
    "Two different triptans within a day",
    ask="Which one triptan do I keep to within a day?",
    rests_on=(
        f"sumatriptan_sc.{APART}",
        f"zolmitriptan_nasal.{APART}",
        f"rizatriptan_po.{APART}",
        f"frovatriptan.{APART}",
    ),
)
def two_triptans(record: Record) -> Iterator[Seen]:
    drug_of = classes()["triptan"].drug_of
    doses = record.of_class("triptan")
    for nth, dose in enumerate(doses):
        fact = dose.fact(APART)
        apart = timedelta(hours=convert(fact_number(fact), fact.unit, "h"))
        others = [
            each
            for each in shortly_before(doses, nth, apart)
            if drug_of[each.key] != drug_of[dose.key]
        ]
        if others:
            yield _remark(dose, others)
        elif daily := [key for key in _daily(record, dose) if drug_of[key] != drug_of[dose.key]]:
            text = filled(
                _("{name} on a day with {other} as a daily medicine: two triptans"),
                name=dose.name,
                other=treatments()[daily[0]].shown,
            )
            yield Remark(Severity.STOP, text, dose.on, dose.doses, (fact,))


def _daily(record: Record, dose: Taken) -> list[str]:
    """Return the triptans that are taken every day at the time of a dose."""
    return [
        key
        for key in classes()["triptan"].drug_of
        if any(first <= dose.on <= last for first, last in record.spans(key))
    ]


def _remark(dose: Taken, others: list[Taken]) -> Remark:
    fact = dose.fact(APART)
    gap = dose.at - others[-1].at
    text = filled(
        _("{name} {gap} after {other}: two different triptans within {apart} h are contraindicated")
        if gap
        else _(
            "{name} together with {other}: "
            "two different triptans within {apart} h are contraindicated"
        ),
        name=dose.name,
        gap=gap_in_words(gap),
        other=others[-1].name,
        apart=fact.value,
    )
    return Remark(Severity.STOP, text, dose.on, doses_of((*others, dose)), (fact,))
