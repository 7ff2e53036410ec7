from __future__ import annotations

from collections.abc import Iterator

from surcease.diary import Dose
from surcease.formulary import convert
from surcease.language import gettext as _
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.taken import Taken
from surcease.safety.words import fact_number, filled

MG = "mg{MgSO4}"
MG_PER_ML_OF_ONE_PERCENT = 10
"""A solution of 1% holds 1 g in 100 mL: what "percent" means for a weight in a volume."""


@rule(
    "M03",
    "How fast and how concentrated a magnesium infusion ran",
    ask="How slowly should the infusion run?",
    rests_on=("magnesium_sulfate_iv.max_rate", "magnesium_sulfate_iv.max_concentration"),
)
def magnesium_rate(record: Record) -> Iterator[Seen]:
    for infusion in record.of("magnesium_sulfate_iv"):
        for dose, amount in zip(infusion.doses, infusion.amounts, strict=True):
            if amount is None or dose.duration_min is None or dose.volume_ml is None:
                yield Lack(_("duration_min and volume_ml of each magnesium infusion"), "doses.csv")
            if amount is not None:
                milligrams = convert(amount, infusion.unit, MG, infusion.key)
                yield from _rate(infusion, dose, milligrams)
                yield from _concentration(infusion, dose, milligrams)


def _rate(infusion: Taken, dose: Dose, milligrams: float) -> Iterator[Remark]:
    fact = infusion.fact("max_rate")
    if dose.duration_min and milligrams / dose.duration_min > fact_number(fact):
        rate = milligrams / dose.duration_min
        text = filled(
            _("{name} at {rate} mg a minute; the label's usual most is {most}"),
            name=infusion.name,
            rate=f"{rate:.0f}",
            most=fact.value,
        )
        yield Remark(Severity.INFO, text, infusion.on, (dose,), (fact,))


def _concentration(infusion: Taken, dose: Dose, milligrams: float) -> Iterator[Remark]:
    fact = infusion.fact("max_concentration")
    if dose.volume_ml:
        percent = milligrams / dose.volume_ml / MG_PER_ML_OF_ONE_PERCENT
        if percent > fact_number(fact):
            text = filled(
                _("{name} of {percent}%; the label's most is {most}%"),
                name=infusion.name,
                percent=f"{percent:.3g}",
                most=fact.value,
            )
            yield Remark(Severity.WARN, text, infusion.on, (dose,), (fact,))
