from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled

VITAMIN = ("25-OH-D", "25-OH vitamin D", "25(OH)D", "vitamin D", "25-hydroxyvitamin D")
CALCIUM = ("calcium", "Ca")


@rule(
    "D01",
    "Much vitamin D without laboratory values",
    ask="When are 25-OH vitamin D and calcium measured?",
    rests_on=("vitamin_d3.us_upper_limit", "vitamin_d3.labs_within"),
)
def vitamin_d_labs(record: Record) -> Iterator[Seen]:
    """Look once at each level: in the months before its end, or before today."""
    levels = record.levels("vitamin_d3")
    taken = [(min(each.to_on or record.as_of, record.as_of), each.amount) for each in levels]
    for on, amount in (*taken, *record.by_day("vitamin_d3").items()):
        limit = fact_at("vitamin_d3.us_upper_limit", on)
        if amount > fact_number(limit) and not _measured(record, on):
            within = fact_at("vitamin_d3.labs_within", on)
            text = filled(
                _(
                    "Vitamin D3 {amount} IU a day on {day}: above {limit}, without "
                    "25-OH vitamin D and calcium in the {within} days before"
                ),
                amount=float(amount),
                day=on,
                limit=limit.value,
                within=within.value,
            )
            doses = record.doses_on("vitamin_d3", on)
            yield Remark(Severity.INFO, text, on, doses, (limit, within))


def _measured(record: Record, on: date) -> bool:
    since = on - timedelta(days=fact_number(fact_at("vitamin_d3.labs_within", on)))
    return all(
        any(since <= each.taken_at.on <= on for each in record.labs(*names))
        for names in (VITAMIN, CALCIUM)
    )
