from __future__ import annotations

from collections.abc import Iterator

from surcease.language import gettext as _
from surcease.safety.entry import unit_fault
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import filled


@rule(
    "M06",
    "Amounts whose unit does not say what was measured",
    ask="What stands on the package: magnesium sulfate, elemental magnesium, mmol or mEq?",
)
def units(record: Record) -> Iterator[Seen]:
    for taken in record.of_class("magnesium"):
        for dose in taken.doses:
            fault = unit_fault(dose.treatment, dose.amount, dose.unit)
            if fault:
                text = filled(_("{name}: {fault}"), name=taken.name, fault=fault)
                yield Remark(Severity.WARN, text, taken.on, (dose,))
    for known, regimen in record.regimens:
        if known.key == "magnesium_oral":
            fault = unit_fault(known.key, regimen.amount_per_day, regimen.unit)
            if fault:
                text = filled(_("{name}: {fault}"), name=known.shown, fault=fault)
                yield Remark(Severity.WARN, text, regimen.from_on)
