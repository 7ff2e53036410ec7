from __future__ import annotations

from collections.abc import Iterator

from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import dated, fact_number


@rule(
    "M01",
    "A magnesium infusion and the kidneys",
    ask="Is the infusion right for me with my kidneys?",
    rests_on=("magnesium_sulfate_iv.egfr_stop_below", "magnesium_sulfate_iv.egfr_warn_below"),
)
def magnesium_and_kidneys(record: Record) -> Iterator[Seen]:
    """Read the latest eGFR on or before the day of the infusion."""
    values = record.labs("eGFR", "GFR")
    for infusion in record.of("magnesium_sulfate_iv"):
        before = [each for each in values if each.taken_at.on <= infusion.on]
        if not before:
            yield Lack("kidney function: eGFR", "labs.csv")
            continue
        for severity in (Severity.STOP, Severity.WARN):
            fact = infusion.fact(f"egfr_{severity.lower()}_below")
            if before[-1].value < fact_number(fact):
                text = (
                    f"{infusion.name} with an eGFR of {before[-1].value:g} "
                    f"on {dated(before[-1].taken_at.on)}, below {fact.value:g}"
                )
                yield Remark(severity, text, infusion.on, infusion.doses, (fact,))
                break
