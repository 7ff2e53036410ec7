from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from surcease.language import gettext as _
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled


@rule(
    "M05",
    "Magnesium infusions day after day in pregnancy",
    ask="How long may infusions go on while I am pregnant?",
    rests_on=("magnesium_sulfate_iv.pregnancy_continuous",),
)
def magnesium_in_pregnancy(record: Record) -> Iterator[Seen]:
    infusions = record.of("magnesium_sulfate_iv")
    days = {each.on for each in infusions}
    for infusion in infusions:
        fact = infusion.fact("pregnancy_continuous")
        run = {infusion.on - timedelta(days=n) for n in range(int(fact_number(fact)) + 1)}
        if record.has("pregnancy", infusion.on) and run <= days:
            text = filled(
                _("{name} on more than {days} days in a row in pregnancy"),
                name=infusion.name,
                days=fact.value,
            )
            yield Remark(Severity.STOP, text, infusion.on, infusion.doses, (fact,))
