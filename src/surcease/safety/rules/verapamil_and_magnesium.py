from __future__ import annotations

from collections.abc import Iterator

from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import filled


@rule(
    "V09",
    "A magnesium infusion while taking verapamil",
    ask="Does the clinic know that I take verapamil, and watch pulse, blood pressure and PR?",
    rests_on=("verapamil.with_iv_magnesium",),
)
def verapamil_and_magnesium(record: Record) -> Iterator[Seen]:
    spans, tablets = record.spans("verapamil"), record.by_day("verapamil")
    for infusion in record.of("magnesium_sulfate_iv"):
        on = infusion.on
        if on in tablets or any(first <= on <= last for first, last in spans):
            fact = fact_at("verapamil.with_iv_magnesium", on)
            text = filled(
                _("{name} while taking verapamil: {why}"), name=infusion.name, why=fact.statement
            )
            yield Remark(Severity.INFO, text, on, infusion.doses, (fact,))
