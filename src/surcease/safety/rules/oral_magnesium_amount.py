from __future__ import annotations

from collections.abc import Iterator

from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled


@rule(
    "M07",
    "How much magnesium by mouth",
    ask="How much magnesium a day is meant for me, counted as elemental magnesium?",
    rests_on=("magnesium_oral.us_upper_limit",),
)
def oral_magnesium_amount(record: Record) -> Iterator[Seen]:
    days = record.by_day("magnesium_oral")
    amounts = [(each.from_on, each.amount) for each in record.levels("magnesium_oral")]
    for on, amount in (*amounts, *days.items()):
        fact = fact_at("magnesium_oral.us_upper_limit", on)
        if amount > fact_number(fact):
            doses = record.doses_on("magnesium_oral", on)
            text = filled(
                _(
                    "Magnesium by mouth, {amount} mg elemental a day from {day}: above the "
                    "{limit} that count as the upper limit of supplements in the US"
                ),
                amount=float(amount),
                day=on,
                limit=fact.value,
            )
            yield Remark(Severity.INFO, text, on, doses, (fact,))
