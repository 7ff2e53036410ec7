from __future__ import annotations

from collections.abc import Iterator

from surcease.language import gettext as _
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled


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
            yield Lack(_("kidney function: eGFR"), "labs.csv")
            continue
        for severity in (Severity.STOP, Severity.WARN):
            fact = infusion.fact(f"egfr_{severity.lower()}_below")
            if before[-1].value < fact_number(fact):
                text = filled(
                    _("{name} with an eGFR of {egfr} on {day}, below {limit}"),
                    name=infusion.name,
                    egfr=float(before[-1].value),
                    day=before[-1].taken_at.on,
                    limit=fact.value,
                )
                yield Remark(severity, text, infusion.on, infusion.doses, (fact,))
                break
