from __future__ import annotations

from collections.abc import Iterator

from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.heart_blocks import Block, blocks_in
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled


@rule(
    "M02",
    "A magnesium infusion after an ECG with a block",
    ask="Does the clinic know about my ECG?",
    rests_on=("magnesium_sulfate_iv.heart_block", "verapamil.pr_info_above"),
)
def magnesium_and_heart_block(record: Record) -> Iterator[Seen]:
    """Read the latest ECG on or before the day of the infusion."""
    for infusion in record.of("magnesium_sulfate_iv"):
        before = [each for each in record.ecgs if each.on <= infusion.on]
        if not before:
            yield Lack(_("an ECG before each magnesium infusion"), "ecgs.csv")
            continue
        ecg, blocks = before[-1], blocks_in(before[-1])
        long_pr = fact_at("verapamil.pr_info_above", ecg.on)
        fact = infusion.fact("heart_block")
        if blocks - {Block.FIRST_DEGREE}:
            text = filled(
                _("{name} after the ECG of {day}: {block} is a contraindication"),
                name=infusion.name,
                day=ecg.on,
                block=fact.statement,
            )
            yield Remark(Severity.STOP, text, infusion.on, infusion.doses, (fact,))
        elif blocks or (ecg.pr_ms is not None and ecg.pr_ms > fact_number(long_pr)):
            text = filled(
                _("{name} after the ECG of {day}: first-degree AV block"),
                name=infusion.name,
                day=ecg.on,
            )
            yield Remark(Severity.WARN, text, infusion.on, infusion.doses, (fact,))
