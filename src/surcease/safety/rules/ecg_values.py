from __future__ import annotations

from collections.abc import Iterator

from surcease.diary import Ecg
from surcease.formulary import Fact
from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.heart_blocks import Block, blocks_in
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled


@rule(
    "V04",
    "What an ECG shows while taking verapamil",
    ask="What does this ECG mean for verapamil?",
    rests_on=(
        "verapamil.heart_rate_stop_below",
        "verapamil.heart_rate_warn_below",
        "verapamil.heart_rate_info_below",
        "verapamil.pr_warn_above",
        "verapamil.pr_info_above",
        "verapamil.block_stop",
        "verapamil.block_warn",
    ),
)
def ecg_values(record: Record) -> Iterator[Seen]:
    taken = record.spans("verapamil")
    days = record.by_day("verapamil")
    for ecg in record.ecgs:
        if ecg.on in days or any(first <= ecg.on <= last for first, last in taken):
            if ecg.heart_rate_per_min is None or ecg.pr_ms is None:
                yield Lack(_("heart rate and PR interval of each ECG"), "ecgs.csv")
            yield from _heart_rate(ecg)
            yield from _pr(ecg)
            yield from _blocks(ecg)


def _heart_rate(ecg: Ecg) -> Iterator[Remark]:
    for severity in Severity:
        fact = fact_at(f"verapamil.heart_rate_{severity.lower()}_below", ecg.on)
        rate = ecg.heart_rate_per_min
        if rate is not None and rate < fact_number(fact):
            text = filled(
                _("ECG on {day}: heart rate {rate} a minute, below {limit}"),
                day=ecg.on,
                rate=float(rate),
                limit=fact.value,
            )
            yield _remark(severity, ecg, text, fact)
            return


def _pr(ecg: Ecg) -> Iterator[Remark]:
    for severity in (Severity.WARN, Severity.INFO):
        fact = fact_at(f"verapamil.pr_{severity.lower()}_above", ecg.on)
        if ecg.pr_ms is not None and ecg.pr_ms > fact_number(fact):
            text = filled(
                _("ECG on {day}: PR interval {pr} ms, above {limit}"),
                day=ecg.on,
                pr=float(ecg.pr_ms),
                limit=fact.value,
            )
            yield _remark(severity, ecg, text, fact)
            return


def _blocks(ecg: Ecg) -> Iterator[Remark]:
    blocks = blocks_in(ecg)
    if blocks & {Block.MOBITZ_2, Block.THIRD_DEGREE}:
        fact = fact_at("verapamil.block_stop", ecg.on)
        yield _remark(Severity.STOP, ecg, _shows(ecg, fact), fact)
    if Block.WENCKEBACH in blocks:
        fact = fact_at("verapamil.block_warn", ecg.on)
        yield _remark(Severity.WARN, ecg, _shows(ecg, fact), fact)


def _shows(ecg: Ecg, fact: Fact) -> str:
    return filled(_("ECG on {day}: {finding}"), day=ecg.on, finding=fact.statement)


def _remark(severity: Severity, ecg: Ecg, text: str, fact: Fact) -> Remark:
    return Remark(severity, text, ecg.on, (), (fact,))
