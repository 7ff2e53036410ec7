from __future__ import annotations

from collections.abc import Iterator

from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled


@rule(
    "B05",
    "A magnesium infusion within days of botulinum toxin",
    ask="Does it matter that the two are so close together?",
    rests_on=(
        "magnesium_sulfate_iv.near_botulinum_toxin",
        "magnesium_sulfate_iv.with_botulinum_toxin",
    ),
)
def botox_and_magnesium(record: Record) -> Iterator[Seen]:
    for infusion in record.of("magnesium_sulfate_iv"):
        near = infusion.fact("near_botulinum_toxin")
        why = fact_at("magnesium_sulfate_iv.with_botulinum_toxin", infusion.on)
        for session in record.of_class("botulinum_toxin"):
            if abs((infusion.on - session.on).days) <= fact_number(near):
                text = filled(
                    _("{infusion} and {session} within {near} days: {why}"),
                    infusion=infusion.name,
                    session=session.name,
                    near=near.value,
                    why=why.statement,
                )
                on = max(infusion.on, session.on)
                doses = (*session.doses, *infusion.doses)
                yield Remark(Severity.INFO, text, on, doses, (near, why))
